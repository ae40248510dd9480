/** A cell as it is, before any dialect: text, öre, a calendar day, a whole number, a share (1 is all). */
export type Cell =
  | { text: string }
  | { ore: bigint | null }
  | { day: string | null }
  | { number: number | null }
  | { share: number | null };

/** For Swedish Excel: semicolons, decimal comma, byte order mark. For machines: commas, decimal point, none. */
export type Dialect = "swedish" | "machine";

const MARKS: Record<Dialect, { separator: string; decimal: string; start: string }> = {
  swedish: { separator: ";", decimal: ",", start: "\ufeff" },
  machine: { separator: ",", decimal: ".", start: "" },
};

/** What stands first in the file: the byte order mark without which Excel reads å, ä and ö wrongly. */
export function csvStart(dialect: Dialect): string {
  return MARKS[dialect].start;
}

/** One line, ended by CRLF (RFC 4180). */
export function csvLine(cells: readonly Cell[], dialect: Dialect): string {
  return `${cells.map((cell) => csvCell(cell, dialect)).join(MARKS[dialect].separator)}\r\n`;
}

/** A table as a file of a dialect, a few lines at a time. */
export async function* csvFile(
  heads: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  dialect: Dialect,
): AsyncGenerator<Buffer> {
  let text = csvHead(heads, dialect);
  for await (const row of rows) {
    text += csvLine(row, dialect);
    if (text.length < 32_768) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

/** How a file begins: its mark and the names of its columns. */
export function csvHead(heads: readonly string[], dialect: Dialect): string {
  return (
    csvStart(dialect) +
    csvLine(
      heads.map((text) => ({ text })),
      dialect,
    )
  );
}

/** Only what must be is quoted, as Postgres' COPY does, so that a file is the same whichever of them wrote it. */
function csvCell(cell: Cell, dialect: Dialect): string {
  if ("ore" in cell) return cell.ore === null ? "" : plainAmount(cell.ore, MARKS[dialect].decimal);
  if ("day" in cell) return cell.day ?? "";
  if ("number" in cell) return cell.number === null ? "" : String(cell.number);
  if ("share" in cell)
    return cell.share === null
      ? ""
      : String(Number(cell.share.toFixed(4))).replace(".", MARKS[dialect].decimal);
  const text = harmless(cell.text);
  return /["\r\n]/.test(text) || text.includes(MARKS[dialect].separator)
    ? `"${text.replace(/"/g, '""')}"`
    : text;
}

/** Öre as kronor with two decimals and an ASCII minus: "-1234,50". A number in every program, never display text. */
export function plainAmount(ore: bigint, decimal: string): string {
  const size = ore < 0n ? -ore : ore;
  return `${ore < 0n ? "-" : ""}${size / 100n}${decimal}${String(size % 100n).padStart(2, "0")}`;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
