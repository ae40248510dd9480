import { describe, expect, test } from "vitest";
import { translator } from "@/messages/translator";
import type { ReportSheet } from "./report";
import { type ReportKind, reportFile, sheetsOf } from "./report-file";

const t = translator("sv");
const sheet: ReportSheet = {
  key: "statistics",
  name: "Statistik: allt/inget",
  fileName: "statistik",
  sentence: "Tre insatser.",
  notes: ["Urval: alla medel", "Uttaget 23 november 2026"],
  tables: [
    {
      key: "rows",
      title: "Omsorg har flest",
      columns: [
        { key: "unit", head: "Enhet", kind: "text" },
        { key: "amount", head: "Belopp", kind: "ore" },
        { key: "people", head: "Deltagare", kind: "count" },
        { key: "share", head: "Andel", kind: "percent" },
        { key: "day", head: "Dag", kind: "day" },
      ],
      rows: [
        [
          { text: "+Omsorg & vård <1>" },
          { ore: -12_345n },
          { count: 12 },
          { percent: 0.12345 },
          { day: "2026-11-22" },
        ],
        [{ text: "Skola" }, { ore: null }, { hidden: true }, { percent: null }, { day: null }],
      ],
      foot: [{ text: "Summa" }, { ore: -12_345n }, null, null, null],
    },
    {
      key: "sex",
      title: "Kvinnor är fler",
      columns: [{ key: "sex", head: "Kön", kind: "text" }],
      rows: [[{ text: "Kvinnor" }]],
      foot: null,
    },
  ],
};

async function made(kind: ReportKind): Promise<Buffer> {
  const file = reportFile(
    sheet,
    kind,
    { t, locale: "sv", today: "2026-11-23" },
    new Date("2026-11-23T09:00:00Z"),
  );
  const parts: Uint8Array[] = [];
  for await (const chunk of file.bytes(() => undefined)) parts.push(chunk);
  return Buffer.concat(parts);
}

describe("a report as a file", () => {
  test("CSV for Swedish Excel: every table, numbers as numbers, no formula, what is hidden stays hidden", async () => {
    expect((await made("csv")).toString()).toBe(
      `\ufeffEnhet;Belopp;Deltagare;Andel;Dag\r\n'+Omsorg & vård <1>;-123,45;12;0,1235;2026-11-22\r\nSkola;;${t("reports.hidden")};;\r\nSumma;-123,45;;;\r\n\r\nKön\r\nKvinnor\r\n`,
    );
  });

  test("CSV for machines names the columns by key", async () => {
    expect((await made("machine")).toString()).toMatch(
      /^unit,amount,people,share,day\r\n'\+Omsorg & vård <1>,-123\.45,12,0\.1235,2026-11-22\r\n/,
    );
  });

  test("a workbook has a sheet for each table, typed cells, and the sums apart from what can be filtered", async () => {
    const sheets = sheetsOf(sheet, { t, locale: "sv", today: "2026-11-23" });
    expect(sheets.map(({ name }) => name)).toEqual(["Statistik: allt/inget", "Kvinnor är fler"]);
    expect(sheets[0]?.notes).toEqual(sheet.notes);
    expect(sheets[0]?.rows).toEqual([
      [
        { text: "+Omsorg & vård <1>" },
        { ore: -12_345n },
        { number: 12 },
        { share: 0.12345 },
        { day: "2026-11-22" },
      ],
      [{ text: "Skola" }, { ore: null }, { text: t("reports.hidden") }, { share: null }, { day: null }],
    ]);
    expect(sheets[0]?.total?.[1]).toEqual({ ore: -12_345n });
    expect(sheets[1]?.total).toBeNull();
    expect((await made("xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  test("on paper", async () => {
    expect((await made("pdf")).subarray(0, 8).toString()).toBe("%PDF-1.7");
  });
});
