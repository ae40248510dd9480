import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountIn, dayIn, decimalOf, looksLikeAmount } from "./csv-cells";

describe("a day", () => {
  test.each([
    ["2026-11-22", "2026-11-22"],
    ["20261122", "2026-11-22"],
    ["2026/11/22", "2026-11-22"],
    ["2026.11.22", "2026-11-22"],
    [" 2026-11-22 ", "2026-11-22"],
    ["2026-11-22 00:00:00", "2026-11-22"],
    ["2026-11-22T13:45:10.123", "2026-11-22"],
    ["2026-11-22 13.45", "2026-11-22"],
    ["2026-02-29", null],
    ["2026-1122", null],
    ["2026-11/22", null],
    ["261122", null],
    // Day or month first? It is not guessed.
    ["11/12/2026", null],
    ["22 nov 2026", null],
    ["", null],
  ])("%j is %s", (cell, day) => expect(dayIn(cell)).toBe(day));
});

describe("an amount", () => {
  test.each([
    ["1234,50", null, 1_234_50n],
    ["1234.5", null, 1_234_50n],
    ["1 234,50", null, 1_234_50n],
    ["1\u00a0234\u202f567,50", null, 1_234_567_50n],
    ["1.234,50", null, 1_234_50n],
    ["1,234.50", null, 1_234_50n],
    ["1.234.567", null, 1_234_567_00n],
    ["1'234.50", null, 1_234_50n],
    ["-1234,50", null, -1_234_50n],
    ["\u2212500", null, -500_00n],
    ["1234,50-", null, -1_234_50n],
    ["5-", null, -5_00n],
    ["(1 234,50)", null, -1_234_50n],
    ["+48500", null, 48_500_00n],
    ["48 500 kr", null, 48_500_00n],
    ["1234.5000", null, 1_234_50n],
    ["0,00", null, 0n],
    ["1.234", ",", 1_234_00n],
    ["1,234", ".", 1_234_00n],
    ["1.234.567,5", ",", 1_234_567_50n],
    ["1234.500", ".", 1_234_50n],
    ["0.500", ".", 50n],
    // Could be either, whatever other columns say.
    ["1.234", null, null],
    ["1,234", null, null],
    ["1,500", null, null],
    ["1.500", ".", null],
    ["1,500", ",", null],
    ["1234,505", null, null],
    ["1234,505", ",", null],
    ["12.34.567", ",", null],
    ["1,2,3", ",", null],
    ["=1+1", null, null],
    ["1e5", null, null],
    ["--5", null, null],
    ["(5", null, null],
    ["kr", null, null],
    ["", null, null],
  ] as const)("%j with %j is %s öre", (cell, decimal, ore) => expect(amountIn(cell, decimal)).toBe(ore));

  test("a day is no amount, though it is all digits", () => {
    expect(looksLikeAmount("20261122")).toBe(false);
    expect(looksLikeAmount("2026.11.22")).toBe(false);
    expect(looksLikeAmount("20261322")).toBe(true);
  });

  // Every way in which some system writes them.
  const styles = fc.record({
    decimal: fc.constantFrom("," as const, "." as const),
    group: fc.constantFrom("", " ", "\u00a0", "'", "other"),
    sign: fc.constantFrom("before", "after", "brackets", "\u2212"),
    known: fc.boolean(),
  });
  test("however it is written it comes back to the öre, or, when it could be two things, not at all", () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), styles, (ore, style) => {
        const size = ore < 0n ? -ore : ore;
        const group = style.group === "other" ? (style.decimal === "," ? "." : ",") : style.group;
        const whole = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, group);
        const plain = `${whole}${style.decimal}${String(size % 100n).padStart(2, "0")}`;
        const marks = { before: ["-", ""], after: ["", "-"], brackets: ["(", ")"], "\u2212": ["\u2212", ""] };
        const [before, after] = marks[style.sign as keyof typeof marks];
        const text = ore < 0n ? `${before}${plain}${after}` : plain;
        expect(amountIn(text, style.known ? style.decimal : null)).toBe(ore);
      }),
      { numRuns: 1_000 },
    ));
});

describe("what parts kronor from öre", () => {
  const of = (...cells: string[]) =>
    decimalOf(
      cells.map((cell) => ({ cells: ["2026.11.22", "v. 1.5", cell] })),
      3,
    );
  test.each([
    [["1234,50"], ","],
    [["1234.50"], "."],
    [["1.234,5", "1.234"], ","],
    [["1.234.567"], ","],
    [["1,234,567", "5"], "."],
    [["1.234"], null],
    [["500"], null],
    [["1,5", "1.5"], null],
    [["1,5", "ingen"], null],
    [["1,234.500"], "."],
    [[""], null],
  ])("%j: %j", (cells, mark) => expect(of(...cells)).toBe(mark));
});
