import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import type { Booking } from "@/domain/ledger";
import type { Ore } from "@/domain/money";
import { refuseIf } from "@/domain/reason";
import { whyNotCallOff, whyNotMoveRequisition, whyNotPay } from "@/domain/requisition";
import { settleIfDone, settleParts } from "@/features/initiatives/commands";
import { book } from "@/features/ledger/commands";
import { afterLanding } from "@/features/ledger/landing-commands";
import { type Work, write } from "@/server/db";
import type { Receipt } from "@/server/receipts";
import { claimable, lockClaim, lockPart, moveClaim, refuseOwnCase } from "./lock-commands";

/** Writes down that the payer returned a claim, or rejected part of it, in the payer's words. */
export async function recordClaimAnswer(
  actor: Actor,
  input: { id: string; outcome: "returned" | "partlyRejected"; answer: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "requisition.recordPayment"));
    const { claim, part } = await lockClaim(w, actor, input.id);
    refuseIf(whyNotMoveRequisition(claim.status, input.outcome));
    await moveClaim(w, claim, input.outcome, { answer: input.answer });
    w.tell({
      kind: `requisition.${input.outcome}`,
      subjectId: claim.id,
      caseId: part.caseId,
      amount: claim.amount,
      text: input.answer,
    });
  });
}

export type Payment = {
  id: string;
  /** Öre; less than was claimed needs a cause. */
  paidAmount: Ore;
  paidOn: Day;
  cause: string;
};

/**
 * Confirms what was paid for a claim and draws it from the part, once. The rest of the part stays committed until the
 * claim is reconciled. Refuses whoever is a party to the case, and less than was claimed without a cause.
 */
export async function recordPayment(
  actor: Actor,
  input: Payment,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "requisition.recordPayment"));
    const { claim, part, address } = await lockClaim(w, actor, input.id);
    await refuseOwnCase(w, part);
    refuseIf(whyNotPay(claim, input, w.today));
    const { paidAmount, paidOn } = input;
    const cause = input.cause || null;
    await moveClaim(w, claim, "paid", { paidAmount, paidOn: column(paidOn), cause });
    if (paidAmount > 0n) await book(w, [{ movement: "draw", amount: paidAmount, ...address }]);
    w.tell({
      kind: "requisition.paid",
      subjectId: claim.id,
      caseId: part.caseId,
      amount: paidAmount,
      day: paidOn,
      text: input.cause || undefined,
    });
  });
}

/**
 * Reconciles a paid claim: its part is settled and what is left of it released at once, to the öre, where the fund's
 * days say. The initiative is settled when this was its last part. Refuses whoever is a party to the case.
 */
export async function reconcileRequisition(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "requisition.reconcile"));
    const { claim, part, fund, committed, address } = await lockClaim(w, actor, input.id);
    await refuseOwnCase(w, part);
    refuseIf(whyNotMoveRequisition(claim.status, "reconciled"));
    await moveClaim(w, claim, "reconciled");
    const rest: Booking[] = committed > 0n ? [{ movement: "release", amount: committed, ...address }] : [];
    await book(w, [...rest, ...(await afterLanding(w, fund, address, committed))]);
    w.tell({
      kind: "requisition.reconciled",
      subjectId: claim.id,
      caseId: part.caseId,
      amount: claim.paidAmount ?? undefined,
    });
    await settle(w, part);
  });
}

async function settle(w: Work, part: { id: string; initiative: { id: string } }): Promise<void> {
  await settleParts(w, [part.id]);
  await settleIfDone(w, part.initiative.id);
}

/**
 * Books the national fund's own call-off for what it delivered: no claim is sent, the amount is drawn at once, the rest
 * of the part released and the part settled. HR confirms it. [O2]
 */
export async function bookCallOff(
  actor: Actor,
  input: { partId: string; amount: Ore },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "requisition.reconcile"));
    const { part, fund, committed, address } = await lockPart(w, actor, input.partId);
    await refuseOwnCase(w, part);
    refuseIf(whyNotCallOff(claimable(part, fund), input.amount, committed, w.today));
    const rest = committed - input.amount;
    const bookings: Booking[] = [{ movement: "draw", amount: input.amount, ...address }];
    if (rest > 0n) bookings.push({ movement: "release", amount: rest, ...address });
    await book(w, [...bookings, ...(await afterLanding(w, fund, address, rest))]);
    w.tell({
      kind: "requisition.calledOff",
      subjectId: part.id,
      caseId: part.caseId,
      amount: input.amount,
    });
    await settle(w, part);
  });
}
