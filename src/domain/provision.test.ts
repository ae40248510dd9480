import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./day";
import {
  type Basis,
  balanceAge,
  editablePercent,
  LOM_RATES,
  nationalShare,
  parsePpm,
  percentDigits,
  provisionOf,
  type Rate,
  rateOn,
  whyNotBasis,
  whyNotNationalShare,
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
      {
        key: "money.provision.gap",
        values: { from: "2024-01-01", until: "2024-01-02" },
        field: "rates.0.from",
      },
    ],
    [
      "has a gap of one day",
      [rate("2020-01-01", "2023-12-30"), rate("2024-01-01", null)],
      {
        key: "money.provision.gap",
        values: { from: "2023-12-31", until: "2023-12-31" },
        field: "rates.1.from",
      },
    ],
    [
      "shares a day",
      [rate("2020-01-01", "2024-01-01"), rate("2024-01-01", null)],
      {
        key: "money.provision.overlap",
        values: { first: "2020-01-01", second: "2024-01-01" },
        field: "rates.1.from",
      },
    ],
    [
      "goes on under the next one",
      [rate("2020-01-01", null), rate("2024-01-01", null)],
      {
        key: "money.provision.overlap",
        values: { first: "2020-01-01", second: "2024-01-01" },
        field: "rates.1.from",
      },
    ],
    [
      "ends before it begins",
      [rate("2024-01-01", "2023-12-31")],
      {
        key: "money.provision.endBeforeStart",
        values: { from: "2024-01-01", until: "2023-12-31" },
        field: "rates.0.until",
      },
    ],
    [
      "has half a millionth",
      [rate("2024-01-01", null, 0.5)],
      { key: "money.provision.notAShare", values: { from: "2024-01-01" }, field: "rates.0.share" },
    ],
    [
      "has more than all of it",
      [rate("2024-01-01", null, 1_000_001)],
      { key: "money.provision.notAShare", values: { from: "2024-01-01" }, field: "rates.0.share" },
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
});

const FACTS = {
  scheme: "lom" as const,
  from: "2023-01-01",
  until: "2024-12-31",
  rates: LOM_RATES,
  openedBefore: false,
};

describe("what a provision rests on", () => {
  const payroll = 412_000_000_00n;
  test.each<[string, Basis, bigint, number | null]>([
    ["the rate of the fund's first day", { kind: "payrollRate", payroll }, 1_236_000_00n, 3_000],
    ["the rate of a chosen day", { kind: "payrollRate", payroll, day: "2024-01-01" }, 824_000_00n, 2_000],
    ["a sum that was decided", { amount: 7n }, 7n, null],
    ["what lay there", { kind: "openingBalance", amount: 8n }, 8n, null],
    [
      "a part of what all share",
      { kind: "nationalShare", payroll: 1n, nationalSum: 10n, nationalPayroll: 3n },
      3n,
      null,
    ],
  ])("%s", (_, basis, amount, ppm) => expect(provisionOf(basis, FACTS)).toEqual({ amount, ppm }));

  const share = { kind: "nationalShare", payroll: 1n, nationalSum: 10n, nationalPayroll: 3n } as const;
  test.each<[Basis, Partial<typeof FACTS> | { scheme: "tlo" }, string | undefined, string?]>([
    [{ kind: "payrollRate", payroll: 1_000n }, {}, undefined],
    [{ kind: "payrollRate", payroll: 1_000n }, { scheme: "tlo" }, "wrongScheme", "kind"],
    [{ kind: "openingBalance", amount: 1n }, { scheme: "tlo" }, "wrongScheme", "kind"],
    [share, {}, "wrongScheme", "kind"],
    [share, { scheme: "tlo" }, undefined],
    [{ amount: 1n }, {}, undefined],
    [{ amount: 1n }, { scheme: "tlo" }, undefined],
    [{ amount: 0n }, {}, "nothing", "amount"],
    [{ kind: "openingBalance", amount: 1n }, {}, undefined],
    [{ kind: "openingBalance", amount: 1n }, { openedBefore: true }, "openedBefore", "kind"],
    [{ kind: "openingBalance", amount: 0n }, {}, "nothing", "opening"],
    [{ kind: "payrollRate", payroll: 1_000n }, { openedBefore: true }, undefined],
    [{ kind: "payrollRate", payroll: 1_000n, day: "2022-12-31" }, {}, "dayOutside", "day"],
    [{ kind: "payrollRate", payroll: 1_000n, day: "2025-01-01" }, {}, "dayOutside", "day"],
    [{ kind: "payrollRate", payroll: 1_000n, day: "2024-12-31" }, {}, undefined],
    [{ kind: "payrollRate", payroll: 1_000n }, { rates: [] }, "noRates", "day"],
    [{ kind: "payrollRate", payroll: 1_000n }, { rates: [rate("2024-01-01", null)] }, "noRateOn", "day"],
    [{ kind: "payrollRate", payroll: -1n }, {}, "negativePayroll", "payroll"],
    [{ kind: "payrollRate", payroll: 100n }, {}, "nothing", "payroll"],
    [{ ...share, payroll: 0n }, { scheme: "tlo" }, "nothing", "payroll"],
  ])("%o on %o: %s", (basis, facts, key, field) => {
    const reason = whyNotBasis(basis, { ...FACTS, ...facts });
    expect(reason?.key.replace("money.provision.", "")).toBe(key);
    expect(reason?.field).toBe(field);
  });
});

describe("a part of a national sum", () => {
  test("250 million for all; 412 million of 60 billion in payroll", () =>
    expect(
      nationalShare({
        payroll: 412_000_000_00n,
        nationalSum: 250_000_000_00n,
        nationalPayroll: 60_000_000_000_00n,
      }),
    ).toBe(1_716_666_66n));

  test.each([
    [{ payroll: 4n, nationalSum: 1n, nationalPayroll: 3n }, "aboveNational"],
    [{ payroll: 0n, nationalSum: 1n, nationalPayroll: 0n }, "noNationalPayroll"],
    [{ payroll: -1n, nationalSum: 1n, nationalPayroll: 3n }, "negativePayroll"],
    [{ payroll: 1n, nationalSum: -1n, nationalPayroll: 3n }, "negativeSum"],
    [{ payroll: 3n, nationalSum: 0n, nationalPayroll: 3n }, undefined],
  ])("%o: %s", (share, key) =>
    expect(whyNotNationalShare(share)?.key.replace("money.provision.", "")).toBe(key),
  );

  const payrolls = fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }), { minLength: 1, maxLength: 20 });
  const sums = fc.bigInt({ min: 0n, max: 10n ** 13n });
  test("all employers' parts never exceed the sum, miss less than an öre each, and follow payroll", () =>
    fc.assert(
      fc.property(payrolls, sums, (all, nationalSum) => {
        const nationalPayroll = all.reduce((a, b) => a + b, 0n);
        if (nationalPayroll === 0n) return;
        const parts = all.map((payroll) => nationalShare({ payroll, nationalSum, nationalPayroll }));
        const given = parts.reduce((a, b) => a + b, 0n);
        expect(given <= nationalSum).toBe(true);
        expect(nationalSum - given < BigInt(all.length)).toBe(true);
        for (const [nth, payroll] of all.entries())
          for (const [other, more] of all.entries())
            if (payroll <= more) expect((parts[nth] ?? 0n) <= (parts[other] ?? 0n)).toBe(true);
      }),
      { numRuns: 300 },
    ));
});

describe("a share in per cent", () => {
  test.each([
    ["0,2", 2_000],
    ["0.3 %", 3_000],
    ["0,25%", 2_500],
    ["1", 10_000],
    ["0,0001", 1],
    ["100", 1_000_000],
    ["100,0001", null],
    ["0,00001", null],
    ["-1", null],
    ["två", null],
    ["", null],
    ["0,2,1", null],
  ])("%s is %s", (text, ppm) => expect(parsePpm(text)).toBe(ppm));

  test("written out it reads the same again, with no decimal too many", () =>
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (ppm) => {
        expect(parsePpm(editablePercent(ppm))).toBe(ppm);
        const digits = percentDigits(ppm);
        if (digits > 0) expect((ppm / 10_000).toFixed(digits).endsWith("0")).toBe(false);
      }),
      { numRuns: 500 },
    ));
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
