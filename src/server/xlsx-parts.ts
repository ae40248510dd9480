// What a workbook is made of beside its rows.

const names: string[] = [];

/** The name of a column counted from 0: "A", "Z", "AA". */
export function columnName(nth: number): string {
  for (let at = names.length; at <= nth; at += 1)
    names.push((at >= 26 ? columnName(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26)));
  return names[nth] ?? "";
}

/** A text as it can stand in a cell: what XML cannot hold is left out, and Excel's own escape is escaped. */
export function cellText(text: string): string {
  return escaped(
    text
      .slice(0, LONGEST)
      .replace(/\r\n?/g, "\n")
      .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
      .replace(/_x[0-9a-fA-F]{4}_/g, "_x005F$&"),
  );
}

/** As many characters as Excel takes in a cell. */
const LONGEST = 32_767;

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/**
 * A sheet's name without what Excel refuses, 31 characters at most; one that is taken already gets a number.
 */
export function sheetName(name: string, taken: readonly string[]): string {
  const plain =
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "1";
  const isTaken = (wish: string) => taken.some((other) => other.toLowerCase() === wish.toLowerCase());
  for (let nth = 1; ; nth += 1) {
    const number = nth === 1 ? "" : ` ${nth}`;
    const wish = plain.slice(0, 31 - number.length).trim() + number;
    if (!isTaken(wish)) return wish;
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A sheet as the workbook knows it: the row of its head and the last that can be filtered by it. */
export type SheetPlace = { name: string; head: number; last: number; columns: number };

/** The parts that name the sheets, by their paths in the archive. */
export function workbookParts(sheets: readonly SheetPlace[]): Record<string, string> {
  const each = (make: (sheet: SheetPlace, nth: number) => string) => sheets.map(make).join("");
  const quoted = (name: string) => escaped(`'${name.replace(/'/g, "''")}'`);
  const filtered = ({ name, head, last, columns }: SheetPlace, nth: number) =>
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${nth}" hidden="1">${quoted(name)}!$A$${head}:$${columnName(columns - 1)}$${last}</definedName>`;
  const repeated = ({ name, head }: SheetPlace, nth: number) =>
    `<definedName name="_xlnm.Print_Titles" localSheetId="${nth}">${quoted(name)}!$${head}:$${head}</definedName>`;
  const type = (of: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${of}+xml`;
  return {
    "xl/workbook.xml": `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets>${each(({ name }, nth) => `<sheet name="${escaped(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`)}</sheets><definedNames>${each(filtered)}${each(repeated)}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((_, nth) => `<Relationship Id="rId${nth + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${nth + 1}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLES,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type("sheet.main")}"/><Override PartName="/xl/styles.xml" ContentType="${type("styles")}"/>${each((_, nth) => `<Override PartName="/xl/worksheets/sheet${nth + 1}.xml" ContentType="${type("worksheet")}"/>`)}</Types>`,
  };
}

/** Places in the list of styles below. */
export const STYLE = {
  plain: 0,
  text: 1,
  day: 2,
  amount: 3,
  share: 4,
  head: 5,
  total: 6,
  totalAmount: 7,
  totalShare: 8,
} as const;

/** Format and font of each. Format 49 is text: what is typed over such a cell stays text too. */
const FORMATS = [
  [0, 0],
  [49, 0],
  [164, 0],
  [165, 0],
  [166, 0],
  [49, 1],
  [49, 1],
  [165, 1],
  [166, 1],
].map(
  ([format, font]) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
);

const STYLES = `${XML}<styleSheet xmlns="${SHEETS}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.00"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.join("")}</cellXfs></styleSheet>`;
