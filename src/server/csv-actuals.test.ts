import { describe, expect, test } from "vitest";
import { type ActualColumns, readActuals } from "./csv-actuals";
import { readCsv } from "./csv-read";

const COLUMNS: ActualColumns = {
  day: "Bokf.datum",
  amount: "Belopp",
  credit: null,
  voucher: "Ver",
  line: "Rad",
  text: "Text",
  coding: ["Ansvar", "Projekt"],
};
const HEAD = "Ver;Rad;Bokf.datum;Belopp;Text;Ansvar;Projekt";
const actuals = (lines: string[], columns: Partial<ActualColumns> = {}, head = HEAD) => {
  const { csv } = readCsv(Buffer.from([head, ...lines].join("\r\n"), "utf8"));
  if (!csv) throw new Error("not read");
  return readActuals(csv, { ...COLUMNS, ...columns });
};
const faults = (...args: Parameters<typeof actuals>) =>
  actuals(...args).faults.map(({ key, values }) => [
    key.replace("money.csv.", ""),
    values?.line ?? values?.name,
    ...[values?.column, values?.value].filter((it) => it && it !== '""'),
  ]);

describe("lines of the accounting system", () => {
  test("each column where it belongs", () =>
    expect(actuals(["A88;2;20261118;48 500,00-; Insats 26-3318 ;4210;TLO17"]).actuals).toEqual([
      {
        voucher: "A88",
        line: "2",
        day: "2026-11-18",
        amount: -48_500_00n,
        text: "Insats 26-3318",
        coding: "4210 TLO17",
      },
    ]));

  test("without columns for line, text and coding: a line is its place within its voucher and year", () =>
    expect(
      actuals(["A1;;2026-11-18;1;;;", "A2;;2026-11-18;2;;;", "A1;;2026-11-18;3;;;", "A1;;2025-11-18;4;;;"], {
        line: null,
        text: null,
        coding: [],
      }).actuals?.map(({ voucher, line, text, coding }) => [voucher, line, text, coding]),
    ).toEqual([
      ["A1", "1", "", ""],
      ["A2", "1", "", ""],
      ["A1", "2", "", ""],
      ["A1", "1", "", ""],
    ]));

  test("debit and credit apart are one amount", () => {
    const apart = { line: null, text: null, coding: [], amount: "Debet", credit: "Kredit" };
    const head = "Ver;Bokf.datum;Debet;Kredit";
    expect(
      actuals(
        ["A1;2026-11-18;1 234,50;", "A2;2026-11-18;;0,50", "A3;2026-11-18;5,00;2,00"],
        apart,
        head,
      ).actuals?.map(({ amount }) => amount),
    ).toEqual([1_234_50n, -50n, 3_00n]);
    expect(faults(["A1;2026-11-18;;", "A1;2026-11-18;x;1,00"], apart, head)).toEqual([
      ["noAmount", 2, "Debet"],
      ["notAnAmount", 3, "Debet", '"x"'],
    ]);
  });

  test("an amount that could be two things is read by what the others are, or not at all", () => {
    expect(
      actuals(["A;1;2026-11-18;1.234;;;", "A;2;2026-11-18;5,50;;;"]).actuals?.map(({ amount }) => amount),
    ).toEqual([1_234_00n, 5_50n]);
    expect(faults(["A;1;2026-11-18;1.234;;;", "A;2;2026-11-18;5;;;"])).toEqual([
      ["notAnAmount", 2, "Belopp", '"1.234"'],
    ]);
  });

  test("without a header the columns go by their place", () => {
    const { csv } = readCsv(Buffer.from("A1;2026-11-18;1,50\nA2;2026-11-19;2,50\n"));
    const read =
      csv &&
      readActuals(csv, {
        day: "2",
        amount: "3",
        voucher: "1",
        credit: null,
        line: null,
        text: null,
        coding: [],
      });
    expect(read?.actuals?.map(({ amount }) => amount)).toEqual([1_50n, 2_50n]);
  });
});

describe("faults by line and column; nothing is taken with one of them", () => {
  test("all of them, at once", () => {
    const broken = ["A;1;2026-11-31;5,00;;;", ";1;2026-11-18;x;;;", "A;;;;;;", "A;4;2026-11-18;5,00;;;"];
    expect(faults(broken)).toEqual([
      ["notADay", 2, "Bokf.datum", '"2026-11-31"'],
      ["missing", 3, "Ver"],
      ["notAnAmount", 3, "Belopp", '"x"'],
      ["missing", 4, "Bokf.datum"],
      ["noAmount", 4, "Belopp"],
      ["missing", 4, "Rad"],
    ]);
    expect(actuals(broken).actuals).toBeNull();
  });
  test("columns that are not there, each", () =>
    expect(faults(["A;1;2026-11-18;5,00;;;"], { day: "Datum", coding: ["Projekt", "Motpart"] })).toEqual([
      ["noColumn", "Datum"],
      ["noColumn", "Motpart"],
    ]));
  test("a value is shown, but no novel", () =>
    expect(faults([`A;1;2026-11-18;${"x".repeat(500)};;;`])).toEqual([
      ["notAnAmount", 2, "Belopp", `"${"x".repeat(40)}"`],
    ]));
});
