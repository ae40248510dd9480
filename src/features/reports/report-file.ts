import { type Cell, csvFile, csvLine, type Dialect } from "@/server/csv";
import type { Download } from "@/server/download";
import { pdfReport } from "@/server/pdf";
import { type Sheet, workbook } from "@/server/xlsx";
import type { ReportCell, ReportColumn, ReportSheet, ReportTable, Saying } from "./report";
import { cellWords } from "./report-table";

export const REPORT_KINDS = ["xlsx", "csv", "machine", "pdf"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report as a file: the same rows and sums as on the screen, all of them. */
export function reportFile(sheet: ReportSheet, kind: ReportKind, saying: Saying, now: Date): Download {
  return { name: sheet.fileName, kind, bytes: () => bytesOf(sheet, kind, saying, now) };
}

function bytesOf(sheet: ReportSheet, kind: ReportKind, saying: Saying, now: Date): AsyncIterable<Uint8Array> {
  switch (kind) {
    case "pdf":
      return pdfReport({
        title: sheet.name,
        lang: saying.locale,
        sentence: sheet.sentence,
        notes: sheet.notes,
        tables: sheet.tables.map((table) => onPaper(table, saying)),
        made: now,
        page: (page, pages) => saying.t("exports.pdf.page", { page, pages }),
      });
    case "xlsx":
      return workbook(sheetsOf(sheet, saying));
    default:
      return csvTables(sheet, kind === "csv" ? "swedish" : "machine", saying);
  }
}

/** A sheet of a workbook for each table, with the selection above it. */
export function sheetsOf(sheet: ReportSheet, saying: Saying): Sheet[] {
  return sheet.tables.map((table, nth) => ({
    name: nth === 0 ? sheet.name : table.title,
    notes: sheet.notes,
    columns: table.columns.map(({ head, kind }) => ({ head, width: WIDTHS[kind] })),
    rows: table.rows.map((row) => row.map((cell) => cellOf(cell, saying))),
    total: table.foot?.map((cell) => cellOf(cell, saying)) ?? null,
  }));
}

const WIDTHS: Record<ReportColumn["kind"], number> = { text: 40, ore: 18, count: 14, day: 14, percent: 12 };

/** One table after the other with an empty line between; machines are told the columns by key. */
async function* csvTables(sheet: ReportSheet, dialect: Dialect, saying: Saying): AsyncGenerator<Uint8Array> {
  for (const [nth, { columns, rows, foot }] of sheet.tables.entries()) {
    const heads = columns.map(({ head, key }) => (dialect === "machine" ? key : head));
    const all = [...rows, ...(foot ? [foot] : [])].map((row) => row.map((cell) => cellOf(cell, saying)));
    if (nth === 0) {
      yield* csvFile(heads, all, dialect);
      continue;
    }
    const lines = [[], heads.map((text) => ({ text })), ...all];
    yield Buffer.from(lines.map((line) => csvLine(line, dialect)).join(""));
  }
}

function cellOf(cell: ReportCell | null, { t }: Saying): Cell {
  if (cell === null) return { text: "" };
  if ("text" in cell) return { text: cell.text };
  if ("ore" in cell) return { ore: cell.ore };
  if ("day" in cell) return { day: cell.day };
  if ("percent" in cell) return { share: cell.percent };
  if ("count" in cell) return { number: cell.count };
  return { text: t("reports.hidden") };
}

function onPaper({ title, columns, rows, foot }: ReportTable, saying: Saying) {
  const words = (row: readonly (ReportCell | null)[]) =>
    row.map((cell) => (cell ? cellWords(cell, saying) : ""));
  return {
    title,
    columns: columns.map(({ head, kind }) => ({ head, isNumber: kind !== "text" && kind !== "day" })),
    rows: rows.map(words),
    total: foot ? words(foot) : null,
  };
}
