import { type Day, isDay } from "@/domain/day";
import { type Ore, parseMoney } from "@/domain/money";

/** What somebody wrote, for a sentence: in quotes, since a day or an amount would be put into words there; not all of it. */
export function asWritten(text: string): string {
  return `"${text.slice(0, 40)}"`;
}

const SPACES = /[\s\u00a0\u202f\u2009]/g;

/** A day as systems write it: 2026-11-22, 20261122, 2026/11/22, 2026.11.22, each with or without a time after it. */
export function dayIn(cell: string): Day | null {
  const found = /^(\d{4})([-/.]?)(\d\d)\2(\d\d)(?:[ T]\d\d[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?)?$/.exec(
    cell.trim(),
  );
  if (!found) return null;
  const day = `${found[1]}-${found[3]}-${found[4]}`;
  return isDay(day) ? day : null;
}

/** A plain number with its sign before, after or as brackets, without spaces; null when it is none. */
function signed(cell: string): { sign: "" | "-"; digits: string } | null {
  const compact = cell
    .replace(SPACES, "")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/(kr|sek)\.?$/i, "");
  const found = /^(?:([-+]?)(\d[\d.,']*)|(\d[\d.,']*\d|\d)(-)|\((\d[\d.,']*)\))$/.exec(compact);
  if (!found) return null;
  const [, before, plain, ofLast, , bracketed] = found;
  const isNegative = before === "-" || ofLast !== undefined || bracketed !== undefined;
  return { sign: isNegative ? "-" : "", digits: plain ?? ofLast ?? bracketed ?? "" };
}

/** Whether a cell could be an amount and is no day. */
export function looksLikeAmount(cell: string): boolean {
  return signed(cell) !== null && dayIn(cell) === null;
}

/**
 * What parts kronor from öre in a table: what stands before the last digits in the columns that hold nothing but amounts.
 * Three digits after a single mark say nothing: 1.234 may be either. Null when the columns say nothing or both.
 */
export function decimalOf(rows: readonly { cells: readonly string[] }[], width: number): "," | "." | null {
  const evidence = new Set<string>();
  for (let column = 0; column < width; column += 1) {
    const cells = rows.map(({ cells: row }) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
    if (!cells.every(looksLikeAmount)) continue;
    for (const cell of cells) evidence.add(decimalIn(signed(cell)?.digits ?? ""));
  }
  evidence.delete("");
  const [only] = evidence;
  return evidence.size === 1 && (only === "," || only === ".") ? only : null;
}

function decimalIn(digits: string): "," | "." | "" {
  const [, before = "", mark, after = ""] = /^([\d.,']*)([.,])(\d+)$/.exec(digits) ?? [];
  if (mark !== "," && mark !== ".") return "";
  const other = mark === "," ? "." : ",";
  // The same mark twice groups thousands; the other one before it does, and leaves this one to part the öre.
  if (before.includes(mark)) return other;
  return before.includes(other) || after.length !== 3 ? mark : "";
}

/**
 * Öre from a cell, by the decimal mark that the table was found to use; null when it is no amount, has part of an öre or
 * could mean two things. Minus may stand before or after, or as brackets; 0.5000 is half a krona.
 */
export function amountIn(cell: string, decimal: "," | "." | null): Ore | null {
  const number = signed(cell);
  if (!number) return null;
  const { sign, digits } = number;
  // 1.500 where a point parts the öre, or where nobody knows what does.
  const unclear = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(digits);
  if (unclear && (decimal === null || decimal === unclear[1])) return null;
  if (decimal !== null) {
    const [whole = "", fraction = "", more] = digits.split(decimal);
    const isGrouped = /^\d+$/.test(whole) || /^\d{1,3}([.,'])\d{3}(\1\d{3})*$/.test(whole);
    const ore = fraction.replace(/0+$/, "");
    if (isGrouped && more === undefined && /^\d{0,2}$/.test(ore))
      return parseMoney(`${sign}${whole.replace(/\D/g, "")}${ore === "" ? "" : `,${ore}`}`);
  }
  const ore = /^(\d+[.,]\d\d)0{2,}$/.exec(digits)?.[1] ?? digits;
  return parseMoney(sign + ore);
}
