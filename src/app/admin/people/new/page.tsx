import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { AddPersonForm } from "@/features/people/person-forms";
import { getUnitChoices } from "@/features/people/unit-queries";

export default portalPage(
  { see: "administration", title: (t) => t("people.new.title"), dense: true, narrow: true },
  async ({ actor, t, today }) => {
    const units = await getUnitChoices(actor, today);
    return (
      <AdminFormPage
        trail={[{ href: "/admin/people", label: t("people.title") }]}
        title={t("people.new.title")}
        sentence={t("people.new.sentence")}
      >
        <AddPersonForm units={units} t={t} />
      </AdminFormPage>
    );
  },
);
