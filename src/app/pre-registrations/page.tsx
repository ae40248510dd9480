import { whyNotAct } from "@/domain/access";
import { CaseList } from "@/features/pre-registrations/case-list";
import { caseListChoices, listCases, readCaseFilters } from "@/features/pre-registrations/list-queries";
import { FetchList } from "@/features/reports/fetch-list";
import { portalPage } from "../portal-page";

export default portalPage(
  { see: "preRegistrations", title: (t) => t("preRegistrations.title") },
  async ({ actor, employer, t, locale, today, search }) => {
    const plain = actor.role === "employee" || actor.role === "unionRep";
    // Who sees few cases sees all of theirs at once.
    const filters = readCaseFilters(plain ? { ...search, show: "all" } : search);
    const page = await listCases(actor, filters, today);
    const choices = plain ? { units: [], funds: [] } : await caseListChoices(actor, today);
    return (
      <>
        <CaseList
          page={page}
          filters={filters}
          choices={choices}
          actor={actor}
          mayMake={whyNotAct(actor, "preRegistration.prepare") === null}
          saying={{ t, locale, today, scheme: employer.scheme, caseWord: employer.caseWord }}
        />
        <FetchList list="preRegistrations" search={search} actor={actor} t={t} />
      </>
    );
  },
);
