import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { getPerson } from "@/features/people/queries";
import { GiveMandateForm } from "@/features/people/role-forms";

export default portalPage(
  { see: "administration", title: (t) => t("people.giveMandate.title"), dense: true, narrow: true },
  async ({ actor, t, today, params }) => {
    const person = await getPerson(actor, params.id ?? "");
    const name = person.name ?? t("people.page.hidden");
    return (
      <AdminFormPage
        trail={[
          { href: "/admin/people", label: t("people.title") },
          { href: `/admin/people/${person.id}`, label: name },
        ]}
        title={t("people.giveMandate.title")}
        sentence={t("people.giveMandate.sentence", { name })}
      >
        <GiveMandateForm personId={person.id} today={today} t={t} />
      </AdminFormPage>
    );
  },
);
