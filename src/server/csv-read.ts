import type { Reason } from "@/domain/reason";
import { dayIn, decimalOf, looksLikeAmount } from "./csv-cells";
import { decodeUtf8, decodeWindows1252 } from "./windows-1252";

export type CsvDialect = {
  encoding: "utf8" | "utf8Bom" | "utf16" | "windows1252";
  delimiter: ";" | "," | "\t";
  /** What parts kronor from öre, by the columns of amounts; null when they do not say. */
  decimal: "," | "." | null;
  /** Whether the first line names the columns; else they are called "1", "2" and so on. */
  header: boolean;
  /** Lines above the header that belong to no table: a title, who made it. */
  skipped: number;
};

/** A row as it stands, with the line of the file on which it begins. */
export type CsvRow = { line: number; cells: string[] };
export type CsvFile = { header: string[]; rows: CsvRow[]; dialect: CsvDialect };

/** All of it or its faults, never half. */
export type CsvReading = { csv: CsvFile; faults: [] } | { csv: null; faults: Reason[] };

const MOST_FAULTS = 50;

/**
 * Reads a CSV file of any Swedish dialect, by evidence: semicolons, tabs or commas; UTF-8 with or without its mark,
 * Windows-1252 or Excel's UTF-16; quotes, any line ends, empty lines and a title above the header. Cells come as they
 * stand. Faults are named by line; with one of them nothing is read.
 */
export function readCsv(bytes: Uint8Array): CsvReading {
  const file = decode(bytes);
  if (!file) return { csv: null, faults: [{ key: "money.csv.notText" }] };
  const bad = file.encoding === "windows1252" ? file.text.indexOf("\ufffd") : -1;
  if (bad >= 0) {
    const line = file.text.slice(0, bad).split(/\r\n|\n|\r/).length;
    return { csv: null, faults: [{ key: "money.csv.badCharacter", values: { line } }] };
  }
  const { delimiter, records, fault } = tokenised(file.text);
  if (fault) return { csv: null, faults: [fault] };
  // Single cells above the first line of several are a title; where there is only one column none is.
  const skipped = Math.max(
    0,
    records.findIndex(({ cells }) => cells.length > 1),
  );
  const [first, ...others] = records.slice(skipped);
  if (!first) return { csv: null, faults: [{ key: "money.csv.empty" }] };

  const width = first.cells.length;
  const header = first.cells.every((cell) => dayIn(cell) === null && !looksLikeAmount(cell));
  const rows = (header ? others : [first, ...others]).map(({ line, cells }) => ({
    line,
    cells: fitted(cells, first.cells),
  }));
  if (rows.length === 0) return { csv: null, faults: [{ key: "money.csv.noRows" }] };
  const faults = rows
    .filter(({ cells }) => cells.length !== width)
    .map(
      ({ line, cells }): Reason => ({
        key: "money.csv.width",
        values: { line, found: cells.length, expected: width },
      }),
    );
  if (faults.length > 0) return { csv: null, faults: named(faults) };
  const dialect = { encoding: file.encoding, delimiter, decimal: decimalOf(rows, width), header, skipped };
  return { csv: { header: columnNames(first.cells, header), rows, dialect }, faults: [] };
}

/** A delimiter at the end of some lines and not of others makes empty cells that belong to no column. */
function fitted(cells: string[], header: readonly string[]): string[] {
  const isEmpty = (rest: readonly string[]) => rest.every((cell) => cell.trim() === "");
  if (isEmpty(cells.slice(header.length)) && isEmpty(header.slice(cells.length)))
    return header.map((_, nth) => cells[nth] ?? "");
  return cells;
}

function columnNames(cells: readonly string[], header: boolean): string[] {
  const names: string[] = [];
  for (const [nth, cell] of cells.entries()) {
    const name = (header && cell.trim()) || String(nth + 1);
    let again = 1;
    const called = () => (again === 1 ? name : `${name} ${again}`);
    while (names.some((other) => isSameColumn(other, called()))) again += 1;
    names.push(called());
  }
  return names;
}

/** Whether two names mean the same column, whoever wrote them with capitals or spaces around. */
export function isSameColumn(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function decode(bytes: Uint8Array): { encoding: CsvDialect["encoding"]; text: string } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: "utf16", text: new TextDecoder("utf-16le").decode(bytes) };
  // A workbook is a zip file, and nothing that is text holds a zero.
  if (bytes.includes(0) || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03)) return null;
  const text = decodeUtf8(bytes);
  if (text === null) return { encoding: "windows1252", text: decodeWindows1252(bytes) };
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { encoding: isMarked ? "utf8Bom" : "utf8", text };
}

type Tokens = { delimiter: CsvDialect["delimiter"]; records: CsvRow[]; fault: Reason | null };

const DELIMITERS = ["\t", ";", ","] as const;

/**
 * The rarer a mark is in ordinary text and amounts, the stronger evidence it is: tab, then semicolon, then comma. First
 * asked is for which one every line has the same number of columns, then for which most have.
 */
function tokenised(text: string): Tokens {
  const told = /^sep=([;,\t])(\r\n|\n|\r)/i.exec(text);
  const all = DELIMITERS.filter((delimiter) => !told || told[1] === delimiter).map((delimiter) => {
    const { records, fault } = tokens(text, delimiter);
    const kept = records.slice(told ? 1 : 0).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
    return { delimiter, records: kept, fault, ...usualWidth(kept) };
  });
  const split = all.filter(({ width }) => width > 1);
  return (
    split.find(({ share, fault }) => share === 1 && !fault) ??
    split.find(({ share }) => share >= 0.5) ??
    split.sort((a, b) => b.share - a.share)[0] ??
    all.find(({ delimiter }) => delimiter === (told?.[1] ?? ";")) ?? {
      delimiter: ";",
      records: [],
      fault: null,
    }
  );
}

/** The commonest number of columns and the share of the lines that have it, with or without empty cells at the end. */
function usualWidth(records: readonly CsvRow[]): { width: number; share: number } {
  const filled = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  const [raw, trimmed] = [
    commonest(records.map(({ cells }) => cells.length)),
    commonest(records.map(({ cells }) => filled(cells))),
  ];
  return trimmed.share > raw.share ? trimmed : raw;
}

/** Of two equally common the wider. */
function commonest(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { width, share: count / Math.max(1, widths.length) };
}

const PLAIN_OR_QUOTED = {
  "\t": /(?:"([^"]*(?:""[^"]*)*)"|([^\t\r\n"][^\t\r\n]*)?)(\t|\r\n|\n|\r|$)/y,
  ";": /(?:"([^"]*(?:""[^"]*)*)"|([^;\r\n"][^;\r\n]*)?)(;|\r\n|\n|\r|$)/y,
  ",": /(?:"([^"]*(?:""[^"]*)*)"|([^,\r\n"][^,\r\n]*)?)(,|\r\n|\n|\r|$)/y,
};

/** The records of a text (RFC 4180); a quote counts only where a cell begins. It stops at the first that is broken. */
function tokens(
  text: string,
  delimiter: CsvDialect["delimiter"],
): { records: CsvRow[]; fault: Reason | null } {
  const cell = PLAIN_OR_QUOTED[delimiter];
  const records: CsvRow[] = [];
  let line = 1;
  let record: CsvRow = { line, cells: [] };
  for (let at = 0; at < text.length || record.cells.length > 0; ) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) {
      const isOpen = /^"[^"]*(?:""[^"]*)*$/.test(text.slice(at));
      const values = { line, column: record.cells.length + 1 };
      return { records, fault: { key: isOpen ? "money.csv.openQuote" : "money.csv.afterQuote", values } };
    }
    const [all, quoted, plain = "", end] = found;
    record.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += all.length;
    line += all.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === delimiter) continue;
    records.push(record);
    record = { line, cells: [] };
    if (at >= text.length) break;
  }
  return { records, fault: null };
}

/** The first faults; more would not help. */
export const named = (faults: readonly Reason[]): Reason[] =>
  faults.length > MOST_FAULTS ? [...faults.slice(0, MOST_FAULTS), { key: "money.csv.more" }] : [...faults];
