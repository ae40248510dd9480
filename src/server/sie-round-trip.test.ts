import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/domain/day";
import { sum } from "@/domain/money";
import { decodeCp437 } from "./cp437";
import { readSie } from "./sie-read";
import { sieText, writeSie } from "./sie-write";

// Texts of every kind: formulas, quotes, separators, control characters, what code page 437 has not.
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."σΣ÷┼─╓Θ╔°²½ß"), maxLength: 4 }),
  fc.string({ unit: fc.constantFrom(..."åÄö\"\\{} \t\r\n#;=+-@'–”€"), maxLength: 12 }),
  fc.constantFrom(
    "=SUMMA(A1:A9)",
    "+46",
    "-1",
    "@cmd",
    '"',
    "\\",
    '\\"',
    "#UB 0 1910 1",
    "}",
    "Vård & skola",
  ),
);
const codes = words.map((it) => `k${it}`);
const objects = fc.uniqueArray(
  fc.record({ dimension: fc.constantFrom(1, 2, 6, 20, 21, 22), object: codes }),
  {
    maxLength: 4,
    selector: (it) => it.dimension,
  },
);
const accounts = fc.integer({ min: 1, max: 9_999_999 }).map(String);
const vouchers = fc.array(
  fc.record({
    series: words,
    number: words,
    day: fc.nat({ max: 9_000 }).map((days) => addDays("2010-01-01", days)),
    text: words,
    rows: fc
      .array(
        fc.record({
          account: accounts,
          objects,
          amount: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
          text: words,
        }),
        { maxLength: 6 },
      )
      .chain((rows) =>
        accounts.map((account) => [
          ...rows,
          { account, objects: [], amount: -sum(rows.map((it) => it.amount)), text: "" },
        ]),
      ),
  }),
  { minLength: 1, maxLength: 5 },
);
const files = fc.record({
  program: fc.record({ name: words, version: words }),
  made: fc.constant("2026-11-22"),
  employer: fc.record({ name: codes, orgNumber: fc.constantFrom(null, "212000-0142") }),
  accounts: fc.uniqueArray(fc.record({ account: accounts, name: words }), {
    selector: (it) => it.account,
    maxLength: 3,
  }),
  dimensions: fc.constant([1, 2, 6, 20, 21, 22].map((dimension) => ({ dimension, name: `d${dimension}` }))),
  objects: fc.array(fc.record({ dimension: fc.constantFrom(1, 6, 22), object: codes, name: words }), {
    maxLength: 3,
  }),
  vouchers,
});

describe("laws for any text", () => {
  test("what is written is read back as it was, in its plain form", () =>
    fc.assert(
      fc.property(files, (file) => {
        const { sie, faults } = readSie(writeSie(file));
        expect(faults).toEqual([]);
        expect(sie?.name).toBe(sieText(file.employer.name));
        expect(sie?.dimensions).toEqual(file.dimensions);
        expect(sie?.notes).toEqual([]);
        expect(sie?.vouchers.map(({ line, ...voucher }) => voucher)).toEqual(
          file.vouchers.map((it) => ({
            series: sieText(it.series),
            number: sieText(it.number),
            day: it.day,
            text: sieText(it.text),
            rows: it.rows.map((each) => ({
              ...each,
              objects: each.objects.map(({ dimension, object }) => ({ dimension, object: sieText(object) })),
              text: sieText(each.text),
            })),
          })),
        );
        const declared = new Set(sie?.objects.map(({ dimension, object }) => `${dimension} ${object}`));
        for (const { rows } of sie?.vouchers ?? [])
          for (const each of rows)
            for (const it of each.objects) expect(declared).toContain(`${it.dimension} ${it.object}`);
        expect(declared.size).toBe(sie?.objects.length);
      }),
      { numRuns: 500 },
    ));

  const ORDER = [
    "FLAGGA",
    "PROGRAM",
    "FORMAT",
    "GEN",
    "SIETYP",
    "FNAMN",
    "ORGNR",
    "KONTO",
    "DIM",
    "OBJEKT",
    "VER",
  ];
  test("only allowed records, in their order, and every voucher sums to zero", () =>
    fc.assert(
      fc.property(files, (file) => {
        const lines = decodeCp437(writeSie(file)).split("\r\n").slice(0, -1);
        const records = lines.flatMap((line) => /^#([A-Z]+) /.exec(line)?.[1] ?? []);
        expect(lines.filter((line) => !/^(#[A-Z]+ .*|[{}])$/.test(line))).toEqual([]);
        const places = records
          .filter((record) => record !== "TRANS")
          .map((record) => ORDER.indexOf(record === "UNDERDIM" ? "DIM" : record));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(records.slice(0, 6)).toEqual(ORDER.slice(0, 6));
        for (const { rows } of readSie(writeSie(file)).sie?.vouchers ?? [])
          expect(sum(rows.map(({ amount }) => amount))).toBe(0n);
      }),
      { numRuns: 300 },
    ));

  test("a text of code page 437 without strokes and control characters is untouched", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."abcåäöÅÄÖéüß½ §\"'{}#;=+-@".split("")) }),
        (plain) => {
          // The section sign is not among its signs.
          expect(sieText(plain)).toBe(plain.replaceAll("§", "?"));
        },
      ),
      { numRuns: 300 },
    ));
});
