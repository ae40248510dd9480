import type { SqlCell } from "./copy-sql";
import type { Cell } from "./csv";

/** The cells of a COPY in its text format, row by row. */
export async function* copyRows(
  chunks: AsyncIterable<Buffer>,
  kinds: readonly SqlCell[],
): AsyncGenerator<Cell[]> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield cellsOf(line, kinds);
  }
}

function cellsOf(line: string, kinds: readonly SqlCell[]): Cell[] {
  const values = line.split("\t");
  return kinds.map((kind, nth) => cellOf(kind, values[nth] ?? "\\N"));
}

function cellOf(kind: SqlCell, value: string): Cell {
  const isNull = value === "\\N";
  if ("text" in kind || "word" in kind) return { text: isNull ? "" : unescaped(value) };
  if ("ore" in kind) return { ore: isNull ? null : BigInt(value) };
  if ("day" in kind) return { day: isNull ? null : value };
  return { number: isNull ? null : Number(value) };
}

const SIGNS: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** COPY's text format writes what would break a line with a backslash before it. */
function unescaped(value: string): string {
  return value.includes("\\") ? value.replace(/\\(.)/gs, (_, sign: string) => SIGNS[sign] ?? sign) : value;
}
