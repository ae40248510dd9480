import { portalPage } from "@/app/portal-page";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { endRoleAction } from "@/features/people/actions";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { getPerson } from "@/features/people/queries";
import { EndForm } from "@/features/people/role-forms";
import { Callout } from "@/ui/callout";

export default portalPage(
  { see: "administration", title: (t) => t("people.end.roleTitle"), dense: true, narrow: true },
  async ({ actor, t, params }) => {
    const person = await getPerson(actor, params.id ?? "");
    const held = person.roles.find((role) => role.id === params.roleId);
    if (!held) throw new Refusal(NOT_FOUND);
    const name = person.name ?? t("people.page.hidden");
    return (
      <AdminFormPage
        trail={[
          { href: "/admin/people", label: t("people.title") },
          { href: `/admin/people/${person.id}`, label: name },
        ]}
        title={t("people.end.roleTitle")}
        sentence={t("people.end.roleSentence", {
          name,
          role: t(`words.roles.${held.role}`),
          unit: held.unitName,
        })}
      >
        {held.source === "claim" ? (
          <Callout tone="warn">
            <p>{t("people.end.claimNote")}</p>
          </Callout>
        ) : null}
        <EndForm
          action={endRoleAction}
          id={held.id}
          personId={person.id}
          label={t("people.end.roleTitle")}
          t={t}
        />
      </AdminFormPage>
    );
  },
);
