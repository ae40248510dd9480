import { describe, expect, test } from "vitest";
import type { Basis } from "@/domain/provision";
import {
  FUND_FIELDS,
  openFundSchema,
  PROVIDE_FIELDS,
  provideSchema,
  typedBasis,
  typedIn,
} from "./provision-schema";
import { ratesSchema } from "./rate-schema";

const ID = "0198c5a0-0000-7000-8000-000000000001";
const at = { fundId: ID, potId: ID };
const faults = (parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("how a sum is reckoned", () => {
  test.each<[Record<string, string>, Basis]>([
    [
      { kind: "entered", amount: "1 234,50 kr" },
      { kind: "entered", amount: 1_234_50n },
    ],
    [
      { kind: "openingBalance", opening: "4 mnkr" },
      { kind: "openingBalance", amount: 4_000_000_00n },
    ],
    [
      { kind: "payrollRate", payroll: "100" },
      { kind: "payrollRate", payroll: 100_00n, day: null },
    ],
    [
      { kind: "payrollRate", payroll: "100", day: "2024-01-01" },
      { kind: "payrollRate", payroll: 100_00n, day: "2024-01-01" },
    ],
    [
      { kind: "nationalShare", payroll: "1", nationalSum: "2", nationalPayroll: "3" },
      { kind: "nationalShare", payroll: 100n, nationalSum: 200n, nationalPayroll: 300n },
    ],
  ])("%o", (typed, basis) => {
    expect(provideSchema.parse({ ...at, ...typed })).toEqual({ ...at, reference: "", basis });
    // What was read is written so that it reads the same again, in a form or an address.
    expect(provideSchema.parse({ ...at, ...typedBasis(basis) }).basis).toEqual(basis);
  });

  test("what belongs to another way is not read, and never in the way", () => {
    const { basis } = provideSchema.parse({
      ...at,
      kind: "entered",
      amount: "7",
      payroll: "mycket",
      day: "i går",
    });
    expect(basis).toEqual({ kind: "entered", amount: 700n });
  });

  test("what is wrong is said at its field", () => {
    const said = provideSchema.safeParse({
      ...at,
      kind: "nationalShare",
      payroll: "",
      nationalSum: "-1",
      nationalPayroll: "2",
    });
    expect(faults(said)).toEqual(["payroll: refusals.badMoney", "nationalSum: refusals.moneyAboveZero"]);
    expect(
      faults(provideSchema.safeParse({ ...at, kind: "payrollRate", payroll: "1", day: "2024-13-01" })),
    ).toEqual(["day: refusals.badDay"]);
    expect(faults(provideSchema.safeParse({ ...at, kind: "none" }))).toEqual(["kind: refusals.chooseOne"]);
    expect(faults(provideSchema.safeParse({ ...at, kind: "entered", amount: "1", sum: "9" }))[0]).toMatch(
      /^: /,
    );
  });

  test("a sum is never taken where it is reckoned", () => {
    const { basis } = provideSchema.parse({ ...at, kind: "payrollRate", payroll: "100", amount: "999999" });
    expect(basis).not.toHaveProperty("amount");
  });
});

test("a fund may be opened without money, and its address is its form again", () => {
  const days = { name: "LOM 2026", from: "2026-01-01", until: "2026-12-31" };
  expect(openFundSchema.parse({ ...days, kind: "none", amount: "x" }).basis).toBeNull();
  const address = { ...days, kind: "payrollRate", payroll: "100", check: "1", said: "x" };
  expect(openFundSchema.parse(typedIn(address, FUND_FIELDS))).toMatchObject({
    ...days,
    reserveDay: null,
    basis: { kind: "payrollRate", payroll: 100_00n },
  });
  expect(Object.keys(typedIn(address, PROVIDE_FIELDS))).not.toContain("check");
});

describe("the table of rates", () => {
  const line = (from = "", until = "", share = "") => ({ from, until, share });
  test("empty lines are none, and keep the others' places", () =>
    expect(
      ratesSchema.parse({
        rates: [line("2015-01-01", "2023-12-31", "0,3"), line(), line("2024-01-01", "", "0.2 %")],
      }).rates,
    ).toEqual([
      { from: "2015-01-01", until: "2023-12-31", ppm: 3_000, line: 0 },
      { from: "2024-01-01", until: null, ppm: 2_000, line: 2 },
    ]));

  test("each fault stands at its line", () =>
    expect(
      faults(ratesSchema.safeParse({ rates: [line(), line("", "2024-02-30", "två"), line("x", "", "1")] })),
    ).toEqual([
      "rates.1.from: refusals.required",
      "rates.1.until: refusals.badDay",
      "rates.1.share: provisions.rates.badShare",
      "rates.2.from: refusals.badDay",
    ]));
});
