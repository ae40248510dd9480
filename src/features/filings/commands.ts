import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { readFiled } from "@/domain/filed-content";
import { whyNotMoveFiling, whyNotPrepareFiling, whyNotRecordAnswer, whyNotSend } from "@/domain/filing";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { lockMoney } from "@/features/initiatives/lock-commands";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { casesVisibleTo, initiativesVisibleTo } from "@/server/scope";
import { contentOf } from "./content-queries";
import { sendable } from "./facts-queries";

/**
 * Prepares a filing for an approved case's initiative: a draft that the authorised sender checks and sends. A new one
 * after an answer names the filing before it. Refuses one that is granted, stopped or filed already.
 */
export async function prepareFiling(
  actor: Actor,
  input: { initiativeId: string; note: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "filing.prepare"));
    const { employerId } = actor;
    const found = await w.tx.initiative.findFirst({
      where: { AND: [initiativesVisibleTo(actor), { id: input.initiativeId }] },
      select: { caseId: true, case: { select: { fundId: true } } },
    });
    if (!found) throw new Refusal(NOT_FOUND);
    const fund = await lockMoney(w, found.case.fundId, found.caseId);
    const facts = await sendable(w.tx, actor, input.initiativeId, null, fund, w.today);
    refuseIf(whyNotPrepareFiling(facts));
    const last = await w.tx.filing.findFirst({
      where: { initiativeId: input.initiativeId, successors: { none: {} } },
      select: { id: true },
    });
    const id = newId(now.getTime());
    const content = await contentOf(w.tx, employerId, input.initiativeId, input.note);
    await w.tx.filing.createMany({
      data: [
        {
          employerId,
          id,
          caseId: found.caseId,
          initiativeId: input.initiativeId,
          status: "draft",
          content,
          amount: facts.initiative.amount,
          predecessorId: last?.id ?? null,
        },
      ],
    });
    return id;
  });
}

/** A filing in the actor's sight, its fund and case locked, read under the locks. */
export async function lockFiling(w: Work, actor: Actor, id: string) {
  const found = await w.tx.filing.findFirst({
    where: { AND: [{ case: casesVisibleTo(actor) }, { id }] },
    select: { caseId: true, case: { select: { fundId: true } } },
  });
  if (!found) throw new Refusal(NOT_FOUND);
  const fund = await lockMoney(w, found.case.fundId, found.caseId);
  const filing = await w.tx.filing.findFirst({
    where: { id },
    select: {
      id: true,
      caseId: true,
      initiativeId: true,
      status: true,
      amount: true,
      content: true,
      sentOn: true,
      case: { select: { potId: true } },
    },
  });
  if (!filing) throw new Refusal(NOT_FOUND);
  return { filing, fund };
}

/**
 * Sends a filing to the national fund (T2: an authorised sender), its content frozen as it stands at this moment.
 * Refuses what `whyNotSend` says: the gate, the reservation, the period and amount that were heard, the fund's day.
 */
export async function sendFiling(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "filing.send"));
    const { filing, fund } = await lockFiling(w, actor, input.id);
    refuseIf(whyNotMoveFiling(filing.status, "sent"));
    const facts = await sendable(w.tx, actor, filing.initiativeId, filing.id, fund, w.today);
    refuseIf(whyNotSend(facts, w.today));
    const { note } = readFiled(filing.content);
    const content = await contentOf(w.tx, actor.employerId, filing.initiativeId, note);
    const { amount } = facts.initiative;
    const { count } = await w.tx.filing.updateMany({
      where: { id: filing.id, status: filing.status },
      data: {
        status: "sent",
        content,
        amount,
        sentOn: column(w.today),
        sentAt: now,
        senderId: actor.personId,
      },
    });
    if (count === 0) throw new Refusal(MOVED_ON);
    w.tell({ kind: "filing.sent", subjectId: filing.id, caseId: filing.caseId, amount, day: w.today });
  });
}

export type RefusedAnswer = { id: string; outcome: "returned" | "rejected"; answeredOn: Day; text: string };

/** Writes down that the national fund returned or rejected a filing. Final for it: a new one names it. */
export async function recordRefusal(
  actor: Actor,
  input: RefusedAnswer,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "filing.recordAnswer"));
    const { filing, fund } = await lockFiling(w, actor, input.id);
    const { outcome, answeredOn, text } = input;
    const facts = { ...filing, sentOn: day(filing.sentOn), grantDay: fund.grantDay };
    refuseIf(whyNotRecordAnswer(facts, { outcome, answeredOn, text, parts: [] }, w.today));
    await answerFiling(w, filing.id, outcome, answeredOn, text);
    w.tell({
      kind: `filing.${outcome}`,
      subjectId: filing.id,
      caseId: filing.caseId,
      amount: filing.amount,
      day: answeredOn,
      text,
    });
  });
}

/** Moves a sent filing whose case is locked to its answer. Refuses when somebody was faster (movedOn). */
export async function answerFiling(
  { tx }: Work,
  id: string,
  outcome: "granted" | "returned" | "rejected",
  answeredOn: Day,
  answer: string,
): Promise<void> {
  const { count } = await tx.filing.updateMany({
    where: { id, status: "sent" },
    data: { status: outcome, answeredOn: column(answeredOn), answer },
  });
  if (count === 0) throw new Refusal(MOVED_ON);
}
