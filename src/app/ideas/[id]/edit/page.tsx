import { getIdeaForm } from "@/features/ideas/form-queries";
import { IdeaEditor } from "@/features/ideas/idea-editor";
import { portalPage } from "../../../portal-page";

export default portalPage(
  { see: "ideas", title: (t) => t("ideas.editTitle"), narrow: true, dense: false },
  async ({ actor, employer, t, locale, today, params }) => {
    const idea = await getIdeaForm(actor, params.id ?? "", today);
    return <IdeaEditor idea={idea} saying={{ t, locale, today, scheme: employer.scheme }} />;
  },
);
