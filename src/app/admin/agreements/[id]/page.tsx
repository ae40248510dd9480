import { portalPage } from "@/app/portal-page";
import { localAgreementStateOn } from "@/domain/local-agreement";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { LocalAgreementForm } from "@/features/agreements/local-agreement-form";
import { getLocalAgreements } from "@/features/agreements/queries";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { Obstacles } from "@/ui/obstacles";

export default portalPage(
  { see: "administration", title: (t) => t("agreements.local.changeTitle"), dense: true, narrow: true },
  async ({ actor, t, locale, today, params }) => {
    const agreement = (await getLocalAgreements(actor)).find((it) => it.id === params.id);
    if (!agreement) throw new Refusal(NOT_FOUND);
    return (
      <AdminFormPage
        trail={[{ href: "/admin/agreements", label: t("agreements.title") }]}
        title={t("agreements.local.changeTitle")}
        sentence={t("agreements.local.changeSentence")}
      >
        {localAgreementStateOn(agreement, today) === "expired" ? (
          <Obstacles items={[{ tone: "done", text: t("agreements.local.final") }]} />
        ) : (
          <LocalAgreementForm agreement={agreement} saying={{ t, locale, today }} />
        )}
      </AdminFormPage>
    );
  },
);
