import { whyNotAct } from "@/domain/access";
import { refuseIf } from "@/domain/reason";
import { PriorityList } from "@/features/pre-registrations/priority-list";
import { getPriorities } from "@/features/pre-registrations/priority-queries";
import { portalPage } from "../portal-page";

export default portalPage(
  { see: "preRegistrations", title: (t) => t("preRegistrations.priorityTitle") },
  async ({ actor, employer, t, locale, today, search }) => {
    refuseIf(whyNotAct(actor, "preRegistration.prioritise"));
    const saying = { t, locale, today, scheme: employer.scheme, caseWord: employer.caseWord };
    const it = await getPriorities(actor, search.fund ?? null, today);
    return <PriorityList it={it} moved={search.moved ?? null} saying={saying} />;
  },
);
