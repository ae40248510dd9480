import type { ProviderKind } from "./agreement";
import type { Day } from "./day";
import type { InitiativeStatus } from "./initiative";
import { type Ore, sum } from "./money";
import { MOVED_ON, type Reason } from "./reason";

export const REQUISITION_STATUSES = [
  "draft",
  "evidenceComplete",
  "sent",
  "returned",
  "partlyRejected",
  "paid",
  "reconciled",
] as const;
export type RequisitionStatus = (typeof REQUISITION_STATUSES)[number];

export const EVIDENCE_KINDS = [
  "invoice",
  "internalInvoice",
  "salarySheet",
  "participantList",
  "receipt",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** By whom: who prepares (coordinator, HR), the authorised sender, the payer's answer, or HR. */
export type RequisitionMove = {
  from: RequisitionStatus;
  to: RequisitionStatus;
  by: "preparer" | "sender" | "payer" | "hr";
};

export const REQUISITION_MOVES: readonly RequisitionMove[] = [
  { from: "draft", to: "evidenceComplete", by: "preparer" },
  { from: "evidenceComplete", to: "sent", by: "sender" },
  { from: "sent", to: "returned", by: "payer" },
  { from: "sent", to: "partlyRejected", by: "payer" },
  { from: "sent", to: "paid", by: "payer" },
  { from: "returned", to: "evidenceComplete", by: "preparer" },
  { from: "partlyRejected", to: "sent", by: "sender" },
  { from: "partlyRejected", to: "paid", by: "payer" },
  { from: "paid", to: "reconciled", by: "hr" },
];

export function whyNotMoveRequisition(from: RequisitionStatus, to: RequisitionStatus): Reason | null {
  return REQUISITION_MOVES.some((move) => move.from === from && move.to === to) ? null : MOVED_ON;
}

/** Statuses in which its rows and amount may still be changed. */
export const EDITABLE_REQUISITION: readonly RequisitionStatus[] = [
  "draft",
  "evidenceComplete",
  "returned",
  "partlyRejected",
];

export type Claimable = {
  providerKind: ProviderKind;
  initiativeStatus: InitiativeStatus;
  /** How many parts were granted to the initiative: several at once is a plan of partial claims. */
  parts: number;
  earliestClaimDay: Day | null;
  settled: boolean;
  claimed: boolean;
  /** The fund's last day to claim. */
  requisitionDay: Day | null;
};

/**
 * Why a part is not claimed today: it has its claim (T5), the national fund draws itself what it delivered [O2], the
 * whole initiative is not completed (T4) and this is no partial claim granted in advance (T6), or it is too early or
 * too late (T11).
 */
export function whyNotClaim(it: Claimable, today: Day): Reason | null {
  if (it.claimed) return { key: "refusals.claimedTwice" };
  if (it.settled) return { key: "requisitions.whyNot.settled" };
  if (it.providerKind === "nationalFund") return { key: "requisitions.whyNot.callOff" };
  return whyNotYet(it, today);
}

/** Why nothing is called off for a part: only what the national fund delivered, once it is delivered. [O2] */
export function whyNotCallOff(it: Claimable, amount: Ore, committed: Ore, today: Day): Reason | null {
  if (it.settled) return { key: "requisitions.whyNot.settled" };
  if (it.providerKind !== "nationalFund") return { key: "requisitions.whyNot.noCallOff" };
  if (amount > committed) return { key: "requisitions.whyNot.moreThanCommitted", field: "amount" };
  return whyNotYet({ ...it, requisitionDay: null }, today);
}

function whyNotYet(it: Claimable, today: Day): Reason | null {
  const partial = it.parts > 1 && it.earliestClaimDay !== null && it.initiativeStatus === "underWay";
  if (it.initiativeStatus !== "completed" && !partial) return { key: "requisitions.whyNot.notCompleted" };
  if (it.earliestClaimDay && today < it.earliestClaimDay)
    return { key: "requisitions.whyNot.tooEarly", values: { day: it.earliestClaimDay } };
  return whyTooLate(it.requisitionDay, today);
}

function whyTooLate(requisitionDay: Day | null, today: Day): Reason | null {
  return requisitionDay && today > requisitionDay
    ? { key: "requisitions.whyNot.tooLate", values: { day: requisitionDay } }
    : null;
}

export type EvidenceRow = { kind: EvidenceKind; amount: Ore | null };

/** Which kinds prove the cost, by who delivered; one of them is enough. */
export const PROOF_OF_COST: Record<ProviderKind, readonly EvidenceKind[]> = {
  external: ["invoice"],
  ownRegime: ["internalInvoice", "salarySheet"],
  nationalFund: [],
};

/**
 * What is missing, in words: an invoice from an outside provider, an internal invoice or a salary sheet for own
 * people (T8), always the list of participants (T7), and rows that together cover what is claimed. An invoice and a
 * receipt are never both demanded. [O2b]
 */
export function missingEvidence(provider: ProviderKind, amount: Ore, rows: readonly EvidenceRow[]): Reason[] {
  const has = (kinds: readonly EvidenceKind[]) => rows.some((row) => kinds.includes(row.kind));
  const proof = PROOF_OF_COST[provider];
  const missing: Reason[] = [];
  if (proof.length > 0 && !has(proof))
    missing.push({
      key: provider === "external" ? "requisitions.missing.invoice" : "requisitions.missing.ownCost",
    });
  if (!has(["participantList"])) missing.push({ key: "requisitions.missing.participantList" });
  if (proven(rows) < amount) missing.push({ key: "requisitions.missing.amount" });
  return missing;
}

/** Öre that the rows prove. */
export function proven(rows: readonly EvidenceRow[]): Ore {
  return sum(rows.map((row) => row.amount ?? 0n));
}

/** Why a row is not taken as evidence: a cost without an amount, or a list of participants with one. */
export function whyNotEvidence(row: EvidenceRow): Reason | null {
  if (row.kind === "participantList")
    return row.amount === null ? null : { key: "requisitions.whyNot.listHasNoAmount", field: "amount" };
  return row.amount !== null && row.amount > 0n
    ? null
    : { key: "requisitions.whyNot.noAmount", field: "amount" };
}

/** Why the claimed amount is not that: more than is left of the part (öre). */
export function whyNotAmount(amount: Ore, committed: Ore): Reason | null {
  return amount > committed ? { key: "requisitions.whyNot.moreThanCommitted", field: "amount" } : null;
}

/**
 * Why a claim is not sent today: the table, something missing, more than is committed, or the fund's last day (T11). A
 * claim that was sent in time and came back may be sent again after that day: `sentOn` is the first time.
 */
export function whyNotSendClaim(
  it: {
    status: RequisitionStatus;
    missing: readonly Reason[];
    amount: Ore;
    committed: Ore;
    sentOn: Day | null;
    requisitionDay: Day | null;
  },
  today: Day,
): Reason | null {
  return (
    whyNotMoveRequisition(it.status, "sent") ??
    it.missing[0] ??
    whyNotAmount(it.amount, it.committed) ??
    whyTooLate(it.requisitionDay, it.sentOn ?? today)
  );
}

/** Why a payment is not recorded so: its day, more than was claimed, or less without a cause. */
export function whyNotPay(
  it: { status: RequisitionStatus; amount: Ore; sentOn: Day | null },
  payment: { paidAmount: Ore; paidOn: Day; cause: string },
  today: Day,
): Reason | null {
  const move = whyNotMoveRequisition(it.status, "paid");
  if (move) return move;
  if (payment.paidOn > today) return { key: "requisitions.whyNot.dayAhead", field: "paidOn" };
  if (it.sentOn && payment.paidOn < it.sentOn)
    return { key: "requisitions.whyNot.beforeSent", values: { day: it.sentOn }, field: "paidOn" };
  if (payment.paidAmount > it.amount)
    return { key: "requisitions.whyNot.moreThanClaimed", field: "paidAmount" };
  if (payment.paidAmount < it.amount && !payment.cause)
    return { key: "requisitions.whyNot.noCause", field: "cause" };
  return null;
}
