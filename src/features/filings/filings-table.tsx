import type { Saying } from "@/features/initiatives/initiative-words";
import { plainMoney } from "@/messages/format";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { filingSentence, filingStatus, numbersWords } from "./filing-words";
import type { FilingRow } from "./queries";

/** What was filed and what came back. */
export function FilingsTable({
  rows,
  linked,
  saying,
}: {
  rows: FilingRow[];
  linked: boolean;
  saying: Saying;
}) {
  const { t, locale } = saying;
  return (
    <Table
      label={t("filings.table.label")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "initiative",
          head: t("filings.table.initiative"),
          rowHeader: true,
          cell: (row) =>
            linked ? <Link href={`/filings/${row.id}`}>{row.initiative.title}</Link> : row.initiative.title,
        },
        {
          key: "status",
          head: t("filings.table.status"),
          cell: (row) => (
            <>
              <Status {...filingStatus(row.status, t)} />
              <span className="sub">{filingSentence(row, saying)}</span>
              {row.answer ? (
                <span className="sub">{t("filings.table.said", { text: row.answer })}</span>
              ) : null}
            </>
          ),
        },
        { key: "number", head: t("filings.table.number"), cell: (row) => numbersWords(row, t) },
        {
          key: "amount",
          head: t("filings.table.amount"),
          num: true,
          cell: (row) => plainMoney(row.amount, locale),
        },
      ]}
    />
  );
}
