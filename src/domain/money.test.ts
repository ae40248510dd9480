import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editableMoney, parseMoney, sum } from "./money";

describe("every Swedish way of writing an amount", () => {
  test.each([
    ["48500", 48_500_00n],
    ["48 500", 48_500_00n],
    ["48\u00a0500", 48_500_00n],
    ["48\u202f500", 48_500_00n],
    ["48\u2009500 kr", 48_500_00n],
    ["48 500,50", 48_500_50n],
    ["48500,5", 48_500_50n],
    ["48500.50", 48_500_50n],
    ["48.500,50", 48_500_50n],
    ["1.234.567", 1_234_567_00n],
    ["1.234.567,89 kr", 1_234_567_89n],
    ["1'234'567", 1_234_567_00n],
    ["48 500:-", 48_500_00n],
    ["48 500,-", 48_500_00n],
    ["48 500,–", 48_500_00n],
    ["48 500:50", 48_500_50n],
    ["48 500 kr.", 48_500_00n],
    ["48 500 SEK", 48_500_00n],
    ["SEK 48 500", 48_500_00n],
    ["kr 48 500", 48_500_00n],
    ["48 500 kronor", 48_500_00n],
    ["48,5 tkr", 48_500_00n],
    ["1,3 mnkr", 1_300_000_00n],
    ["1,3 Mkr", 1_300_000_00n],
    ["9,8 MNKR", 9_800_000_00n],
    ["1,3 miljoner", 1_300_000_00n],
    ["1,3 miljoner kronor", 1_300_000_00n],
    ["1 miljon kr", 1_000_000_00n],
    ["48 tusen", 48_000_00n],
    ["0", 0n],
    ["0,01", 1n],
    ["\u2212500", -500_00n],
    ["-500 kr", -500_00n],
    ["-0", 0n],
  ])("%s", (text, ore) => expect(parseMoney(text)).toBe(ore));
});

describe("what is not one clear amount is refused", () => {
  test.each([
    "",
    " ",
    "kr",
    "-",
    "abc",
    "12abc",
    "1e5",
    "0x10",
    "1.234",
    "1,2,3",
    "1.2.3",
    "12.34.567",
    "1,234.567",
    "0,001",
    "0,001 kr",
    "12,345",
    "--5",
    "5-",
    "5,",
    ",5",
    "1 000 kr kr",
    "10²",
    "½",
    "1/2",
    "Infinity",
    "1.00000 mnkr",
    "0,000001 tkr",
    "12:5:0",
    "5:500",
    "5,50:50",
    "12:50 tkr kr",
  ])("%s", (text) => expect(parseMoney(text)).toBeNull());
});

test("what is beyond reason is a slip, and would outgrow the database", () => {
  expect(parseMoney("10 000 000 000 000")).toBe(10n ** 15n);
  expect(parseMoney("10 000 000 000 000,01")).toBeNull();
  expect(parseMoney("99999999999999999999")).toBeNull();
});

test("what a form field shows is read back as the same öre", () => {
  expect(editableMoney(1_234_567_50n)).toBe("1234567,50");
  expect(editableMoney(5n)).toBe("0,05");
  expect(editableMoney(-100n)).toBe("-1");
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      (ore) => parseMoney(editableMoney(ore)) === ore,
    ),
  );
});

test("an amount with groups and öre is read whatever its size", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.constantFrom("\u00a0", " ", "\u202f"),
      fc.constantFrom("", " kr", "\u00a0kr", " SEK"),
      (ore, space, unit) => {
        const whole = String(ore / 100n).replace(/\B(?=(\d{3})+$)/g, space);
        return parseMoney(`${whole},${String(ore % 100n).padStart(2, "0")}${unit}`) === ore;
      },
    ),
  );
});

test("sums are exact, and nothing sums to zero", () => {
  expect(sum([])).toBe(0n);
  expect(sum([9_007_199_254_740_993n, 1n, -2n])).toBe(9_007_199_254_740_992n);
});
