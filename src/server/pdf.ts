import "server-only";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { type Drawing, drawTable, type PdfTable } from "./pdf-table";

export type PdfReport = {
  title: string;
  lang: "sv" | "en";
  /** What the report says, and the lines beneath it. */
  sentence: string;
  notes: readonly string[];
  tables: readonly PdfTable[];
  made: Date;
  page: (number: number, of: number) => string;
};

// From the working folder, as the migrations are: the build moves the code and carries the fonts along (next.config.ts).
const font = (weight: 400 | 600) =>
  join(
    /* turbopackIgnore: true */ process.cwd(),
    `node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`,
  );

const MARGIN = 42;
const FOOT = 24;

/**
 * A report on paper, tagged so that it can be read aloud (PDF/UA): language and title, headings, tables with their
 * heads, its font embedded. The head of a long table stands on every page; pages are numbered.
 */
export function pdfReport(report: PdfReport): AsyncIterable<Buffer> {
  const isWide = report.tables.some(({ columns }) => columns.length > 5);
  const doc = new PDFDocument({
    size: "A4",
    layout: isWide ? "landscape" : "portrait",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: "1.7",
    subset: "PDF/UA" as never,
    tagged: true,
    lang: report.lang === "sv" ? "sv-SE" : "en-GB",
    displayTitle: true,
    // The library writes the title into XML as it is.
    info: { Title: plain(report.title).replace(/[<>&]/g, " "), CreationDate: report.made },
    font: font(400),
    bufferPages: true,
  });
  doc.registerFont("plain", font(400)).registerFont("bold", font(600));
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  const width = doc.page.width - 2 * MARGIN;
  const say: Drawing["say"] = (type, text, { size, bold, gap }) => {
    doc.font(bold ? "bold" : "plain").fontSize(size);
    whole.add(doc.struct(type, {}, [() => void doc.text(plain(text), MARGIN, doc.y, { width })]));
    doc.y += gap;
  };
  const drawing: Drawing = { doc, whole, left: MARGIN, width, say, plain };

  say("H1", report.title, { size: 18, bold: true, gap: 4 });
  say("P", report.sentence, { size: 12, bold: false, gap: 8 });
  for (const note of report.notes) say("P", note, { size: 9, bold: false, gap: 2 });
  for (const table of report.tables) drawTable(table, drawing);
  whole.end();
  numberPages(doc, report);
  doc.end();
  return doc as unknown as AsyncIterable<Buffer>;
}

/** At the foot of each page, and no part of what is read aloud. */
function numberPages(doc: PDFKit.PDFDocument, { title, page }: PdfReport): void {
  const { count } = doc.bufferedPageRange();
  for (let nth = 0; nth < count; nth += 1) {
    doc.switchToPage(nth);
    // Beneath the margin the library would begin a new page.
    doc.page.margins.bottom = 0;
    const y = doc.page.height - MARGIN;
    const width = doc.page.width - 2 * MARGIN;
    doc.font("plain").fontSize(8);
    doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] } as never);
    doc.text(plain(title), MARGIN, y, { width: width / 2, lineBreak: false });
    doc.text(plain(page(nth + 1, count)), MARGIN + width / 2, y, { width: width / 2, align: "right" });
    doc.endMarkedContent();
  }
}

/** What the font has: Latin letters and the signs of Swedish print. Others lose their accents, or become a question mark. */
const IN_FONT =
  /^[\x20-\x7e\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201e\u2022\u2026\u2039\u203a\u20ac\u2122\u2212]$/;

function plain(text: string): string {
  return [
    ...text
      .normalize("NFC")
      .replace(/[\s\u2000-\u200b\u202f]/g, (space) => (space === "\n" || space === " " ? " " : "\u00a0")),
  ]
    .map((sign) => {
      if (IN_FONT.test(sign)) return sign;
      const base = sign.normalize("NFD")[0] ?? "?";
      return IN_FONT.test(base) ? base : "?";
    })
    .join("");
}
