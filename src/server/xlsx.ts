import "server-only";
import { PassThrough, type Readable } from "node:stream";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import type { Cell } from "./csv";

export type Column = { head: string; width: number };

/**
 * A workbook with typed cells: amounts are numbers in kronor, days are dates, text is text (never a formula, whatever
 * it begins with). The head is frozen; the lines above it say which filter was used.
 */
export function workbook(sheet: {
  name: string;
  notes: readonly string[];
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}): Readable {
  const bold = { fontWeight: "bold" } as const;
  const data: SheetData = [
    ...sheet.notes.map((note) => [{ value: note, type: String }]),
    sheet.columns.map((column) => ({ value: column.head, type: String, ...bold })),
    ...sheet.rows.map((row) => row.map(sheetCell)),
  ];
  const file = writeExcelFile(data, {
    sheet: sheet.name.slice(0, 31),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: sheet.notes.length + 1,
    dateFormat: "yyyy-mm-dd",
  });
  const out = new PassThrough();
  (file.toStream as (to: PassThrough) => Promise<void>)(out).catch((fault) => out.destroy(fault));
  return out;
}

function sheetCell(cell: Cell) {
  // Öre up to 2^53 are exact as a double; no employer's money comes near.
  if ("ore" in cell) return { value: Number(cell.ore) / 100, type: Number, format: "#,##0.00" };
  if ("day" in cell)
    return cell.day === null
      ? null
      : { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  if ("number" in cell) return cell.number === null ? null : { value: cell.number, type: Number };
  return { value: cell.text, type: String };
}
