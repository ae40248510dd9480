import type { ReactNode } from "react";
import { Link } from "./link";

export type Column<Row> = {
  key: string;
  head: string;
  /** Numbers stand to the right. */
  num?: boolean;
  strong?: boolean;
  /** Where the heading leads: the same list, sorted by this column. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
  /** Names the row. One column of a table. */
  rowHeader?: boolean;
  cell: (row: Row) => ReactNode;
};

// As blocks on a phone a table loses its roles in some browsers, hence by hand. Spread, because elsewhere they would be redundant.
const roles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  rowHead: { role: "rowheader" },
  cell: { role: "cell" },
};
// A region that scrolls must be within reach of the keyboard.
const scrollable = { tabIndex: 0 };

/** Rows of the same kind. `stack` becomes blocks on a phone, `wide` scrolls sideways. */
export function Table<Row>({
  label,
  caption,
  columns,
  rows,
  rowKey,
  foot,
  variant = "stack",
}: {
  /** Names the table and the region round it. */
  label: string;
  caption?: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Sums by column key; the label spans the columns before the first. */
  foot?: { label: string; values: Record<string, ReactNode> };
  variant?: "stack" | "wide";
}) {
  return (
    <section className="table-wrap" {...scrollable} aria-label={label}>
      <table className={`table table-${variant}`} {...roles.table} aria-label={caption ? undefined : label}>
        {caption ? <caption>{caption}</caption> : null}
        <thead {...roles.group}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...roles.head}
                className={column.num ? "num" : undefined}
                aria-sort={column.sorted}
              >
                {column.sortHref ? <Link href={column.sortHref}>{column.head}</Link> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...roles.row}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? <Foot columns={columns} foot={foot} /> : null}
      </table>
    </section>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th scope="row" {...roles.rowHead}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...roles.cell} className={classOf(column)} data-label={column.head}>
      {column.cell(row)}
    </td>
  );
}

function Foot<Row>({
  columns,
  foot,
}: {
  columns: Column<Row>[];
  foot: { label: string; values: Record<string, ReactNode> };
}) {
  const first = columns.findIndex((column) => column.key in foot.values);
  const before = first < 1 ? 1 : first;
  const single = Object.keys(foot.values).length === 1;
  return (
    <tfoot {...roles.group}>
      <tr {...roles.row}>
        <th scope="row" {...roles.rowHead} colSpan={before}>
          {foot.label}
        </th>
        {columns.slice(before).map((column) => (
          <td
            key={column.key}
            {...roles.cell}
            className={classOf(column)}
            data-label={single || !(column.key in foot.values) ? undefined : column.head}
          >
            {foot.values[column.key]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function classOf<Row>(column: Column<Row>): string | undefined {
  return [column.num ? "num" : "", column.strong ? "strong" : ""].filter(Boolean).join(" ") || undefined;
}
