import { covers, type Day } from "@/domain/day";
import { longDay, money } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { Link } from "@/ui/link";
import { Table } from "@/ui/table";
import type { MandateView, RoleView } from "./queries";

type Saying = { t: T; locale: Locale; today: Day };

export function periodWords(
  { from, until }: { from: Day; until: Day | null },
  { t, locale }: Pick<Saying, "t" | "locale">,
): string {
  const first = longDay(from, locale);
  return until
    ? t("people.page.periodUntil", { from: first, until: longDay(until, locale) })
    : t("people.page.periodFrom", { from: first });
}

/** Whether something held can still be ended: it is not over. */
const goesOn = (held: { until: Day | null }, today: Day) => held.until === null || held.until >= today;

export const inForceToday = (held: { from: Day; until: Day | null }, today: Day) => covers(held, today);

/** A person's roles, also past ones; those that go on can be ended. */
export function RolesTable({
  personId,
  roles,
  saying,
}: {
  personId: string;
  roles: RoleView[];
  saying: Saying;
}) {
  const { t, today } = saying;
  return (
    <Table<RoleView>
      label={t("people.page.rolesLabel")}
      rows={roles}
      rowKey={(held) => held.id}
      columns={[
        {
          key: "role",
          head: t("people.page.role"),
          rowHeader: true,
          cell: (held) => t(`words.roles.${held.role}`),
        },
        {
          key: "where",
          head: t("people.page.where"),
          cell: (held) =>
            held.unionName
              ? t("people.page.whereUnion", { unit: held.unitName, union: held.unionName })
              : held.unitName,
        },
        {
          key: "period",
          head: t("people.page.period"),
          cell: (held) => (
            <>
              {periodWords(held, saying)}{" "}
              {goesOn(held, today) ? (
                <Link href={`/admin/people/${personId}/roles/${held.id}`}>
                  {t("people.page.end")}
                  <span className="unseen">
                    {" "}
                    {t("people.page.endRoleAbout", { role: t(`words.roles.${held.role}`) })}
                  </span>
                </Link>
              ) : null}
              {held.source === "claim" ? <span className="sub">{t("people.page.fromClaim")}</span> : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** A person's mandates with their limits, also past ones; those that go on can be ended. */
export function MandatesTable({
  personId,
  mandates,
  saying,
}: {
  personId: string;
  mandates: MandateView[];
  saying: Saying;
}) {
  const { t, locale, today } = saying;
  const limits = (held: MandateView) =>
    [
      held.paragraph,
      held.kind === "decisionMaker"
        ? held.amountLimit === null
          ? t("people.page.noLimit")
          : t("people.page.upTo", { amount: money(held.amountLimit, locale) })
        : null,
      held.side ? t(`people.giveMandate.sides.${held.side}`) : null,
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <Table<MandateView>
      label={t("people.page.mandatesLabel")}
      rows={mandates}
      rowKey={(held) => held.id}
      columns={[
        {
          key: "kind",
          head: t("people.page.mandate"),
          rowHeader: true,
          cell: (held) => t(`words.mandates.${held.kind}`),
        },
        { key: "limits", head: t("people.page.limits"), cell: (held) => limits(held) || "–" },
        {
          key: "period",
          head: t("people.page.period"),
          cell: (held) => (
            <>
              {periodWords(held, saying)}{" "}
              {goesOn(held, today) ? (
                <Link href={`/admin/people/${personId}/mandates/${held.id}`}>
                  {t("people.page.end")}
                  <span className="unseen">
                    {" "}
                    {t("people.page.endMandateAbout", { kind: t(`words.mandates.${held.kind}`) })}
                  </span>
                </Link>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
