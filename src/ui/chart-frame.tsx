import type { ReactNode } from "react";
import { Link } from "./link";

/** The chart's numbers as a table, folded under it. The first column names the row; the others stand to the right. */
export type Twin = {
  /** What opens it: "Visa som tabell". */
  summary: string;
  /** Names the table. */
  label: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  foot?: readonly string[];
  /** Below the table: how the numbers were reckoned. */
  note?: ReactNode;
  csv?: { href: string; label: string };
};

/** A chart with what it found as its heading, and the same in numbers for who reads tables. */
export function ChartFrame({
  id,
  finding,
  note,
  level = 2,
  drawing,
  twin,
}: {
  id: string;
  finding: ReactNode;
  /** What the axes are and where the numbers come from. */
  note?: ReactNode;
  /** Under a section with a heading of its own: 3. */
  level?: 2 | 3;
  drawing: ReactNode;
  twin: Twin;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="chart">
      <figcaption>
        <Heading className="finding" id={id}>
          {finding}
        </Heading>
        {note ? <p className="note">{note}</p> : null}
      </figcaption>
      {drawing}
      <TableTwin twin={twin} />
    </figure>
  );
}

/** The drawing of a chart: text and marks stand in percent across and pixels down, so that text never scales. */
export function ChartDrawing({
  height,
  description,
  children,
}: {
  height: number;
  /** The course in words, for who does not see it. */
  description: string;
  children: ReactNode;
}) {
  return (
    <svg height={height} role="img" aria-label={description}>
      {children}
    </svg>
  );
}

// A region that scrolls must be within reach of the keyboard.
const scrollable = { tabIndex: 0 };

function TableTwin({ twin: { summary, label, heads, rows, foot, note, csv } }: { twin: Twin }) {
  return (
    <details className="more">
      <summary>{summary}</summary>
      <div className="stack-s">
        <section className="table-wrap" {...scrollable} aria-label={label}>
          <table className="table table-wide" aria-label={label}>
            <thead>
              <tr>
                {heads.map((head, nth) => (
                  <th key={head} scope="col" className={nth > 0 ? "num" : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <Cells key={cells[0]} heads={heads} cells={cells} />
              ))}
            </tbody>
            {foot ? (
              <tfoot>
                <Cells heads={heads} cells={foot} />
              </tfoot>
            ) : null}
          </table>
        </section>
        {note}
        {csv ? (
          <p className="small">
            <Link href={csv.href}>{csv.label}</Link>
          </p>
        ) : null}
      </div>
    </details>
  );
}

function Cells({ heads, cells }: { heads: readonly string[]; cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{cells[0]}</th>
      {heads.slice(1).map((head, nth) => (
        <td key={head} className="num">
          {cells[nth + 1]}
        </td>
      ))}
    </tr>
  );
}
