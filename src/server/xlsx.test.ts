import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetIn, unzip } from "../../tests/e2e/xlsx";
import { type Sheet, workbook } from "./xlsx";
import { columnName, sheetName } from "./xlsx-parts";

async function made(sheet: Partial<Sheet>, most?: number): Promise<Buffer> {
  const whole: Sheet = { name: "Blad", notes: [], columns: [{ head: "A", width: 10 }], rows: [], ...sheet };
  const parts: Buffer[] = [];
  for await (const chunk of workbook([whole], most)) parts.push(chunk);
  return Buffer.concat(parts);
}

test("any text is a cell of text and comes back as it was, but for what XML cannot hold", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 20 }),
      async (texts) => {
        const [, ...rows] = sheetIn(await made({ rows: texts.map((text) => [{ text }]) }));
        const kept = texts.map((text) =>
          text
            .replace(/\r\n?/g, "\n")
            .toWellFormed()
            .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ""),
        );
        expect(rows.map(([cell = ""]) => String(cell).replace(/_x005F(_x[0-9a-fA-F]{4}_)/g, "$1"))).toEqual(
          kept,
        );
      },
    ),
  );
});

test("what begins like a formula is none, and a negative amount is a number", async () => {
  const bytes = await made({ rows: [[{ text: "=1+1" }], [{ text: "-12" }], [{ ore: -1_250n }]] });
  const xml = unzip(bytes).get("xl/worksheets/sheet1.xml")?.toString() ?? "";
  expect(xml).not.toContain("<f");
  expect(xml.match(/t="inlineStr"/g)).toHaveLength(3);
  expect(xml).toContain("<v>-12.50</v>");
});

test("rows that are more than a sheet holds go on in another, each with its head, and none is lost", async () => {
  const rows = Array.from({ length: 25 }, (_, number) => [{ number }]);
  const parts = unzip(await made({ notes: ["Urval"], rows, total: [{ text: "Summa" }] }, 13));
  const sheets = [...parts.keys()].filter((name) => name.startsWith("xl/worksheets/"));
  expect(sheets).toHaveLength(3);
  const numbers = sheets.flatMap((name) =>
    [...(parts.get(name)?.toString() ?? "").matchAll(/<v>(\d+)<\/v>/g)].map(([, value]) => Number(value)),
  );
  expect(numbers).toEqual(rows.map(([cell]) => cell?.number));
  expect(parts.get("xl/workbook.xml")?.toString()).toContain('name="Blad 3"');
  // The sum stands once, below the last row.
  expect(sheets.filter((name) => parts.get(name)?.includes("Summa"))).toEqual(["xl/worksheets/sheet3.xml"]);
});

test("a workbook says what can be filtered, stands still at its head, and names its sheets", async () => {
  const sheet = {
    name: "Statistik: allt/inget",
    notes: ["Urval", "Dag"],
    rows: [[{ text: "a" }], [{ text: "b" }]],
  };
  const parts = unzip(await made({ ...sheet, total: [{ text: "Summa" }] }));
  const xml = parts.get("xl/worksheets/sheet1.xml")?.toString();
  expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<autoFilter ref="A3:A5"/>');
  expect(parts.get("xl/workbook.xml")?.toString()).toContain(
    '<sheet name="Statistik  allt inget" sheetId="1"',
  );
});

test("a source that fails makes no whole file, and one that nobody reads further is let go", async () => {
  let ended = 0;
  const source = async function* (fails: boolean) {
    try {
      for (let number = 0; number < 100_000; number += 1) {
        if (fails && number === 50_000) throw new Error("gone");
        yield [{ number }];
      }
    } finally {
      ended += 1;
    }
  };
  await expect(made({ rows: source(true) })).rejects.toThrow("gone");
  const sheet = { name: "B", notes: [], columns: [{ head: "A", width: 9 }], rows: source(false) };
  // The first bytes are a name; with the next the rows have begun.
  let chunks = 0;
  for await (const _ of workbook([sheet])) if (++chunks === 2) break;
  expect(ended).toBe(2);
});

test("a sheet's name is one that Excel takes, and taken once", () => {
  expect(sheetName("a/b:c", [])).toBe("a b c");
  expect(sheetName("x".repeat(40), ["X".repeat(31)])).toBe(`${"x".repeat(29)} 2`);
  expect(sheetName("[]", [])).toBe("1");
});

test("columns are named as in a spreadsheet", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
