import { getTaskList } from "@/features/pre-registrations/edit-queries";
import { SectionList } from "@/features/pre-registrations/section-list";
import { portalPage } from "../../../portal-page";

export default portalPage(
  { see: "preRegistrations", title: (t) => t("preRegistrations.editTitle") },
  async ({ actor, employer, t, locale, today, params: { id = "" } }) => {
    const saying = { t, locale, today, scheme: employer.scheme, caseWord: employer.caseWord };
    return <SectionList it={await getTaskList(actor, id, today)} saying={saying} />;
  },
);
