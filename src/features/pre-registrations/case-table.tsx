import { daysBetween } from "@/domain/day";
import { money } from "@/messages/format";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { type Column, Table } from "@/ui/table";
import { atFundWords, ballWords, caseStatus, type Saying } from "./case-words";
import { sortHref } from "./list-address";
import type { CaseFilters, CaseRow, CaseSort } from "./list-queries";

/** The cases in sight, a row each: both status lines, who has the ball and since when. */
export function CaseTable({
  rows,
  filters,
  saying,
}: {
  rows: CaseRow[];
  filters: CaseFilters;
  saying: Saying;
}) {
  const { t, locale, today, scheme } = saying;
  const sorted = (sort: CaseSort) =>
    ({
      sortHref: sortHref(filters, sort),
      sorted: filters.sort === sort ? (filters.descending ? "descending" : "ascending") : undefined,
    }) as const;
  const columns: Column<CaseRow>[] = [
    {
      key: "title",
      head: t("preRegistrations.list.columns.title"),
      rowHeader: true,
      cell: (row) => <Link href={`/pre-registrations/${row.id}`}>{row.title}</Link>,
    },
    {
      key: "number",
      head: t("preRegistrations.list.columns.number"),
      ...sorted("number"),
      cell: (row) => <span className="money">{row.number}</span>,
    },
    { key: "unit", head: t("preRegistrations.list.columns.unit"), cell: (row) => row.unit },
    {
      key: "status",
      head: t("preRegistrations.list.columns.status"),
      cell: (row) => <Status {...caseStatus(row.standing.status, t)} />,
    },
    {
      key: "atFund",
      head: t("preRegistrations.list.columns.atFund"),
      cell: ({ standing }) => {
        const { tone, text } = atFundWords(standing.atFund, saying);
        return <Status tone={tone} text={text} bare />;
      },
    },
    {
      key: "ball",
      head: t("preRegistrations.list.columns.ball"),
      cell: (row) => ballWords(row.standing, saying),
    },
    {
      key: "since",
      head: t("preRegistrations.list.columns.since"),
      num: true,
      ...sorted("since"),
      cell: (row) =>
        t("preRegistrations.list.days", { days: Math.max(0, daysBetween(row.standing.since, today)) }),
    },
    {
      key: "amount",
      head: t("preRegistrations.list.columns.amount"),
      num: true,
      ...sorted("amount"),
      cell: (row) => money(row.amount, locale),
    },
  ];
  // Nobody outside answers under LOM.
  const shown = columns.filter((column) => scheme === "tlo" || column.key !== "atFund");
  return (
    <Table label={t("preRegistrations.list.table")} columns={shown} rows={rows} rowKey={({ id }) => id} />
  );
}
