import type { Ore } from "./money";
import { type Reason, refuseIf } from "./reason";

/** Someone who gets a share: a whole number that weighs, of people or of payroll in öre. */
export type Share = { key: string; weight: bigint };

/**
 * Why a sum (öre) cannot be shared like this; null when it can: nobody to share with, somebody named twice, a weight, sum
 * or floor below zero, floors that together are more than the sum, or nothing to weigh by.
 */
export function whyNotDistribute(total: Ore, shares: readonly Share[], floor: Ore = 0n): Reason | null {
  if (total < 0n) return { key: "money.distribution.negativeTotal", field: "total" };
  if (floor < 0n) return { key: "money.distribution.negativeFloor", field: "floor" };
  if (shares.length === 0) return { key: "money.distribution.nobody" };
  if (new Set(shares.map(({ key }) => key)).size < shares.length)
    return { key: "money.distribution.namedTwice" };
  if (shares.some(({ weight }) => weight < 0n)) return { key: "money.distribution.negativeWeight" };
  const floors = floor * BigInt(shares.length);
  if (floors > total)
    return {
      key: "money.distribution.floorTooHigh",
      values: { floors: kronor(floors), total: kronor(total) },
      field: "floor",
    };
  if (floors < total && shares.every(({ weight }) => weight === 0n))
    return { key: "money.distribution.noWeight" };
  return null;
}

/**
 * Shares a sum in proportion to weight, each at least the floor, to the öre: the parts always add up to the whole, and
 * whoever weighs more never gets less. Those whose proportion is under the floor get the floor, and the others share
 * what is left; the last öre go by largest remainder, then by key. So two who weigh the same differ by one öre at most.
 * The floor is the police's rule [PF1: headcount, floor 200,000 kr]. Throws what whyNotDistribute says.
 */
export function distribute(total: Ore, shares: readonly Share[], floor: Ore = 0n): Map<string, Ore> {
  refuseIf(whyNotDistribute(total, shares, floor));
  const parts = new Map<string, Ore>();
  let left = total;
  let rest = [...shares];
  // Each round takes out those whom the floor lifts. That lowers what the others share, so more may come under it.
  for (;;) {
    const weight = weightOf(rest);
    const lifted = rest.filter((share) => weight === 0n || share.weight * left < floor * weight);
    if (lifted.length === 0) break;
    for (const { key } of lifted) parts.set(key, floor);
    left -= floor * BigInt(lifted.length);
    rest = rest.filter((share) => !parts.has(share.key));
  }
  for (const [key, part] of byLargestRemainder(left, rest)) parts.set(key, part);
  return new Map(shares.map(({ key }) => [key, parts.get(key) ?? 0n]));
}

function byLargestRemainder(total: Ore, shares: readonly Share[]): [string, Ore][] {
  const weight = weightOf(shares);
  const quotas = shares.map((share) => ({
    key: share.key,
    whole: (share.weight * total) / weight,
    remainder: (share.weight * total) % weight,
  }));
  let spare = total - quotas.reduce((sum, { whole }) => sum + whole, 0n);
  quotas.sort((a, b) => descending(a.remainder, b.remainder) || (a.key < b.key ? -1 : 1));
  return quotas.map(({ key, whole }) => {
    const part = spare > 0n ? whole + 1n : whole;
    spare -= part - whole;
    return [key, part];
  });
}

function weightOf(shares: readonly Share[]): bigint {
  return shares.reduce((sum, { weight }) => sum + weight, 0n);
}

/** Why parts written by hand (öre) cannot be booked: one is below zero, or together they are not the sum. */
export function whyNotWhole(total: Ore, parts: Iterable<Ore>): Reason | null {
  let sum = 0n;
  for (const part of parts) {
    if (part < 0n) return { key: "money.distribution.negativePart" };
    sum += part;
  }
  if (sum === total) return null;
  return {
    key: "money.distribution.notWhole",
    values: {
      sum: kronor(sum),
      total: kronor(total),
      difference: kronor(sum > total ? sum - total : total - sum),
      over: String(sum > total),
    },
  };
}

type Weighed = { id: string; parentId: string | null; weight: bigint | null };

/**
 * What a unit weighs: what is kept on it, else what the units under it weigh together. Null when neither is known; one
 * unit under it without a weight is enough, since a sum without it would share wrongly and not show it.
 */
export function weightIn(units: readonly Weighed[], id: string): bigint | null {
  const own = units.find((unit) => unit.id === id)?.weight ?? null;
  if (own !== null) return own;
  const under = units.filter((unit) => unit.parentId === id && unit.id !== id);
  if (under.length === 0) return null;
  let sum = 0n;
  for (const unit of under) {
    const weight = weightIn(units, unit.id);
    if (weight === null) return null;
    sum += weight;
  }
  return sum;
}

/** Why units cannot be shared between by headcount or payroll: some of them have none. They are named. */
export function whyNotWeigh(
  units: readonly { name: string; weight: bigint | null }[],
  basis: "headcount" | "payroll",
): Reason | null {
  const missing = units.filter((unit) => unit.weight === null).map((unit) => unit.name);
  if (missing.length === 0) return null;
  return {
    key: "money.distribution.missingWeight",
    values: { names: missing.join(", "), count: missing.length, by: basis === "headcount" ? "heads" : "pay" },
    field: "basis",
  };
}

export type PotModel = "central" | "distributed" | "mixed";

/**
 * How an employer holds a fund: all of it in one pot (Helsingborg), all of it shared among units, or both (KI). `left`
 * is what a pot still holds that is not drawn (öre). [domain 2.2, 3.4]
 */
export function potModel(pots: readonly { unitId: string | null; left: Ore }[]): PotModel {
  if (pots.every((pot) => pot.unitId === null)) return "central";
  return pots.some((pot) => pot.unitId === null && pot.left > 0n) ? "mixed" : "distributed";
}

/** For a sentence, never to count with. */
const kronor = (amount: Ore): number => Number(amount) / 100;

const descending = (a: bigint, b: bigint) => (a > b ? -1 : a < b ? 1 : 0);
