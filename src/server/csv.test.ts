import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine, csvStart, harmless, plainAmount } from "./csv";

describe("CSV for Swedish Excel", () => {
  test("semicolons, decimal comma, CRLF, byte order mark", () => {
    expect(csvStart("swedish")).toBe("\ufeff");
    expect(
      csvLine(
        [{ text: "Hemtjänst norr" }, { ore: 123456750n }, { day: "2026-11-22" }, { number: 12 }],
        "swedish",
      ),
    ).toBe("Hemtjänst norr;1234567,50;2026-11-22;12\r\n");
  });
  test("a negative amount stays a number with an ASCII minus", () => {
    expect(csvLine([{ ore: -50n }], "swedish")).toBe("-0,50\r\n");
  });
  test("separators, quotes and line breaks are quoted", () => {
    expect(csvLine([{ text: 'a;b "c"\nd' }], "swedish")).toBe('"a;b ""c""\nd"\r\n');
  });
});

test("CSV for machines: commas, decimal point, no mark", () => {
  expect(csvStart("machine")).toBe("");
  expect(csvLine([{ text: "a,b" }, { ore: 100n }], "machine")).toBe('"a,b",1.00\r\n');
});

test("no text cell begins with what a spreadsheet would run", () => {
  fc.assert(
    fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (start, rest) => {
      expect(harmless(start + rest)[0]).toBe("'");
    }),
  );
});

test("an amount keeps its öre for any size", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (ore) => {
      expect(BigInt(plainAmount(ore, ".").replace(".", ""))).toBe(ore);
    }),
  );
});
