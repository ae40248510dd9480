import { plainMoney } from "@/messages/format";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { initiativeStatus, ownerWords, periodWords, type Saying, sinceWords } from "./initiative-words";
import type { InitiativeRow, InitiativeSort } from "./list-queries";

/** Initiatives, one a row; on a phone one a block. `sortHref` is left out where the order is given. */
export function InitiativeTable({
  rows,
  saying,
  sort,
  sortHref,
}: {
  rows: InitiativeRow[];
  saying: Saying;
  sort?: InitiativeSort;
  sortHref?: (sort: InitiativeSort) => string;
}) {
  const { t, locale } = saying;
  const bySince = sort === "newest" ? "descending" : sort === "oldest" ? "ascending" : undefined;
  return (
    <Table
      label={t("initiatives.table.label")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          head: t("initiatives.table.title"),
          rowHeader: true,
          sortHref: sortHref?.("title"),
          sorted: sort === "title" ? "ascending" : undefined,
          cell: (row) => <Link href={`/initiatives/${row.id}`}>{row.title}</Link>,
        },
        { key: "unit", head: t("initiatives.table.unit"), cell: (row) => row.unit },
        {
          key: "owner",
          head: t("initiatives.table.owner"),
          cell: (row) =>
            row.hasOwner ? (
              ownerWords({ name: row.owner }, t)
            ) : (
              <Status bare tone="warn" text={t("initiatives.noOwner")} />
            ),
        },
        {
          key: "number",
          head: t("initiatives.table.number"),
          cell: (row) => row.numbers.join(", ") || t("initiatives.noNumber"),
        },
        { key: "period", head: t("initiatives.table.period"), cell: (row) => periodWords(row, saying) },
        {
          key: "status",
          head: t("initiatives.table.status"),
          sortHref: sortHref?.(sort === "newest" ? "oldest" : "newest"),
          sorted: bySince,
          cell: (row) => (
            <>
              <Status {...initiativeStatus(row.status, t)} />
              <span className="sub">{sinceWords(row.since, saying)}</span>
            </>
          ),
        },
        {
          key: "amount",
          head: t("initiatives.table.amount"),
          num: true,
          sortHref: sortHref?.("amount"),
          sorted: sort === "amount" ? "descending" : undefined,
          cell: (row) => plainMoney(row.amount, locale),
        },
      ]}
    />
  );
}
