import { addDays, covers, type Day } from "./day";
import type { Ore } from "./money";
import type { Reason } from "./reason";

/** The share of payroll that is set aside from a day on, in millionths of it: 0.3 % is 3,000. Both ends count. */
export type Rate = { from: Day; until: Day | null; ppm: number };

const WHOLE = 1_000_000;

/** LOM: 0.3 % of payroll until the end of 2023, 0.2 % from 2024-01-01. [KI1, KI2, T2, P1] */
export const LOM_RATES: readonly Rate[] = [
  { from: "2015-01-01", until: "2023-12-31", ppm: 3_000 },
  { from: "2024-01-01", until: null, ppm: 2_000 },
];

/**
 * Why a table of rates cannot be used; null when it can: it is empty, a rate is no share, one ends before it begins, two
 * share days or some day between them has none. The days are named.
 */
export function whyNotRates(rates: readonly Rate[]): Reason | null {
  if (rates.length === 0) return { key: "money.provision.noRates" };
  for (const { ppm, from, until } of rates) {
    if (!Number.isInteger(ppm) || ppm < 0 || ppm > WHOLE)
      return { key: "money.provision.notAShare", values: { from }, field: "rate" };
    if (until !== null && until < from)
      return { key: "money.provision.endBeforeStart", values: { from, until }, field: "until" };
  }
  const inOrder = [...rates].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const [nth, next] of inOrder.entries()) {
    const before = inOrder[nth - 1];
    if (!before) continue;
    if (before.until === null || next.from <= before.until)
      return {
        key: "money.provision.overlap",
        values: { first: before.from, second: next.from },
        field: "from",
      };
    const free = addDays(before.until, 1);
    if (free < next.from)
      return {
        key: "money.provision.gap",
        values: { from: free, until: addDays(next.from, -1) },
        field: "from",
      };
  }
  return null;
}

/** The rate in force on a day, in millionths of payroll; null when the table has none. Asks for a sound table. */
export function rateOn(rates: readonly Rate[], day: Day): number | null {
  return rates.find((rate) => covers(rate, day))?.ppm ?? null;
}

/** Why nothing can be provided on a day: the table is unsound, has no rate that day, or payroll (öre) is below zero. */
export function whyNotProvide(rates: readonly Rate[], day: Day, payroll: Ore): Reason | null {
  const unsound = whyNotRates(rates);
  if (unsound) return unsound;
  if (rateOn(rates, day) === null) return { key: "money.provision.noRateOn", values: { day }, field: "day" };
  return payroll < 0n ? { key: "money.provision.negativePayroll", field: "payroll" } : null;
}

/**
 * A year's provision in öre: payroll (öre, zero or more) times the rate, to the öre. Half an öre is rounded up, in the
 * fund's favour; the rest is exact, without floating point. [domain 3.1]
 */
export function yearlyProvision(payroll: Ore, ppm: number): Ore {
  return (payroll * BigInt(ppm) + BigInt(WHOLE / 2)) / BigInt(WHOLE);
}

/**
 * How old a balance is: how many years' provisions lie in it, in tenths of a year, rounded down as ages are. Null
 * without a provision to measure by; zero for a balance below zero. [P1: three agencies hold ten years']
 */
export function balanceAge(balance: Ore, provision: Ore): number | null {
  if (provision <= 0n) return null;
  return balance <= 0n ? 0 : Number((balance * 10n) / provision);
}
