import { NOT_FOUND, Refusal } from "@/domain/reason";
import { getNewCase } from "@/features/pre-registrations/edit-queries";
import { NewCase } from "@/features/pre-registrations/new-case";
import { portalPage } from "../../portal-page";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default portalPage(
  { see: "preRegistrations", title: (t) => t("preRegistrations.newTitle") },
  async ({ actor, employer, t, locale, today, every }) => {
    const ideas = every("ideas");
    if (!ideas.every((id) => UUID.test(id))) throw new Refusal(NOT_FOUND);
    const saying = { t, locale, today, scheme: employer.scheme, caseWord: employer.caseWord };
    return <NewCase it={await getNewCase(actor, ideas, today)} saying={saying} />;
  },
);
