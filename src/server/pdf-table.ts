import "server-only";

export type PdfTable = {
  /** A finding in words. */
  title: string;
  columns: readonly { head: string; isNumber: boolean }[];
  /** In words and numbers of the reader's language. The first column names the row. */
  rows: readonly (readonly string[])[];
  total: readonly string[] | null;
};

type Struct = PDFKit.PDFStructureElement;

export type Drawing = {
  doc: PDFKit.PDFDocument;
  whole: Struct;
  left: number;
  width: number;
  say(type: string, text: string, how: { size: number; bold: boolean; gap: number }): void;
  plain(text: string): string;
};

const SIZE = 9;
const PAD = 4;
/** A column is measured by so many rows; longer texts in the others are broken. */
const MEASURED = 300;

/** A table with its heading, from where the page stands; its head again on every page that it goes on to. */
export function drawTable(table: PdfTable, drawing: Drawing): void {
  const { doc, whole, say } = drawing;
  doc.y += 14;
  if (doc.y + 80 > doc.page.maxY()) doc.addPage();
  say("H2", table.title, { size: 12, bold: true, gap: 4 });
  if (table.rows.length === 0) return;
  const widths = widthsOf(table, drawing);
  const struct = doc.struct("Table");
  whole.add(struct);
  const heads = table.columns.map(({ head }) => head);
  const row = (cells: readonly string[], kind: "head" | "row" | "total" | "repeat") =>
    drawRow(cells, kind, kind === "repeat" ? null : struct, widths, table, drawing);
  row(heads, "head");
  const body = (cells: readonly string[], kind: "row" | "total") => {
    if (doc.y + heightOf(cells, widths, kind === "total", drawing) > doc.page.maxY()) {
      doc.addPage();
      row(heads, "repeat");
    }
    row(cells, kind);
  };
  for (const cells of table.rows) body(cells, "row");
  if (table.total) body(table.total, "total");
  struct.end();
}

/** Numbers get the room they need; texts share the rest, by how long they are. */
function widthsOf({ columns, rows, total }: PdfTable, { doc, width, plain }: Drawing): number[] {
  const needs = columns.map(({ head }, nth) => {
    doc.font("bold").fontSize(SIZE);
    const bold = [head, total?.[nth] ?? ""].map((text) => doc.widthOfString(plain(text)));
    doc.font("plain");
    const cells = rows.slice(0, MEASURED).map((row) => doc.widthOfString(plain(row[nth] ?? "")));
    return Math.max(...bold, ...cells) + 2 * PAD + 1;
  });
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  if (sum(needs) <= width) return needs.map((need) => (need * width) / sum(needs));
  const fixed = needs.map((need, nth) => (columns[nth]?.isNumber ? Math.min(need, width / 6) : 0));
  const left = Math.max(width - sum(fixed), width / 3);
  const texts = needs.map((need, nth) => (columns[nth]?.isNumber ? 0 : Math.min(need, width / 2)));
  const wanted = needs.map((_, nth) => fixed[nth] || ((texts[nth] ?? 0) * left) / (sum(texts) || 1));
  return wanted.map((it) => (it * width) / Math.max(width, sum(wanted)));
}

function heightOf(
  cells: readonly string[],
  widths: readonly number[],
  isBold: boolean,
  { doc, plain }: Drawing,
): number {
  doc.font(isBold ? "bold" : "plain").fontSize(SIZE);
  const heights = cells.map((text, nth) =>
    doc.heightOfString(plain(text) || " ", { width: (widths[nth] ?? 0) - 2 * PAD }),
  );
  // A cell that is longer than a page is cut off there.
  return Math.min(Math.max(...heights) + 2 * PAD, doc.page.maxY() - doc.page.margins.top - 60);
}

function drawRow(
  cells: readonly string[],
  kind: "head" | "row" | "total" | "repeat",
  table: Struct | null,
  widths: readonly number[],
  { columns }: PdfTable,
  drawing: Drawing,
): void {
  const { doc, left, width, plain } = drawing;
  const isHead = kind === "head" || kind === "repeat";
  const isBold = kind !== "row";
  const height = heightOf(cells, widths, isBold, drawing);
  const top = doc.y;
  const row = table && doc.struct("TR");
  if (row) table.add(row);
  let x = left;
  for (const [nth, text] of cells.entries()) {
    const room = widths[nth] ?? 0;
    const at = x;
    const draw = () => {
      doc.font(isBold ? "bold" : "plain").fontSize(SIZE);
      const align = columns[nth]?.isNumber ? "right" : "left";
      doc.text(plain(text), at + PAD, top + PAD, { width: room - 2 * PAD, height: height - 2 * PAD, align });
    };
    if (row) cell(doc, row, isHead || nth === 0 ? "TH" : "TD", isHead ? "Column" : "Row", draw);
    else asArtifact(doc, draw);
    x += room;
  }
  row?.end();
  asArtifact(doc, () => {
    doc
      .lineWidth(isBold ? 1 : 0.4)
      .moveTo(left, kind === "total" ? top : top + height)
      .lineTo(left + width, kind === "total" ? top : top + height)
      .stroke("#666");
  });
  doc.y = top + height;
}

function cell(
  doc: PDFKit.PDFDocument,
  row: Struct,
  type: "TH" | "TD",
  scope: "Column" | "Row",
  draw: () => void,
): void {
  const struct = doc.struct(type);
  row.add(struct);
  if (type === "TH") {
    const attributes = doc.ref({ O: "Table", Scope: scope });
    // The library's own tables set it in the same place.
    (struct as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = attributes;
    attributes.end(undefined);
  }
  struct.add(draw);
  struct.end();
}

function asArtifact(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" } as never);
  draw();
  doc.endMarkedContent();
}
