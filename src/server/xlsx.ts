import "server-only";
import { type Cell, plainAmount } from "./csv";
import { cellText, columnName, type SheetPlace, STYLE, sheetName, workbookParts } from "./xlsx-parts";
import { type ZipPart, zip } from "./zip";

export type Column = { head: string; width: number };

/** A table to take home. Notes stand above its head and say which selection was made; the total stands below it. */
export type Sheet = {
  name: string;
  notes: readonly string[];
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  total?: readonly Cell[] | null;
};

/** As many rows as Excel takes; what is more goes on in a sheet of its own. */
const SHEET_ROWS = 1_048_576;

/**
 * A workbook as it is made, a few rows at a time, none of it held in memory: amounts are numbers in kronor, days are
 * dates, text is text (never a formula, whatever it begins with). The head of each sheet is frozen and can be filtered
 * by; the lines above it say what was chosen.
 */
export function workbook(sheets: readonly Sheet[], most = SHEET_ROWS): AsyncGenerator<Buffer> {
  return zip(partsOf(sheets, most));
}

async function* partsOf(sheets: readonly Sheet[], most: number): AsyncGenerator<ZipPart> {
  const places: SheetPlace[] = [];
  for (const sheet of sheets) {
    const rows = oneByOne(sheet.rows);
    try {
      for (let isDone = false; !isDone; ) {
        const head = sheet.notes.length + 1;
        const written = { last: head, isDone: false };
        yield {
          name: `xl/worksheets/sheet${places.length + 1}.xml`,
          text: () => sheetXml(sheet, rows, most - (sheet.total ? 1 : 0), written),
        };
        const taken = places.map(({ name }) => name);
        const columns = sheet.columns.length;
        places.push({ name: sheetName(sheet.name, taken), head, last: written.last, columns });
        isDone = written.isDone;
      }
    } finally {
      await rows.return(undefined);
    }
  }
  for (const [name, text] of Object.entries(workbookParts(places))) yield { name, text: () => [text] };
}

async function* oneByOne<T>(rows: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, undefined> {
  yield* rows;
}

const PIECE = 32_768;

/** One sheet, and in `written` the number of its last row and whether there are no more. */
async function* sheetXml(
  { notes, columns, total }: Sheet,
  rows: AsyncGenerator<readonly Cell[], undefined>,
  most: number,
  written: { last: number; isDone: boolean },
): AsyncGenerator<string> {
  const head = notes.length + 1;
  const widths = columns.map(
    ({ width }, nth) => `<col min="${nth + 1}" max="${nth + 1}" width="${width}" customWidth="1"/>`,
  );
  let xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join("")}</cols><sheetData>`;
  for (const [nth, note] of notes.entries()) xml += rowXml(nth + 1, [{ text: note }], NOTE);
  const heads = columns.map((column) => ({ text: column.head }));
  xml += rowXml(head, heads, HEAD);
  let at = head;
  while (at < most) {
    const { done, value } = await rows.next();
    if (done) {
      written.isDone = true;
      break;
    }
    at += 1;
    xml += rowXml(at, value, ROW);
    if (xml.length < PIECE) continue;
    yield xml;
    xml = "";
  }
  written.last = at;
  if (total && written.isDone) xml += rowXml(at + 1, total, TOTAL);
  const filter = `<autoFilter ref="A${head}:${columnName(columns.length - 1)}${at}"/>`;
  yield `${xml}</sheetData>${filter}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** How the cells of a row look, by what is in them. */
type Look = { text: number; day: number; amount: number; number: number; share: number };

const { plain, text, day, amount, share } = STYLE;
const ROW: Look = { text, day, amount, number: plain, share };
const NOTE: Look = { ...ROW, text: plain };
const HEAD: Look = { ...ROW, text: STYLE.head };
const TOTAL: Look = {
  ...ROW,
  text: STYLE.total,
  number: STYLE.total,
  amount: STYLE.totalAmount,
  share: STYLE.totalShare,
};

function rowXml(row: number, cells: readonly Cell[], look: Look): string {
  let xml = `<row r="${row}">`;
  for (const [nth, cell] of cells.entries()) xml += cellXml(columnName(nth) + row, cell, look);
  return `${xml}</row>`;
}

function cellXml(at: string, cell: Cell, look: Look): string {
  const number = (value: string | number | null, style: number) =>
    value === null ? "" : `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  if ("ore" in cell) return number(cell.ore === null ? null : plainAmount(cell.ore, "."), look.amount);
  if ("day" in cell) return number(cell.day === null ? null : serial(cell.day), look.day);
  if ("number" in cell) return number(cell.number, look.number);
  if ("share" in cell) return number(cell.share, look.share);
  if (cell.text === "") return "";
  return `<c r="${at}" t="inlineStr" s="${look.text}"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
}

/** A day as Excel counts it: from the last day of 1899, with a leap day in 1900 that never was. */
function serial(of: string): number {
  return Date.parse(`${of}T00:00:00Z`) / 86_400_000 + 25_569;
}
