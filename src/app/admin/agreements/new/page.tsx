import { portalPage } from "@/app/portal-page";
import { Refusal } from "@/domain/reason";
import { LocalAgreementForm } from "@/features/agreements/local-agreement-form";
import { AdminFormPage } from "@/features/people/admin-form-page";

export default portalPage(
  { see: "administration", title: (t) => t("agreements.local.newTitle"), dense: true, narrow: true },
  async ({ employer, t, locale, today }) => {
    if (employer.scheme !== "lom") throw new Refusal({ key: "agreements.rules.onlyLom" });
    return (
      <AdminFormPage
        trail={[{ href: "/admin/agreements", label: t("agreements.title") }]}
        title={t("agreements.local.newTitle")}
        sentence={t("agreements.local.newSentence")}
      >
        <LocalAgreementForm agreement={null} saying={{ t, locale, today }} />
      </AdminFormPage>
    );
  },
);
