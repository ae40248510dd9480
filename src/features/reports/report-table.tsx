import { count, percent, plainMoney } from "@/messages/format";
import { Link } from "@/ui/link";
import { type Column, Table } from "@/ui/table";
import type { ReportCell, ReportColumn, ReportTable, Saying } from "./report";

/** Rows drawn on a page; the files hold all. */
const DRAWN = 200;

type Row = { nth: number; cells: ReportCell[] };

/** One table of a report as it stands on a page, with its sums below. */
export function ReportTableView({
  table,
  name,
  saying,
}: {
  table: ReportTable;
  name: string;
  saying: Saying;
}) {
  const { t, locale } = saying;
  if (table.rows.length === 0) return <p className="soft">{t("reports.page.empty")}</p>;
  const columns = table.columns.map(
    (column, at): Column<Row> => ({
      key: column.key,
      head: column.head,
      num: isNumber(column),
      strong: column.strong,
      rowHeader: at === 0,
      cell: ({ cells }) => <CellView cell={cells[at]} saying={saying} />,
    }),
  );
  const rows = table.rows.slice(0, DRAWN).map((cells, nth) => ({ nth, cells }));
  const [label, ...sums] = table.foot ?? [];
  const foot =
    label && "text" in label
      ? {
          label: label.text,
          values: Object.fromEntries(
            sums.flatMap((cell, at) => {
              const column = table.columns[at + 1];
              return cell && column
                ? [[column.key, <CellView key={column.key} cell={cell} saying={saying} />]]
                : [];
            }),
          ),
        }
      : undefined;
  return (
    <>
      <Table
        label={`${name}: ${table.title}`}
        columns={columns}
        rows={rows}
        rowKey={({ nth }) => String(nth)}
        foot={foot}
        variant="wide"
      />
      {table.rows.length > DRAWN ? (
        <p className="note">
          {t("reports.page.some", { shown: count(DRAWN, locale), all: count(table.rows.length, locale) })}
        </p>
      ) : null}
    </>
  );
}

const isNumber = ({ kind }: ReportColumn) => kind === "ore" || kind === "count" || kind === "percent";

function CellView({ cell, saying }: { cell: ReportCell | undefined; saying: Saying }) {
  if (cell && "href" in cell && cell.href) return <Link href={cell.href}>{cell.text}</Link>;
  return <>{cell ? cellWords(cell, saying) : ""}</>;
}

/** A cell as it is read; amounts in kronor without the word. */
export function cellWords(cell: ReportCell, { t, locale }: Saying): string {
  if ("text" in cell) return cell.text;
  if ("hidden" in cell) return t("reports.hidden");
  if ("ore" in cell) return cell.ore === null ? "" : plainMoney(cell.ore, locale);
  if ("day" in cell) return cell.day ?? "";
  if ("percent" in cell) return cell.percent === null ? "" : percent(cell.percent, locale, 1);
  return cell.count === null ? "" : count(cell.count, locale);
}
