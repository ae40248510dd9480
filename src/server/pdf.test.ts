import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { pdfReport } from "./pdf";

const ROWS = 120;
const report = {
  title: "Förbrukning <per> enhet & år",
  lang: "sv" as const,
  sentence: "Åtta enheter har använt 1 234 567,50 kr.",
  notes: ["Urval: alla medel", "Uttaget 23 november 2026"],
  tables: [
    {
      title: "Hemtjänst norr har använt mest",
      columns: [
        { head: "Enhet", isNumber: false },
        { head: "Utbetalt", isNumber: true },
      ],
      rows: Array.from({ length: ROWS }, (_, nth) => [`=Enhet ${nth} åäö ÅÄÖ é`, `−${nth}\u00a0234,50`]),
      total: ["Summa", "1 234 567,50"],
    },
  ],
  made: new Date("2026-11-23T09:00:00Z"),
  page: (page: number, pages: number) => `Sida ${page} av ${pages}`,
};

let raw = "";
let streams: string[] = [];
beforeAll(async () => {
  const chunks: Buffer[] = [];
  for await (const chunk of pdfReport(report)) chunks.push(chunk);
  raw = Buffer.concat(chunks).toString("latin1");
  streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return body;
    }
  });
});

/** Every text of the pages, as a reader that follows the fonts' own maps gets it out. */
function readAloud(): string {
  const maps = streams
    .filter((it) => it.includes("begincmap"))
    .map((it) =>
      [...it.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)].flatMap(
        ([, first = "", , list = ""]) =>
          [...list.matchAll(/<([0-9a-f]+)>/gi)].map(
            ([, code = ""], nth) =>
              [
                Number.parseInt(first, 16) + nth,
                Buffer.from(code, "hex").swap16().toString("utf16le"),
              ] as const,
          ),
      ),
    );
  const pages = streams.filter((it) => / Tf\b/.test(it));
  const read = (map: ReadonlyMap<number, string>) =>
    pages
      .map((page) =>
        [...page.matchAll(/\[(.*?)\] TJ/g)]
          .map(([, run = ""]) =>
            [...run.matchAll(/<([0-9a-f]*)>/gi)]
              .flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? [])
              .map((code) => map.get(Number.parseInt(code, 16)) ?? "")
              .join(""),
          )
          .join("\n"),
      )
      .join("\n");
  // Two fonts number their glyphs anew each: what one cannot read the other can.
  return maps.map((map) => read(new Map(map))).join("\n");
}

describe("a report on paper", () => {
  test("is tagged, in Swedish, with its title, and says that it is made for reading aloud", () => {
    const [, mark] = /\/MarkInfo (\d+ 0) R/.exec(raw) ?? [];
    expect(raw).toMatch(new RegExp(`\\n${mark} obj\\n<<\\s*/Marked true`));
    expect(raw).toContain("/StructTreeRoot");
    expect(raw).toMatch(/\/Lang \(sv-SE\)/);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    const xmp = streams.find((it) => it.includes("pdfuaid:part")) ?? "";
    expect(Buffer.from(xmp, "latin1").toString("utf8")).toContain("Förbrukning  per  enhet   år");
    // The library writes it unescaped: a sign of XML would break the whole.
    expect(xmp).not.toMatch(/<rdf:li[^>]*>[^<]*&(?!amp;)/);
  });

  test("has a table of rows with heads for its columns and for each row", () => {
    const count = (type: string) => raw.match(new RegExp(`/S /${type}\\b`, "g"))?.length ?? 0;
    expect(count("Table")).toBe(1);
    expect(count("TR")).toBe(ROWS + 2);
    // Two heads, and the first cell of each row and of the total.
    expect(count("TH")).toBe(2 + ROWS + 1);
    expect(count("TD")).toBe(ROWS + 1);
    expect(raw.match(/\/Scope \/Column/g)?.length).toBe(2);
    expect(count("H1")).toBe(1);
    expect(count("H2")).toBe(1);
  });

  test("embeds its fonts and only those, with a map back to the letters", () => {
    expect(raw).toMatch(/\/FontFile[23] /);
    expect(raw).not.toContain("/Helvetica");
    const text = readAloud();
    expect(text).toContain("=Enhet 7 åäö ÅÄÖ é");
    expect(text).toMatch(/−7\s234,50/);
    expect(text).toContain("Förbrukning");
    expect(text).not.toContain("\ufffd");
  });

  test("goes on over pages, each numbered and each with the head of the table", () => {
    const pages = raw.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    const text = readAloud();
    for (let nth = 1; nth <= pages; nth += 1) expect(text).toContain(`Sida ${nth} av ${pages}`);
    expect(text.match(/^Utbetalt$/gm)?.length).toBe(pages);
    expect(text).toContain(`=Enhet ${ROWS - 1} `);
  });
});
