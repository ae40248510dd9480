import { daysBetween } from "@/domain/day";
import type { Saying } from "@/features/initiatives/initiative-words";
import { plainMoney, shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { claimStatus, partWords } from "./claim-words";
import type { ClaimRow, ReadyPart } from "./list-queries";

/** Days after which a wait is long: the national fund's handling may take several weeks. [O2a] */
const LONG_WAIT = 30;

/** What is carried out and not claimed. */
export function ReadyTable({ rows, saying }: { rows: ReadyPart[]; saying: Saying }) {
  const { t, locale, today } = saying;
  return (
    <Table
      label={t("requisitions.ready.label")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          head: t("requisitions.table.initiative"),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link href={`/initiatives/${row.initiative.id}`}>{row.initiative.title}</Link>
              <span className="sub">{partWords(row.number, t)}</span>
            </>
          ),
        },
        { key: "unit", head: t("requisitions.table.unit"), cell: (row) => row.initiative.unit },
        {
          key: "done",
          head: t("requisitions.ready.completed"),
          cell: (row) =>
            row.completedOn ? shortDay(row.completedOn, locale, today) : t("requisitions.ready.underWay"),
        },
        {
          key: "amount",
          head: t("requisitions.table.amount"),
          num: true,
          cell: (row) => plainMoney(row.amount, locale),
        },
        {
          key: "do",
          head: t("requisitions.ready.next"),
          cell: (row) => (
            <Link className="button button-small" href={`/requisitions/new?part=${row.id}`}>
              {t(row.calledOff ? "requisitions.ready.callOff" : "requisitions.ready.claim")}
              <span className="unseen"> {row.initiative.title}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}

/** Claims with how long they have lain where they are. On a page with several such tables each has a name of its own. */
export function ClaimTable({ rows, label, saying }: { rows: ClaimRow[]; label?: string; saying: Saying }) {
  const { t, locale, today } = saying;
  return (
    <Table
      label={label ?? t("requisitions.table.label")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          head: t("requisitions.table.initiative"),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link href={`/requisitions/${row.id}`}>{row.title}</Link>
              <span className="sub">{partWords(row.number, t)}</span>
            </>
          ),
        },
        { key: "unit", head: t("requisitions.table.unit"), cell: (row) => row.unit },
        {
          key: "status",
          head: t("requisitions.table.status"),
          cell: (row) => <Status {...claimStatus(row.status, t)} />,
        },
        {
          key: "days",
          head: t("requisitions.table.days"),
          cell: (row) => {
            const days = Math.max(0, daysBetween(row.since, today));
            const text = t("requisitions.table.daysValue", { days });
            return row.status !== "reconciled" && days > LONG_WAIT ? (
              <Status bare tone="warn" text={text} />
            ) : (
              text
            );
          },
        },
        {
          key: "amount",
          head: t("requisitions.table.claimed"),
          num: true,
          cell: (row) => plainMoney(row.amount, locale),
        },
        {
          key: "paid",
          head: t("requisitions.table.paid"),
          num: true,
          cell: (row) => (row.paidAmount === null ? "–" : plainMoney(row.paidAmount, locale)),
        },
      ]}
    />
  );
}
