import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { AddUnitForm } from "@/features/people/unit-forms";
import { getUnitChoices } from "@/features/people/unit-queries";

export default portalPage(
  { see: "administration", title: (t) => t("administration.units.add"), dense: true, narrow: true },
  async ({ actor, t, today, search }) => {
    const parents = await getUnitChoices(actor, today);
    return (
      <AdminFormPage
        trail={[{ href: "/admin/units", label: t("administration.units.title") }]}
        title={t("administration.units.add")}
        sentence={t("administration.units.newSentence")}
      >
        <AddUnitForm parents={parents} parentId={search.under} today={today} t={t} />
      </AdminFormPage>
    );
  },
);
