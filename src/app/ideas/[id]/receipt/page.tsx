import { NOT_FOUND, Refusal } from "@/domain/reason";
import { similarIdeas } from "@/features/ideas/form-queries";
import { IdeaReceipt } from "@/features/ideas/idea-receipt";
import { getIdea } from "@/features/ideas/queries";
import { portalPage } from "../../../portal-page";

export default portalPage(
  { see: "ideas", title: (t) => t("ideas.receiptTitle"), narrow: true, dense: false },
  async ({ actor, employer, t, locale, today, params }) => {
    const idea = await getIdea(actor, params.id ?? "", today);
    if (!idea.mine || idea.status === "draft") throw new Refusal(NOT_FOUND);
    const similar = await similarIdeas(actor, idea.title, idea.id);
    return (
      <IdeaReceipt idea={idea} similar={similar} saying={{ t, locale, today, scheme: employer.scheme }} />
    );
  },
);
