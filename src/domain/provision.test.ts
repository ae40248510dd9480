import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./day";
import {
  balanceAge,
  LOM_RATES,
  type Rate,
  rateOn,
  whyNotProvide,
  whyNotRates,
  yearlyProvision,
} from "./provision";

const rate = (from: string, until: string | null, ppm = 2_000): Rate => ({ from, until, ppm });

describe("LOM over its change of rate", () => {
  test.each([
    ["2014-12-31", null],
    ["2015-01-01", 3_000],
    ["2023-12-31", 3_000],
    ["2024-01-01", 2_000],
    ["2099-06-01", 2_000],
  ])("on %s it is %s", (day, ppm) => expect(rateOn(LOM_RATES, day)).toBe(ppm));

  test("the table is sound", () => expect(whyNotRates(LOM_RATES)).toBeNull());

  test("100 billion of payroll gave 300 million and gives 200 [T3, domain 3.1]", () => {
    const payroll = 100_000_000_000_00n;
    expect(yearlyProvision(payroll, rateOn(LOM_RATES, "2023-07-01") ?? 0)).toBe(300_000_000_00n);
    expect(yearlyProvision(payroll, rateOn(LOM_RATES, "2024-07-01") ?? 0)).toBe(200_000_000_00n);
  });
});

describe("a table that cannot be used is named by its days", () => {
  test.each([
    ["is empty", [], { key: "money.provision.noRates" }],
    [
      "has a gap",
      [rate("2024-01-03", null), rate("2020-01-01", "2023-12-31")],
      { key: "money.provision.gap", values: { from: "2024-01-01", until: "2024-01-02" }, field: "from" },
    ],
    [
      "has a gap of one day",
      [rate("2020-01-01", "2023-12-30"), rate("2024-01-01", null)],
      { key: "money.provision.gap", values: { from: "2023-12-31", until: "2023-12-31" }, field: "from" },
    ],
    [
      "shares a day",
      [rate("2020-01-01", "2024-01-01"), rate("2024-01-01", null)],
      {
        key: "money.provision.overlap",
        values: { first: "2020-01-01", second: "2024-01-01" },
        field: "from",
      },
    ],
    [
      "goes on under the next one",
      [rate("2020-01-01", null), rate("2024-01-01", null)],
      {
        key: "money.provision.overlap",
        values: { first: "2020-01-01", second: "2024-01-01" },
        field: "from",
      },
    ],
    [
      "ends before it begins",
      [rate("2024-01-01", "2023-12-31")],
      {
        key: "money.provision.endBeforeStart",
        values: { from: "2024-01-01", until: "2023-12-31" },
        field: "until",
      },
    ],
    [
      "has half a millionth",
      [rate("2024-01-01", null, 0.5)],
      { key: "money.provision.notAShare", values: { from: "2024-01-01" }, field: "rate" },
    ],
    [
      "has more than all of it",
      [rate("2024-01-01", null, 1_000_001)],
      { key: "money.provision.notAShare", values: { from: "2024-01-01" }, field: "rate" },
    ],
  ])("%s", (_, rates, reason) => expect(whyNotRates(rates)).toEqual(reason));
});

/** Periods that follow each other without a gap, the last one open or not. */
const sound = fc
  .record({
    start: fc.integer({ min: 0, max: 4_000 }),
    lengths: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 }),
    ends: fc.boolean(),
  })
  .map(({ start, lengths, ends }) => {
    let from = addDays("2015-01-01", start);
    return lengths.map((length, nth): Rate => {
      const until = addDays(from, length - 1);
      const it = { from, until: nth === lengths.length - 1 && !ends ? null : until, ppm: nth };
      from = addDays(until, 1);
      return it;
    });
  });

describe("laws of a table", () => {
  test("sound in any order; every day of it has one rate, the day before it none", () =>
    fc.assert(
      fc.property(sound, fc.nat({ max: 2_000 }), (rates, days) => {
        const shuffled = [...rates].reverse();
        expect(whyNotRates(shuffled)).toBeNull();
        const first = rates[0]?.from ?? "";
        const day = addDays(first, days);
        const fits = rates.filter((it) => it.from <= day && (it.until === null || day <= it.until));
        expect(fits.length <= 1).toBe(true);
        expect(rateOn(shuffled, day)).toBe(fits[0]?.ppm ?? null);
        expect(rateOn(rates, addDays(first, -1))).toBeNull();
      }),
      { numRuns: 300 },
    ));

  test("one day moved anywhere inside makes a gap or an overlap", () =>
    fc.assert(
      fc.property(sound, fc.nat(), fc.constantFrom(-1, 1), (rates, which, by) => {
        if (rates.length < 2) return;
        const nth = 1 + (which % (rates.length - 1));
        const moved = rates.map((it, at) => (at === nth ? { ...it, from: addDays(it.from, by) } : it));
        // Moved past its own end it is named for that instead.
        expect(whyNotRates(moved)?.key).toMatch(/gap|overlap|endBeforeStart/);
      }),
      { numRuns: 300 },
    ));
});

describe("a year's provision", () => {
  test.each([
    [0n, 2_000, 0n],
    [249n, 2_000, 0n],
    [250n, 2_000, 1n],
    [749n, 2_000, 1n],
    [750n, 2_000, 2n],
    [1n, 1_000_000, 1n],
    [123_456_789_01n, 3_000, 370_370_37n],
  ])("%s öre at %s millionths is %s", (payroll, ppm, provision) =>
    expect(yearlyProvision(payroll, ppm)).toBe(provision),
  );

  test("never more than half an öre from exact, and half an öre goes up", () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.nat({ max: 1_000_000 }), (payroll, ppm) => {
        const off = yearlyProvision(payroll, ppm) * 1_000_000n - payroll * BigInt(ppm);
        expect(-500_000n < off && off <= 500_000n).toBe(true);
      }),
      { numRuns: 500 },
    ));

  test.each([
    ["2014-12-31", 1n, "money.provision.noRateOn"],
    ["2024-01-01", -1n, "money.provision.negativePayroll"],
    ["2024-01-01", 0n, undefined],
  ])("on %s of %s öre: %s", (day, payroll, key) =>
    expect(whyNotProvide(LOM_RATES, day, payroll)?.key).toBe(key),
  );
  test("an unsound table provides nothing", () =>
    expect(whyNotProvide([], "2024-01-01", 1n)?.key).toBe("money.provision.noRates"));
});

describe("the age of a balance", () => {
  test.each([
    [1_000n, 100n, 100],
    [999n, 100n, 99],
    [28_500_000_00n, 10_000_000_00n, 28],
    [5n, 100n, 0],
    [0n, 100n, 0],
    [-1n, 100n, 0],
    [100n, 0n, null],
  ])("%s of %s a year is %s tenths of a year", (balance, provision, tenths) =>
    expect(balanceAge(balance, provision)).toBe(tenths),
  );
});
