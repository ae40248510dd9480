import { portalPage } from "@/app/portal-page";
import { actingAs, inSentence } from "@/app/role-menu-content";
import { NameSubstitute } from "@/features/people/name-substitute";
import { longDay, money } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { Visitor } from "@/server/session";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";

type Role = Visitor["roles"][number];

/** Where each role comes from and how long it holds: most questions to support are about that. */
export default portalPage(
  { title: (t) => t("app.me.title"), dense: false },
  async ({ actor, visitor, t, locale, today }) => {
    const { roles, mandates } = visitor;
    return (
      <>
        <header className="stack">
          <h1 className="sentence">
            {t("app.me.sentence", {
              count: roles.length,
              role: inSentence(actingAs(visitor, t)),
            })}
          </h1>
          <p className="soft">{t("app.me.intro")}</p>
        </header>
        <Section id="roles" finding={t("app.me.rolesFinding", { count: roles.length })}>
          <Table<Role>
            label={t("app.me.rolesTable")}
            rows={roles}
            rowKey={(role) => role.assignmentId}
            columns={[
              {
                key: "role",
                head: t("app.me.role"),
                rowHeader: true,
                cell: (role) => (
                  <>
                    {t(`words.roles.${role.role}`)}
                    {role.chosen ? <span className="note"> {t("app.me.now")}</span> : null}
                  </>
                ),
              },
              { key: "where", head: t("app.me.where"), cell: (role) => whereOf(role, t) },
              { key: "period", head: t("app.me.period"), cell: (role) => periodOf(role, t, locale) },
              { key: "source", head: t("app.me.source"), cell: (role) => sourceOf(role, t) },
            ]}
          />
        </Section>
        <Section id="mandates" finding={t("app.me.mandatesFinding", { count: mandates.length })}>
          <p className="soft">{t("app.me.mandatesText")}</p>
          {mandates.length > 0 ? <Mandates mandates={mandates} t={t} locale={locale} /> : null}
        </Section>
        <NameSubstitute actor={actor} t={t} locale={locale} today={today} />
      </>
    );
  },
);

function Mandates({ mandates, t, locale }: { mandates: Visitor["mandates"]; t: T; locale: Locale }) {
  return (
    <Table
      label={t("app.me.mandatesTable")}
      rows={[...mandates]}
      rowKey={(mandate) => mandate.id}
      columns={[
        {
          key: "mandate",
          head: t("app.me.mandate"),
          rowHeader: true,
          cell: ({ kind, side }) =>
            [t(`words.mandates.${kind}`), side ? t(`app.me.sides.${side}`) : ""].filter(Boolean).join(", "),
        },
        { key: "paragraph", head: t("app.me.paragraph"), cell: (mandate) => mandate.paragraph ?? "–" },
        {
          key: "limit",
          head: t("app.me.limit"),
          num: true,
          cell: ({ amountLimit }) =>
            amountLimit === null ? t("app.me.noLimit") : money(amountLimit, locale),
        },
        {
          key: "until",
          head: t("app.me.until"),
          cell: ({ until }) => (until ? longDay(until, locale) : t("app.me.untilFurther")),
        },
      ]}
    />
  );
}

function whereOf({ unitName, unionName, everywhere }: Role, t: T): string {
  if (unionName) return t("app.me.union", { unit: unitName, union: unionName });
  return everywhere ? t("app.me.everywhere", { unit: unitName }) : unitName;
}

function periodOf({ from, until }: Role, t: T, locale: Locale): string {
  const first = longDay(from, locale);
  return until
    ? t("app.me.fromUntil", { from: first, until: longDay(until, locale) })
    : t("app.me.fromDay", { from: first });
}

function sourceOf({ onBehalfOf, source }: Role, t: T): string {
  return onBehalfOf
    ? t("app.me.sources.substitute", { person: onBehalfOf.name ?? t("app.menu.someone") })
    : t(`app.me.sources.${source}`);
}
