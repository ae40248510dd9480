import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import {
  EDITABLE_REQUISITION,
  type EvidenceKind,
  type EvidenceRow,
  missingEvidence,
  whyNotAmount,
  whyNotClaim,
  whyNotEvidence,
  whyNotMoveRequisition,
  whyNotSendClaim,
} from "@/domain/requisition";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { claimable, lockClaim, lockPart, moveClaim } from "./lock-commands";

/**
 * Starts the claim of a granted part, amount in öre. Refuses before the initiative is completed (T4), a second claim of
 * the same part (T5), more than is left of it, and what the national fund draws itself.
 */
export async function startRequisition(
  actor: Actor,
  input: { partId: string; amount: Ore },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "requisition.prepare"));
    const { part, fund, committed } = await lockPart(w, actor, input.partId);
    refuseIf(whyNotClaim(claimable(part, fund), w.today));
    refuseIf(whyNotAmount(input.amount, committed));
    const id = newId(now.getTime());
    await w.tx.requisition.createMany({
      data: [
        {
          employerId: actor.employerId,
          id,
          partId: part.id,
          status: "draft",
          statusSince: now,
          amount: input.amount,
        },
      ],
    });
    w.tell({ kind: "requisition.created", subjectId: id, caseId: part.caseId, amount: input.amount });
    return id;
  });
}

/** A claim that may still be changed, locked. */
async function lockEditable(w: Work, actor: Actor, id: string) {
  refuseIf(whyNotAct(actor, "requisition.prepare"));
  const locked = await lockClaim(w, actor, id);
  if (!EDITABLE_REQUISITION.includes(locked.claim.status))
    throw new Refusal({ key: "requisitions.whyNot.notEditable" });
  return locked;
}

type Editable = Awaited<ReturnType<typeof lockEditable>>;

/** What was marked complete stays complete: a change that would leave something missing is refused with it. */
function refuseIncomplete({ claim, part }: Editable, amount: Ore, rows: readonly EvidenceRow[]): void {
  if (claim.status !== "evidenceComplete") return;
  refuseIf(missingEvidence(part.initiative.providerKind, amount, rows)[0] ?? null);
}

async function touch({ tx }: Work, id: string): Promise<void> {
  await tx.requisition.updateMany({ where: { id }, data: { revision: { increment: 1 } } });
}

/** Changes what is claimed (öre), at most what is left of the part. Refuses what somebody else saved meanwhile. */
export async function saveClaimAmount(
  actor: Actor,
  input: { id: string; amount: Ore; revision: number },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const locked = await lockEditable(w, actor, input.id);
    if (locked.claim.revision !== input.revision) throw new Refusal({ key: "refusals.changedMeanwhile" });
    refuseIf(whyNotAmount(input.amount, locked.committed));
    refuseIncomplete(locked, input.amount, locked.claim.evidence);
    await w.tx.requisition.updateMany({
      where: { id: input.id },
      data: { amount: input.amount, revision: { increment: 1 } },
    });
  });
}

export type AddedEvidence = { id: string; kind: EvidenceKind; number: string; day: Day; amount: Ore | null };

/** Adds a row of evidence to a claim. Refuses a cost without an amount, and a day that has not come. */
export async function addEvidence(
  actor: Actor,
  input: AddedEvidence,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const { claim } = await lockEditable(w, actor, input.id);
    refuseIf(whyNotEvidence(input));
    if (input.day > w.today) throw new Refusal({ key: "requisitions.whyNot.dayAhead", field: "day" });
    const { kind, number, amount } = input;
    await w.tx.evidence.createMany({
      data: [
        {
          employerId: actor.employerId,
          id: newId(now.getTime()),
          requisitionId: claim.id,
          kind,
          number,
          amount,
          day: column(input.day),
        },
      ],
    });
    await touch(w, claim.id);
  });
}

/** Takes a row of evidence away. Refuses one that a complete claim needs. */
export async function removeEvidence(
  actor: Actor,
  input: { id: string; evidenceId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const locked = await lockEditable(w, actor, input.id);
    const { claim } = locked;
    if (!claim.evidence.some((row) => row.id === input.evidenceId)) throw new Refusal(NOT_FOUND);
    const left = claim.evidence.filter((row) => row.id !== input.evidenceId);
    refuseIncomplete(locked, claim.amount, left);
    await w.tx.evidence.deleteMany({ where: { id: input.evidenceId, requisitionId: claim.id } });
    await touch(w, claim.id);
  });
}

/** Marks the evidence complete. Refuses with the first thing that is missing, in words. */
export async function completeEvidence(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "requisition.prepare"));
    const { claim, part } = await lockClaim(w, actor, input.id);
    refuseIf(whyNotMoveRequisition(claim.status, "evidenceComplete"));
    refuseIf(claim.missing[0] ?? null);
    await moveClaim(w, claim, "evidenceComplete");
    w.tell({ kind: "requisition.evidenceComplete", subjectId: claim.id, caseId: part.caseId });
  });
}

/**
 * Sends a claim, or sends it again supplemented: to the national fund, under LOM to the employer's own finance or
 * payroll office. Only an authorised sender; refused after the fund's last day to claim.
 */
export async function sendRequisition(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "requisition.send"));
    const { claim, part, fund, committed } = await lockClaim(w, actor, input.id);
    refuseIf(whyNotSendClaim({ ...claim, committed, requisitionDay: fund.requisitionDay }, w.today));
    // The first day stays: it is the one that the fund's last day asks for.
    await moveClaim(w, claim, "sent", claim.sentOn ? {} : { sentOn: column(w.today) });
    w.tell({
      kind: "requisition.sent",
      subjectId: claim.id,
      caseId: part.caseId,
      amount: claim.amount,
      day: w.today,
    });
  });
}
