import { addDays, covers, type Day } from "./day";
import type { Ore } from "./money";
import type { Reason } from "./reason";

/** The share of payroll that is set aside from a day on, in millionths of it: 0.3 % is 3,000. Both ends count. */
export type Rate = { from: Day; until: Day | null; ppm: number };

/** A rate as a table sends it: `line` is its place there, where empty lines may stand between. */
export type RateLine = Rate & { line?: number };

export const PROVISION_KINDS = ["entered", "nationalShare", "payrollRate", "openingBalance"] as const;
export type ProvisionKind = (typeof PROVISION_KINDS)[number];

/** What a sum rests on (öre). The sum itself is always reckoned from it here, never taken from a form. */
export type Basis =
  /** As it was decided by somebody. */
  | { kind?: "entered" | undefined; amount: Ore }
  /** LOM: what lay unused when the portal was taken into use. */
  | { kind: "openingBalance"; amount: Ore }
  /** TLO: the employer's part of what all employers share. */
  | { kind: "nationalShare"; payroll: Ore; nationalSum: Ore; nationalPayroll: Ore }
  /** LOM: a year's payroll times the rate of a day, by default the fund's first. */
  | { kind: "payrollRate"; payroll: Ore; day?: Day | null };

/** Which ways a scheme knows, the usual one first. [domain 2.2, 3.1] */
export const KINDS_OF: Record<"tlo" | "lom", readonly ProvisionKind[]> = {
  tlo: ["nationalShare", "entered"],
  lom: ["payrollRate", "openingBalance", "entered"],
};

const WHOLE = 1_000_000;

/** LOM: 0.3 % of payroll until the end of 2023, 0.2 % from 2024-01-01. [KI1, KI2, T2, P1] */
export const LOM_RATES: readonly Rate[] = [
  { from: "2015-01-01", until: "2023-12-31", ppm: 3_000 },
  { from: "2024-01-01", until: null, ppm: 2_000 },
];

/**
 * Why a table of rates cannot be used; null when it can: it is empty, a rate is no share, one ends before it begins, two
 * share days or some day between them has none. The days are named, and the line that the fault stands in.
 */
export function whyNotRates(rates: readonly RateLine[]): Reason | null {
  if (rates.length === 0) return { key: "money.provision.noRates" };
  const lines = rates.map((rate, nth) => ({ ...rate, line: rate.line ?? nth }));
  for (const { ppm, from, until, line } of lines) {
    if (!Number.isInteger(ppm) || ppm < 0 || ppm > WHOLE)
      return { key: "money.provision.notAShare", values: { from }, field: `rates.${line}.share` };
    if (until !== null && until < from)
      return {
        key: "money.provision.endBeforeStart",
        values: { from, until },
        field: `rates.${line}.until`,
      };
  }
  const inOrder = lines.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const [nth, next] of inOrder.entries()) {
    const before = inOrder[nth - 1];
    if (!before) continue;
    if (before.until === null || next.from <= before.until)
      return {
        key: "money.provision.overlap",
        values: { first: before.from, second: next.from },
        field: `rates.${next.line}.from`,
      };
    const free = addDays(before.until, 1);
    if (free < next.from)
      return {
        key: "money.provision.gap",
        values: { from: free, until: addDays(next.from, -1) },
        field: `rates.${next.line}.from`,
      };
  }
  return null;
}

/** The rate in force on a day, in millionths of payroll; null when the table has none. Asks for a sound table. */
export function rateOn(rates: readonly Rate[], day: Day): number | null {
  return rates.find((rate) => covers(rate, day))?.ppm ?? null;
}

/** A share of payroll in millionths from how it is written, "0,2" or "0,25 %"; null when it is none or finer than that. */
export function parsePpm(text: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,4}))?%?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ""));
  if (!found) return null;
  const [, whole = "0", part = ""] = found;
  const ppm = Number(whole) * 10_000 + Number(part.padEnd(4, "0"));
  return ppm <= WHOLE ? ppm : null;
}

/** How many decimals a share needs to be written out in per cent: 0.2 % one, 0.25 % two. */
export function percentDigits(ppm: number): number {
  return [0, 1, 2, 3].find((digits) => ppm % 10 ** (4 - digits) === 0) ?? 4;
}

/** A share in per cent for a form field, "0,2". */
export function editablePercent(ppm: number): string {
  return (ppm / 10_000).toFixed(percentDigits(ppm)).replace(".", ",");
}

/** What the basis of a provision is judged by. */
export type ProvisionFacts = {
  scheme: "tlo" | "lom";
  /** The fund's period. */
  from: Day;
  until: Day;
  rates: readonly Rate[];
  /** Whether an opening balance was booked on the fund before, and stands. */
  openedBefore: boolean;
};

/**
 * Why money cannot be provided on such a basis; null when it can. Refuses a way that the scheme does not have, a second
 * opening balance, a day without a rate or outside the fund's period, shares that cannot be, and a sum of nothing.
 */
export function whyNotBasis(basis: Basis, facts: ProvisionFacts): Reason | null {
  if (!KINDS_OF[facts.scheme].includes(basis.kind ?? "entered"))
    return { key: "money.provision.wrongScheme", field: "kind" };
  switch (basis.kind) {
    case "payrollRate": {
      const day = basis.day ?? facts.from;
      if (day < facts.from || facts.until < day)
        return {
          key: "money.provision.dayOutside",
          values: { from: facts.from, until: facts.until },
          field: "day",
        };
      const why = whyNotRates(facts.rates);
      if (why) return { ...why, field: "day" };
      if (rateOn(facts.rates, day) === null)
        return { key: "money.provision.noRateOn", values: { day }, field: "day" };
      if (basis.payroll < 0n) return { key: "money.provision.negativePayroll", field: "payroll" };
      break;
    }
    case "nationalShare": {
      const why = whyNotNationalShare(basis);
      if (why) return why;
      break;
    }
    case "openingBalance":
      if (facts.openedBefore) return { key: "money.provision.openedBefore", field: "kind" };
      break;
  }
  const { amount } = provisionOf(basis, facts);
  return amount > 0n ? null : { key: "money.provision.nothing", field: fieldOf(basis) };
}

/** The sum that a basis gives (öre), and the rate it was reckoned with, if any. Asks for what whyNotBasis lets pass. */
export function provisionOf(
  basis: Basis,
  { rates, from }: Pick<ProvisionFacts, "rates" | "from">,
): { amount: Ore; ppm: number | null } {
  switch (basis.kind) {
    case "payrollRate": {
      const ppm = rateOn(rates, basis.day ?? from) ?? 0;
      return { amount: yearlyProvision(basis.payroll, ppm), ppm };
    }
    case "nationalShare":
      return { amount: nationalShare(basis), ppm: null };
    default:
      return { amount: basis.amount, ppm: null };
  }
}

function fieldOf({ kind }: Basis): string {
  if (kind === "payrollRate" || kind === "nationalShare") return "payroll";
  return kind === "openingBalance" ? "opening" : "amount";
}

type NationalShare = { payroll: Ore; nationalSum: Ore; nationalPayroll: Ore };

/** Why there is no such share: a sum or payroll below zero, no payroll to share by, or more than all of it. */
export function whyNotNationalShare({ payroll, nationalSum, nationalPayroll }: NationalShare): Reason | null {
  if (nationalSum < 0n) return { key: "money.provision.negativeSum", field: "nationalSum" };
  if (nationalPayroll <= 0n) return { key: "money.provision.noNationalPayroll", field: "nationalPayroll" };
  if (payroll < 0n) return { key: "money.provision.negativePayroll", field: "payroll" };
  return payroll > nationalPayroll ? { key: "money.provision.aboveNational", field: "payroll" } : null;
}

/**
 * An employer's part (öre) of a national sum, in proportion to payroll. Rounded down to the öre, so that the parts of
 * all employers never come to more than what there is to share. [O10, O12: proportional to total annual payroll]
 */
export function nationalShare({ payroll, nationalSum, nationalPayroll }: NationalShare): Ore {
  return (nationalSum * payroll) / nationalPayroll;
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
