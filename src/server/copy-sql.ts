import pg from "pg";
import type { Dialect } from "./csv";

declare const made: unique symbol;
/** A COPY statement that was made here, of SQL that stands in the code and of literals: nothing else is streamed. */
export type CopySql = { query: string; copy: string; [made]: true };

/**
 * A column of a COPY by the kind of its cells, as in csv.ts; each an SQL expression that stands in the code. `word` is
 * text of our own, which begins with a letter: nothing in it needs to be made harmless.
 */
export type SqlCell =
  | { text: string }
  | { word: string }
  | { ore: string }
  | { day: string }
  | { number: string };

/** A COPY takes no parameters: a value goes in as a literal, which no text can break out of. Refuses a NUL. */
export function literal(value: string): string {
  if (value.includes("\0")) throw new Error("a literal cannot hold a NUL");
  return pg.escapeLiteral(value);
}

/**
 * Rows as CSV in a dialect, byte for byte as csv.ts writes them but for the line ends, which COPY writes as a bare LF
 * (csv-copy.ts makes them CRLF).
 */
export function copyCsv(cells: readonly SqlCell[], from: string, dialect: Dialect): CopySql {
  const columns = cells.map((cell) => csvExpression(cell, dialect)).join(", ");
  const delimiter = dialect === "swedish" ? ";" : ",";
  return copyOf(
    `SELECT ${columns} ${from}`,
    `FORMAT csv, DELIMITER '${delimiter}', NULL '', ENCODING 'UTF8'`,
  );
}

/** Rows as they are, for copy-rows.ts to make cells of. */
export function copyText(cells: readonly SqlCell[], from: string): CopySql {
  const columns = cells.map((cell) => Object.values(cell)[0]).join(", ");
  return copyOf(`SELECT ${columns} ${from}`, "FORMAT text, ENCODING 'UTF8'");
}

function copyOf(query: string, how: string): CopySql {
  return { query, copy: `COPY (${query}) TO STDOUT WITH (${how})` } as CopySql;
}

/** An empty text is nothing, as in csv.ts: COPY would write it as two quotes. */
function csvExpression(cell: SqlCell, dialect: Dialect): string {
  if ("text" in cell)
    return `CASE WHEN ascii(${cell.text}) IN (${FORMULA_STARTS}) THEN '''' || ${cell.text} ELSE nullif(${cell.text}, '') END`;
  if ("ore" in cell) {
    const mark = dialect === "swedish" ? "," : ".";
    // From a krona on the digits are only parted, which is a third of the work.
    return `CASE WHEN abs(${cell.ore}) >= 100 THEN left(${cell.ore}::text, -2) || '${mark}' || right(${cell.ore}::text, 2)
      ELSE CASE WHEN ${cell.ore} < 0 THEN '-0' ELSE '0' END || '${mark}' || lpad(abs(${cell.ore})::text, 2, '0') END`;
  }
  return Object.values(cell)[0] ?? "";
}

/** = + - @ tab and carriage return, as numbers. */
const FORMULA_STARTS = [..."=+-@\t\r"].map((sign) => sign.charCodeAt(0)).join(", ");
