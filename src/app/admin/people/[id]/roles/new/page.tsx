import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { getPerson } from "@/features/people/queries";
import { GiveRoleForm } from "@/features/people/role-forms";
import { getUnions } from "@/features/people/union-queries";
import { getUnitChoices } from "@/features/people/unit-queries";

export default portalPage(
  { see: "administration", title: (t) => t("people.giveRole.title"), dense: true, narrow: true },
  async ({ actor, t, today, params }) => {
    const person = await getPerson(actor, params.id ?? "");
    const units = await getUnitChoices(actor, today);
    const { unions } = await getUnions(actor);
    const name = person.name ?? t("people.page.hidden");
    return (
      <AdminFormPage
        trail={[
          { href: "/admin/people", label: t("people.title") },
          { href: `/admin/people/${person.id}`, label: name },
        ]}
        title={t("people.giveRole.title")}
        sentence={t("people.giveRole.sentence", { name })}
      >
        <GiveRoleForm personId={person.id} units={units} unions={unions} today={today} t={t} />
      </AdminFormPage>
    );
  },
);
