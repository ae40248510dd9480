import { describe, expect, test } from "vitest";
import { readActualsFile } from "@/server/actuals-file";
import { encodeCp437 } from "@/server/cp437";
import { fits, linesOf, type Mapping, SIE_MAPPING, suggestedMapping } from "./mapping";

const csv = (text: string) => readActualsFile("x.csv", Buffer.from(text));
const FILE =
  "Verifikat;Bokföringsdatum;Belopp;Konto;Projekt;Text\nA1;2026-11-12;-48500,00;3599;TLO17;Fonden\n";
const COLUMNS = {
  day: "Bokföringsdatum",
  amount: "Belopp",
  credit: null,
  voucher: "Verifikat",
  line: null,
  text: "Text",
  coding: ["Konto", "Projekt"],
};
const mapping = (over: Partial<Mapping> = {}): Mapping => ({
  columns: COLUMNS,
  codes: [],
  incomes: "minus",
  ...over,
});

describe("what columns are called", () => {
  test.each([
    ["a ledger", FILE.split("\n")[0]?.split(";") ?? [], COLUMNS],
    [
      "debit and credit",
      ["Vernr", "Rad", "Datum", "Debet", "Kredit"],
      {
        day: "Datum",
        amount: "Debet",
        credit: "Kredit",
        voucher: "Vernr",
        line: "Rad",
        text: null,
        coding: [],
      },
    ],
    ["capitals", ["VERNR", "DATUM", "BELOPP"], { day: "DATUM", amount: "BELOPP", voucher: "VERNR" }],
  ])("%s", (_, header, columns) => expect(suggestedMapping(header)?.columns).toMatchObject(columns));
  test("without a day, an amount or a voucher nothing is suggested", () => {
    for (const header of [
      ["Datum", "Belopp"],
      ["Vernr", "Belopp"],
      ["Vernr", "Datum"],
      ["1", "2", "3"],
    ])
      expect(suggestedMapping(header)).toBeNull();
  });
});

describe("a saved mapping", () => {
  test("fits a file that has its columns, in any order and capitals", () => {
    expect(
      fits(mapping(), ["text", "PROJEKT", "konto", "belopp", "verifikat", "bokföringsdatum", "ny"]),
    ).toBe(true);
    expect(fits(mapping(), ["Text", "Konto", "Belopp", "Verifikat", "Bokföringsdatum"])).toBe(false);
  });
  test("of SIE fits SIE alone", () => {
    expect([fits(SIE_MAPPING, null), fits(SIE_MAPPING, ["Konto"]), fits(mapping(), null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("the lines of a file", () => {
  test("an income is below zero, as the file has it or turned", () => {
    const amounts = (incomes: Mapping["incomes"]) =>
      linesOf(csv(FILE), mapping({ incomes })).lines.map(({ amount }) => amount);
    expect([amounts("minus"), amounts("plus")]).toEqual([[-4_850_000n], [4_850_000n]]);
  });
  test("only lines with a code that is asked for", () => {
    expect(linesOf(csv(FILE), mapping({ codes: ["3599"] }))).toMatchObject({
      all: 1,
      lines: [{ voucher: "A1" }],
    });
    expect(linesOf(csv(FILE), mapping({ codes: ["1679"] }))).toMatchObject({ all: 1, lines: [] });
  });
  test("a fault, and then no line", () => {
    const broken = csv(`${FILE}A2;2026-11-31;x;3599;TLO17;\n`);
    const { lines, faults } = linesOf(broken, mapping());
    expect(lines).toEqual([]);
    expect(faults.map(({ values }) => [values?.line, values?.column])).toEqual([
      [3, "Bokföringsdatum"],
      [3, "Belopp"],
    ]);
  });
  test("without columns a CSV file has no lines", () =>
    expect(linesOf(csv(FILE), SIE_MAPPING).faults[0]?.key).toBe("reconciliations.whyNot.noColumns"));
});

test("an SIE file is known by its first record, or by its name", () => {
  const sie = encodeCp437("#FLAGGA 0\r\n#SIETYP 4\r\n");
  expect(readActualsFile("export.txt", sie).format).toBe("sie");
  expect(readActualsFile("bokslut.SE", Buffer.from("a;b\n1;2\n")).faults[0]?.key).toBe("money.sie.notSie");
  expect(readActualsFile("export.txt", Buffer.from("a;b\n1;2\n")).format).toBe("csv");
});
