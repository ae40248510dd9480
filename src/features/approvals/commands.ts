import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { type Outcome, type Position, whyNotDeclineNow, whyNotGroupDecision } from "@/domain/approval";
import { whyNotImpartial } from "@/domain/conflict";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { reopenIdeas } from "@/features/ideas/commands";
import { lockFund } from "@/features/ledger/commands";
import { type CaseFacts, lockCase, moveCase } from "@/features/pre-registrations/move";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { casesVisibleTo } from "@/server/scope";
import { deciderOf, type GroupMember, groupMembers, meetingOf, standingOf } from "./facts-queries";
import { grant } from "./grant-commands";

/** Locks the fund and then the case, and reads the case anew: every fact of a decision is read after both. */
async function lockForDecision(w: Work, actor: Actor, caseId: string): Promise<CaseFacts> {
  const seen = await w.tx.preRegistration.findFirst({
    where: { AND: [casesVisibleTo(actor), { id: caseId }] },
    select: { fundId: true },
  });
  if (!seen) throw new Refusal(NOT_FOUND);
  await lockFund(w, seen.fundId);
  const it = await lockCase(w, actor, caseId);
  // The fund that was locked is the one that pays.
  if (it.fundId !== seen.fundId) throw new Refusal({ key: "refusals.movedOn" });
  return it;
}

/**
 * Someone with the mandate says yes to the whole sum (öre), which is reserved in the same transaction (LOM: granted at
 * once). Refuses a mandate that has ended or does not reach, a party, an endorser, who spoke for a union, a closed
 * gate, a fund whose days have passed, an amount that is not the one on screen, and a pot that does not hold it.
 */
export async function approveCase(
  actor: Actor,
  input: { caseId: string; amount: Ore },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "approval.decide"));
    const it = await lockForDecision(w, actor, input.caseId);
    const standing = await standingOf(w.tx, actor.employerId, it, w.today);
    refuseIf(standing.about[0] ?? null);
    if (standing.rule === "jointGroup") throw new Refusal({ key: "approvals.whyNot.groupDecides" });
    const decider = await deciderOf(w.tx, actor, it, w.today);
    if (!decider.mandate) throw new Refusal(decider.reasons[0] ?? NOT_FOUND);
    if (it.amount !== input.amount)
      throw new Refusal({
        key: "approvals.whyNot.amountMoved",
        values: { amount: Number(it.amount / 100n) },
      });
    refuseIf(standing.gate[0] ?? null);
    refuseIf(standing.fund[0] ?? null);
    // The ledger has the last word. Whoever can see already that it would say no need not stand in line for it.
    if (standing.available < it.amount) throw new Refusal({ key: "refusals.notEnoughAvailable" });

    const meeting = await meetingOf(w.tx, actor.employerId, it.id);
    await record(w, it, "approved", it.amount, null, meeting?.subjectId ?? null, [
      {
        personId: actor.personId,
        role: actor.role,
        mandate: decider.mandate,
        position: "inFavour",
        reason: null,
      },
    ]);
    w.tell({ kind: "preRegistration.approved", subjectId: it.id, caseId: it.id, amount: it.amount });
    await grant(w, it, it.amount);
  });
}

/**
 * Someone with a mandate says no, with the reason and a next step; the case's ideas are in dialogue again. The unions
 * need not be concluded first: a no changes nothing for anybody. Any decision maker may, whatever the amount.
 */
export async function declineCase(
  actor: Actor,
  input: { caseId: string; reason: string; nextStep: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "approval.decide"));
    const it = await lockForDecision(w, actor, input.caseId);
    const standing = await standingOf(w.tx, actor.employerId, it, w.today);
    refuseIf(whyNotDeclineNow(it));
    if (standing.rule === "jointGroup") throw new Refusal({ key: "approvals.whyNot.groupDecides" });
    const decider = await deciderOf(w.tx, actor, { ...it, amount: 0n }, w.today);
    if (!decider.mandate) throw new Refusal(decider.reasons[0] ?? NOT_FOUND);
    const meeting = await meetingOf(w.tx, actor.employerId, it.id);
    await record(w, it, "declined", null, input.reason, meeting?.subjectId ?? null, [
      {
        personId: actor.personId,
        role: actor.role,
        mandate: decider.mandate,
        position: "against",
        reason: input.reason,
      },
    ]);
    await decline(w, it, input.reason, input.nextStep);
  });
}

export type GroupDecision = {
  caseId: string;
  consultationId: string;
  outcome: Outcome;
  /** Öre; only when approved in part. */
  amount: Ore | null;
  reason: string;
  nextStep: string;
  members: readonly { personId: string; position: Position; reason: string }[];
};

/**
 * The coordinator writes down what the joint group decided at its meeting: one row per member who was there. Money
 * follows in the same transaction. Refuses who does not sit in the group today, a member with a conflict who did not
 * step out, a side that is missing, and a yes that is not everybody's.
 */
export async function decideInGroup(
  actor: Actor,
  input: GroupDecision,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "approval.recordGroup"));
    const it = await lockForDecision(w, actor, input.caseId);
    refuseIf(whyNotImpartial(actor, it.parties));
    const standing = await standingOf(w.tx, actor.employerId, it, w.today);
    const grants = input.outcome === "approved" || input.outcome === "partlyApproved";
    // What a yes needs does not stand in the way of a no or a later meeting.
    refuseIf(grants ? (standing.about[0] ?? null) : whyNotDeclineNow(it));
    if (standing.rule !== "jointGroup") throw new Refusal({ key: "approvals.whyNot.employerDecides" });
    refuseIf(standing.gate[0] ?? null);
    const meeting = await meetingOf(w.tx, actor.employerId, it.id);
    if (meeting?.id !== input.consultationId) throw new Refusal({ key: "approvals.gate.notOnMeeting" });

    const members = await groupMembers(w.tx, actor.employerId, it, w.today);
    const present = input.members.map((said) => {
      const member = members.find((sits) => sits.personId === said.personId);
      if (!member) throw new Refusal({ key: "approvals.whyNot.notMember" });
      return { ...said, member };
    });
    if (new Set(present.map((one) => one.personId)).size !== present.length)
      throw new Refusal({ key: "approvals.whyNot.notMember" });
    const { outcome, reason } = input;
    const amount = outcome === "approved" ? it.amount : outcome === "partlyApproved" ? input.amount : null;
    refuseIf(
      whyNotGroupDecision({
        outcome,
        amount,
        asked: it.amount,
        reason,
        members: present.map(({ member, position, reason: why }) => ({
          ...member,
          name: member.name ?? "",
          position,
          reason: why,
        })),
      }),
    );
    await record(w, it, outcome, amount, reason || null, meeting.subjectId, present.map(asDecider));
    // The history says who decided; the one who writes it down is somebody else.
    const detail = "jointGroup";
    if (outcome === "declined") return decline(w, it, reason, input.nextStep, detail);
    if (outcome === "deferred") {
      await moveCase(w, it.id, "inConsultation", "deferred", { answer: reason });
      w.tell({ kind: "preRegistration.deferred", subjectId: it.id, caseId: it.id, text: reason, detail });
      return;
    }
    refuseIf(standing.fund[0] ?? null);
    if (amount === null) throw new Refusal({ key: "refusals.moneyAboveZero", field: "amount" });
    w.tell({ kind: `preRegistration.${outcome}`, subjectId: it.id, caseId: it.id, amount, detail });
    await grant(w, it, amount);
  });
}

type Decider = {
  personId: string;
  role: Actor["role"];
  mandate: { id: string; paragraph: string | null };
  position: Position;
  reason: string | null;
};

function asDecider(one: { member: GroupMember; position: Position; reason: string }): Decider {
  const { personId, mandateId, paragraph, role } = one.member;
  return {
    personId,
    role,
    mandate: { id: mandateId, paragraph },
    position: one.position,
    reason: one.reason || null,
  };
}

async function record(
  w: Work,
  it: CaseFacts,
  outcome: Outcome,
  amount: Ore | null,
  reason: string | null,
  subjectId: string | null,
  deciders: readonly Decider[],
): Promise<void> {
  const { employerId } = w.actor;
  const { name } = await w.tx.employer.findFirstOrThrow({
    where: { id: employerId },
    select: { name: true },
  });
  await w.tx.approval.createMany({
    data: deciders.map((decider) => ({
      employerId,
      id: newId(w.now.getTime()),
      caseId: it.id,
      subjectId,
      personId: decider.personId,
      role: decider.role,
      mandateId: decider.mandate.id,
      paragraph: decider.mandate.paragraph,
      onBehalfOf: name,
      position: decider.position,
      outcome,
      amount,
      reason: decider.reason ?? reason,
      at: w.now,
    })),
  });
}

async function decline(
  w: Work,
  it: CaseFacts,
  reason: string,
  nextStep: string,
  detail?: "jointGroup",
): Promise<void> {
  await moveCase(w, it.id, "inConsultation", "declined", { answer: reason, nextStep: nextStep || null });
  await reopenIdeas(
    w,
    it.ideas.map((idea) => idea.id),
  );
  w.tell({ kind: "preRegistration.declined", subjectId: it.id, caseId: it.id, text: reason, detail });
}
