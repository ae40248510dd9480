import { OutcomeList } from "@/features/ideas/outcome-list";
import { outcomes } from "@/features/ideas/outcome-queries";
import { portalPage } from "../../portal-page";

export default portalPage(
  { see: "ideas", title: (t) => t("ideas.outcomes.title"), narrow: true },
  async ({ actor, employer, t, locale, today }) => (
    <OutcomeList outcomes={await outcomes(actor)} saying={{ t, locale, today, scheme: employer.scheme }} />
  ),
);
