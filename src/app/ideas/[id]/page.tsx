import { IdeaPage } from "@/features/ideas/idea-view";
import { getIdea } from "@/features/ideas/queries";
import { portalPage } from "../../portal-page";

export default portalPage(
  { see: "ideas", title: (t) => t("ideas.title"), narrow: true },
  async ({ actor, employer, t, locale, today, params }) => {
    const idea = await getIdea(actor, params.id ?? "", today);
    return <IdeaPage idea={idea} reader={actor} saying={{ t, locale, today, scheme: employer.scheme }} />;
  },
);
