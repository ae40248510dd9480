import { portalPage } from "@/app/portal-page";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { endMandateAction } from "@/features/people/actions";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { getPerson } from "@/features/people/queries";
import { EndForm } from "@/features/people/role-forms";

export default portalPage(
  { see: "administration", title: (t) => t("people.end.mandateTitle"), dense: true, narrow: true },
  async ({ actor, t, params }) => {
    const person = await getPerson(actor, params.id ?? "");
    const held = person.mandates.find((mandate) => mandate.id === params.mandateId);
    if (!held) throw new Refusal(NOT_FOUND);
    const name = person.name ?? t("people.page.hidden");
    return (
      <AdminFormPage
        trail={[
          { href: "/admin/people", label: t("people.title") },
          { href: `/admin/people/${person.id}`, label: name },
        ]}
        title={t("people.end.mandateTitle")}
        sentence={t("people.end.mandateSentence", { name, kind: t(`words.mandates.${held.kind}`) })}
      >
        <EndForm
          action={endMandateAction}
          id={held.id}
          personId={person.id}
          label={t("people.end.mandateTitle")}
          t={t}
        />
      </AdminFormPage>
    );
  },
);
