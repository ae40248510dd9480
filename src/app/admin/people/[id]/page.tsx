import { portalPage } from "@/app/portal-page";
import { AdminFormPage } from "@/features/people/admin-form-page";
import { inForceToday, MandatesTable, RolesTable } from "@/features/people/held-tables";
import { History } from "@/features/people/history";
import { ChangePersonForm, IdentityForm, LeaveForm } from "@/features/people/person-forms";
import { getPerson } from "@/features/people/queries";
import { getUnitChoices } from "@/features/people/unit-queries";
import { longDay } from "@/messages/format";
import { ButtonLink } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Section } from "@/ui/section";

export default portalPage(
  { see: "administration", title: (t) => t("people.title"), dense: true },
  async ({ actor, employer, t, locale, today, params }) => {
    const person = await getPerson(actor, params.id ?? "");
    const units = await getUnitChoices(actor, today);
    const saying = { t, locale, today };
    const name = person.name ?? t("people.page.hidden");
    const held = (all: { from: string; until: string | null }[]) =>
      all.filter((it) => inForceToday(it, today)).length;
    return (
      <AdminFormPage
        trail={[{ href: "/admin/people", label: t("people.title") }]}
        title={name}
        sentence={
          person.name
            ? t("people.page.sentence", { name, unit: person.unitName })
            : t("people.page.sentenceHidden")
        }
      >
        {person.lastDay ? (
          <Callout
            tone={person.lastDay < today ? "open" : "warn"}
            title={t(person.lastDay < today ? "people.page.left" : "people.page.leaves", {
              day: longDay(person.lastDay, locale),
            })}
          />
        ) : null}
        <Section
          id="roles"
          finding={t("people.page.rolesFinding", { count: held(person.roles) })}
          aside={
            <ButtonLink href={`/admin/people/${person.id}/roles/new`}>{t("people.page.giveRole")}</ButtonLink>
          }
        >
          {person.roles.length > 0 ? (
            <RolesTable personId={person.id} roles={person.roles} saying={saying} />
          ) : null}
        </Section>
        <Section
          id="mandates"
          finding={t("people.page.mandatesFinding", { count: held(person.mandates) })}
          aside={
            <ButtonLink href={`/admin/people/${person.id}/mandates/new`}>
              {t("people.page.giveMandate")}
            </ButtonLink>
          }
        >
          {person.mandates.length > 0 ? (
            <MandatesTable personId={person.id} mandates={person.mandates} saying={saying} />
          ) : null}
        </Section>
        <div className="columns columns-even">
          <Section id="particulars" finding={t("people.page.particulars")}>
            <ChangePersonForm person={person} units={units} t={t} />
          </Section>
          <div className="stack-l">
            <Section id="leave" finding={t("people.page.leaveFinding")}>
              <LeaveForm person={person} t={t} />
            </Section>
            <Section
              id="identity"
              finding={t("people.page.identitiesFinding", { count: person.identities.length })}
            >
              <p className="soft">{t("people.page.identitiesHint")}</p>
              {person.identities.map((identity) => (
                <p key={identity.id} className="small">
                  {identity.subject} <span className="note">{identity.issuer}</span>
                </p>
              ))}
              <IdentityForm person={person} t={t} />
            </Section>
            <Section id="history" finding={t("people.page.history")}>
              <History events={person.events} t={t} locale={locale} scheme={employer.scheme} narrow />
            </Section>
          </div>
        </div>
      </AdminFormPage>
    );
  },
);
