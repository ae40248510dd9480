import { NOT_FOUND, Refusal } from "@/domain/reason";
import { getSectionForm } from "@/features/pre-registrations/edit-queries";
import { SectionPage } from "@/features/pre-registrations/section-page";
import { sectionAt } from "@/features/pre-registrations/section-texts";
import { portalPage } from "../../../../portal-page";

export default portalPage(
  { see: "preRegistrations", title: (t) => t("preRegistrations.editTitle") },
  async ({ actor, employer, t, locale, today, params, search }) => {
    const section = sectionAt(params.section);
    if (!section) throw new Refusal(NOT_FOUND);
    const rows = /^\d{1,2}$/.test(search.rows ?? "") ? Number(search.rows) : 0;
    return (
      <SectionPage
        it={await getSectionForm(actor, params.id ?? "", section, today)}
        section={section}
        back={search.back === "case" ? "case" : null}
        rows={rows}
        saying={{ t, locale, today, scheme: employer.scheme, caseWord: employer.caseWord }}
      />
    );
  },
);
