import { search as find, readQuery } from "@/features/tasks/search-queries";
import { SearchResults } from "@/features/tasks/search-results";
import { portalPage } from "../portal-page";

export default portalPage(
  { title: (t) => t("tasks.search.title") },
  async ({ actor, employer, t, locale, today, search }) => {
    const q = readQuery(search.q);
    return (
      <SearchResults
        q={q}
        found={await find(actor, q)}
        role={actor.role}
        scheme={employer.scheme}
        saying={{ t, locale, today }}
      />
    );
  },
);
