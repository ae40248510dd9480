import { type Coding, faultyLines, type Segment, sieCoding } from "@/domain/account-coding";
import type { CostType, ProviderKind } from "@/domain/agreement";
import { covers, type Day } from "@/domain/day";
import { distribute } from "@/domain/distribution";
import type { Ore } from "@/domain/money";
import type { Reason } from "@/domain/reason";
import type { SieObject, SieRow, SieVoucher } from "@/server/sie-write";

/** A claim that was paid, with its case's cost lines; öre. */
export type PaidClaim = {
  id: string;
  /** The national fund's number of the granted part, or the case's where there is none. */
  number: string;
  title: string;
  paidOn: Day;
  paid: Ore;
  providerKind: ProviderKind | null;
  lines: readonly { costType: CostType; text: string; amount: Ore; codes: Coding }[];
};

/** The employer's own accounts. Without one for the credit side each cost line's own account is taken. */
export type SieAccounts = { debit: string; credit: string | null };

export type Vouchers = {
  vouchers: SieVoucher[];
  /** What stands against each claim that became no voucher. Nothing is guessed. */
  faults: { claim: PaidClaim; reasons: Reason[] }[];
};

/**
 * A voucher for each paid claim, on the day it was paid: debit the account where the money came, credit by the coding of
 * the case's cost lines, in proportion to their amounts, to the öre. So it always sums to zero. A claim without cost
 * lines, with a fault in a coding or without an account for a line gets none. Under LOM the same two sides pay a unit
 * back. [SIE 4C]
 */
export function vouchersOf(
  claims: readonly PaidClaim[],
  segments: readonly Segment[],
  accounts: SieAccounts,
  say: (claim: PaidClaim) => string,
): Vouchers {
  const made: Vouchers = { vouchers: [], faults: [] };
  for (const claim of claims.filter(({ paid }) => paid > 0n)) {
    const reasons = whyNotVoucher(claim, segments, accounts);
    if (reasons.length > 0) made.faults.push({ claim, reasons });
    else made.vouchers.push(voucherOf(claim, segments, accounts, say(claim)));
  }
  return made;
}

function whyNotVoucher(claim: PaidClaim, segments: readonly Segment[], accounts: SieAccounts): Reason[] {
  const lines = claim.lines.filter(({ amount }) => amount > 0n);
  if (lines.length === 0) return [{ key: "exports.sie.noLines" }];
  const faults = faultyLines(lines, segments, claim.providerKind, claim.paidOn).flatMap((it) => it.faults);
  if (faults.length > 0) return faults;
  const isBare = ({ codes }: { codes: Coding }) =>
    accounts.credit === null && sieCoding(codes, segments, claim.paidOn).account === null;
  return lines.some(isBare) ? [{ key: "exports.sie.noAccount" }] : [];
}

function voucherOf(
  { number, paidOn, paid, lines }: PaidClaim,
  segments: readonly Segment[],
  { debit, credit }: SieAccounts,
  text: string,
): SieVoucher {
  const sides = new Map<string, { account: string; objects: readonly SieObject[]; weight: Ore }>();
  for (const { codes, amount } of lines) {
    const { account, objects } = sieCoding(codes, segments, paidOn);
    const side = { account: credit ?? account ?? "", objects };
    const key = JSON.stringify(side);
    sides.set(key, { ...side, weight: (sides.get(key)?.weight ?? 0n) + amount });
  }
  const parts = distribute(
    paid,
    [...sides].map(([key, { weight }]) => ({ key, weight })),
  );
  const rows: SieRow[] = [...sides].map(([key, { account, objects }]) => ({
    account,
    objects,
    amount: -(parts.get(key) ?? 0n),
    text: "",
  }));
  return {
    series: "",
    number: "",
    day: paidOn,
    text: `${text} ${number}`.trim(),
    rows: [
      { account: debit, objects: [], amount: paid, text: "" },
      ...rows.filter(({ amount }) => amount < 0n),
    ],
  };
}

/** The dimensions that vouchers of these days can use, by the segments' own names. */
export function dimensionsOf(
  segments: readonly Segment[],
  vouchers: readonly SieVoucher[],
): { dimension: number; name: string }[] {
  const used = segments.filter(({ sie }) => typeof sie === "number");
  const inForce = used.filter((segment) => vouchers.some(({ day }) => covers(segment, day)));
  return [...new Map(inForce.map(({ sie, name }) => [Number(sie), name]))].map(([dimension, name]) => ({
    dimension,
    name,
  }));
}
