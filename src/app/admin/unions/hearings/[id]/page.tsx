import { portalPage } from "@/app/portal-page";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { EndHearingForm } from "@/features/people/union-forms";
import { getUnions } from "@/features/people/union-queries";

export default portalPage(
  { see: "administration", title: (t) => t("administration.unions.endTitle"), dense: true, narrow: true },
  async ({ actor, t, today, params }) => {
    const { hearings } = await getUnions(actor);
    const hearing = hearings.find((it) => it.id === params.id);
    if (!hearing) throw new Refusal(NOT_FOUND);
    return (
      <AdminFormPage
        trail={[{ href: "/admin/unions", label: t("administration.unions.title") }]}
        title={t("administration.unions.endTitle")}
        sentence={t("administration.unions.endSentence", {
          union: hearing.unionName,
          unit: hearing.unitName,
        })}
      >
        <EndHearingForm id={hearing.id} today={today} t={t} />
      </AdminFormPage>
    );
  },
);
