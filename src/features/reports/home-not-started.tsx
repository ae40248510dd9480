import { daysBetween } from "@/domain/day";
import { sum } from "@/domain/money";
import { ownerWords } from "@/features/initiatives/initiative-words";
import { addressOf } from "@/features/tasks/addresses";
import { money, shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Status, type StatusTone } from "@/ui/status";
import { Table } from "@/ui/table";
import type { Saying } from "./home-frame";
import type { NotStarted } from "./home-pipeline-queries";

/** Shown here; the rest is in the list, with the same selection. */
const MOST = 8;

/** Granted but not started, the longest first: nobody answers for it, or nobody has said when. [seed 002] */
export function NotStartedTable({ rows, saying }: { rows: NotStarted[]; saying: Saying }) {
  const { t, locale, today } = saying;
  const shown = rows.slice(0, MOST);
  const all = <Link href="/initiatives?show=notStarted">{t("tasks.home.notStarted.all")}</Link>;
  if (rows.length === 0)
    return (
      <Section id="not-started" finding={t("tasks.home.notStarted.none")} aside={all}>
        {null}
      </Section>
    );
  return (
    <Section
      id="not-started"
      finding={t("tasks.home.notStarted.finding", {
        count: rows.length,
        amount: money(sum(rows.map(({ amount }) => amount)), locale),
      })}
      aside={all}
    >
      <Table
        label={t("tasks.home.notStarted.label")}
        rows={shown}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "initiative",
            head: t("tasks.home.notStarted.initiative"),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link href={addressOf.initiative(row.id)}>{row.title}</Link>
                <span className="sub">{row.unit}</span>
              </>
            ),
          },
          ...(saying.scheme === "tlo"
            ? [
                {
                  key: "number",
                  head: t("tasks.home.notStarted.number"),
                  cell: (row: NotStarted) => row.numbers.join(", ") || t("tasks.home.none"),
                },
              ]
            : []),
          {
            key: "granted",
            head: t("tasks.home.notStarted.granted"),
            cell: (row) => (
              <>
                {t("tasks.home.notStarted.ago", { days: Math.max(0, daysBetween(row.grantedOn, today)) })}
                <span className="sub">{shortDay(row.grantedOn, locale, today)}</span>
              </>
            ),
          },
          {
            key: "owner",
            head: t("tasks.home.notStarted.owner"),
            cell: (row) => (row.owner ? ownerWords(row.owner, t) : t("tasks.home.none")),
          },
          {
            key: "state",
            head: t("tasks.home.notStarted.state"),
            cell: (row) => <Status {...stateOf(row, saying)} />,
          },
          {
            key: "amount",
            head: t("tasks.home.notStarted.amount"),
            num: true,
            cell: (row) => money(row.amount, locale),
          },
        ]}
        foot={{
          label:
            rows.length > MOST
              ? t("tasks.home.notStarted.sumShown", { most: MOST })
              : t("tasks.home.notStarted.sum"),
          values: { amount: money(sum(shown.map(({ amount }) => amount)), locale) },
        }}
      />
    </Section>
  );
}

function stateOf(row: NotStarted, { t, locale, today }: Saying): { tone: StatusTone; text: string } {
  if (!row.owner) return { tone: "stop", text: t("tasks.home.notStarted.noOwner") };
  if (!row.scheduled || !row.periodFrom) return { tone: "warn", text: t("tasks.home.notStarted.noStart") };
  const day = shortDay(row.periodFrom, locale, today);
  return row.periodFrom < today
    ? { tone: "warn", text: t("tasks.home.notStarted.late", { day }) }
    : { tone: "waiting", text: t("tasks.home.notStarted.starts", { day }) };
}
