import type { Ore } from "@/domain/money";
import type { Reason } from "@/domain/reason";
import type { Actual } from "@/domain/reconciliation";
import { amountIn, asWritten, dayIn } from "./csv-cells";
import { type CsvFile, isSameColumn, named } from "./csv-read";

/** Which column holds what. Debit and credit may stand apart: then amount is debit. Coding may be several columns. */
export type ActualColumns = {
  day: string;
  amount: string;
  credit: string | null;
  voucher: string;
  line: string | null;
  text: string | null;
  coding: readonly string[];
};

/**
 * The rows as lines of the accounting system, in öre with the file's own signs (debit less credit where they stand
 * apart). Without a column for it a line is its place within its voucher. Faults are named by line and column; with
 * one of them nothing is taken. An amount that could mean two things is a fault, not a guess.
 */
export function readActuals(
  csv: CsvFile,
  columns: ActualColumns,
): { actuals: Actual[]; faults: [] } | { actuals: null; faults: Reason[] } {
  const place = (name: string) => csv.header.findIndex((column) => isSameColumn(column, name));
  const used = [columns.day, columns.amount, columns.credit, columns.voucher, columns.line, columns.text];
  const wanted = [...used.filter((name) => name !== null), ...columns.coding];
  const absent = wanted.filter((name) => place(name) < 0);
  if (absent.length > 0)
    return { actuals: null, faults: absent.map((name) => ({ key: "money.csv.noColumn", values: { name } })) };

  const faults: Reason[] = [];
  const seen = new Map<string, number>();
  const actuals = csv.rows.map(({ line, cells }): Actual => {
    const cell = (name: string | null) => (name === null ? "" : (cells[place(name)] ?? "").trim());
    const fault = (key: "missing" | "notADay" | "notAnAmount" | "noAmount", column: string, value = "") =>
      faults.push({ key: `money.csv.${key}`, values: { line, column, value: asWritten(value) } });
    const amount = (name: string | null): Ore => {
      const text = cell(name);
      const ore = text === "" ? 0n : amountIn(text, csv.dialect.decimal);
      if (ore === null) fault("notAnAmount", name ?? "", text);
      return ore ?? 0n;
    };
    const day = dayIn(cell(columns.day));
    if (cell(columns.day) === "") fault("missing", columns.day);
    else if (day === null) fault("notADay", columns.day, cell(columns.day));
    if (cell(columns.amount) === "" && cell(columns.credit) === "") fault("noAmount", columns.amount);
    const voucher = cell(columns.voucher);
    if (voucher === "") fault("missing", columns.voucher);
    if (columns.line !== null && cell(columns.line) === "") fault("missing", columns.line);
    const key = `${day?.slice(0, 4)} ${voucher}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return {
      voucher,
      line: columns.line === null ? String(seen.get(key)) : cell(columns.line),
      day: day ?? "",
      amount: amount(columns.amount) - amount(columns.credit),
      coding: columns.coding.map(cell).filter(Boolean).join(" "),
      text: cell(columns.text),
    };
  });
  return faults.length > 0 ? { actuals: null, faults: named(faults) } : { actuals, faults: [] };
}
