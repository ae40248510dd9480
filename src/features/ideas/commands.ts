import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import {
  type IdeaAct,
  type IdeaStatus,
  ideaAfter,
  whyNotDecline,
  whyNotEndorse,
  whyNotMove,
  whyNotPark,
  whyNotReturn,
  whyNotSupport,
  whyNotTakeUp,
} from "@/domain/idea";
import type { Ore } from "@/domain/money";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { ideasVisibleTo } from "@/server/scope";

/** An idea within the actor's sight; what lies outside does not exist. */
async function findIdea({ tx }: Work, actor: Actor, id: string) {
  const idea = await tx.idea.findFirst({
    where: { AND: [ideasVisibleTo(actor), { id }] },
    select: { id: true, status: true, withManager: true, unitId: true, authorId: true, revision: true },
  });
  if (!idea) throw new Refusal(NOT_FOUND);
  return idea;
}

/** Moves an idea as the table says, unless somebody else has moved it since it was read. */
async function move(
  { tx, now }: Work,
  act: IdeaAct,
  idea: { id: string; status: IdeaStatus; withManager: boolean },
  data: { answer?: string | null; nextStep?: string | null } = {},
): Promise<void> {
  const status = ideaAfter(act, idea);
  if (!status) throw new Refusal(MOVED_ON);
  const { count } = await tx.idea.updateMany({
    where: { id: idea.id, status: idea.status },
    data: { status, statusSince: now, ...data },
  });
  if (count === 0) throw new Refusal(MOVED_ON);
}

/**
 * The manager says yes for the unit: one endorsement with what the unit pays itself (öre); the idea is not costed yet.
 * Refuses one's own idea, another unit's, and one that is not with the manager.
 */
export async function endorseIdea(
  actor: Actor,
  input: { id: string; ownCost: Ore | null; note?: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.endorse"));
    const idea = await findIdea(w, actor, input.id);
    refuseIf(whyNotEndorse(actor, idea));
    await move(w, "endorse", idea);
    const ownCost = input.ownCost ?? 0n;
    await w.tx.endorsement.createMany({
      data: [
        {
          employerId: actor.employerId,
          id: newId(now.getTime()),
          ideaId: idea.id,
          unitId: idea.unitId,
          personId: actor.personId,
          role: actor.role,
          amount: null,
          ownCost,
          note: input.note || null,
          at: now,
        },
      ],
    });
    w.tell({
      kind: "idea.endorsed",
      subjectId: idea.id,
      amount: ownCost || undefined,
      text: input.note || undefined,
    });
  });
}

/** The manager sends the idea back with what is missing. Refuses as endorseIdea does, and an empty answer. */
export async function returnIdea(
  actor: Actor,
  input: { id: string; missing: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.return"));
    const idea = await findIdea(w, actor, input.id);
    refuseIf(whyNotReturn(actor, idea, input.missing));
    await move(w, "return", idea, { answer: input.missing });
    w.tell({ kind: "idea.returned", subjectId: idea.id, text: input.missing });
  });
}

/** The coordinator opens the dialogue about an idea that is endorsed or came without the manager. */
export async function takeUpIdea(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.takeUp"));
    const idea = await findIdea(w, actor, input.id);
    refuseIf(whyNotTakeUp(actor, idea));
    await move(w, "takeUp", idea);
    w.tell({ kind: "idea.takenUp", subjectId: idea.id });
  });
}

/** The coordinator takes up again what was parked. */
export async function resumeIdea(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.takeUp"));
    const idea = await findIdea(w, actor, input.id);
    refuseIf(whyNotTakeUp(actor, idea, "resume"));
    await move(w, "resume", idea, { answer: null });
    w.tell({ kind: "idea.resumed", subjectId: idea.id });
  });
}

/** The coordinator says no, with the reason and a next step to the author. Refuses when either is missing. */
export async function declineIdea(
  actor: Actor,
  input: { id: string; reason: string; nextStep: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.decline"));
    const idea = await findIdea(w, actor, input.id);
    refuseIf(whyNotDecline(actor, idea, input));
    await move(w, "decline", idea, { answer: input.reason, nextStep: input.nextStep });
    w.tell({ kind: "idea.declined", subjectId: idea.id, text: `${input.reason}\n${input.nextStep}` });
  });
}

/** The coordinator puts the idea aside until later. */
export async function parkIdea(
  actor: Actor,
  input: { id: string; note?: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.park"));
    const idea = await findIdea(w, actor, input.id);
    refuseIf(whyNotPark(actor, idea));
    await move(w, "park", idea, { answer: input.note || null });
    w.tell({ kind: "idea.parked", subjectId: idea.id, text: input.note || undefined });
  });
}

/** "Me too": one row a person, however often it is clicked. No event: it is a count, not a step. */
export async function supportIdea(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.support"));
    const idea = await findIdea(w, actor, input.id);
    // The row itself settles who was first; a second click is told nothing else than the first.
    refuseIf(whyNotSupport(actor, { ...idea, supported: false }));
    await w.tx.ideaSupport.createMany({
      data: [{ employerId: actor.employerId, ideaId: idea.id, personId: actor.personId, at: now }],
      skipDuplicates: true,
    });
  });
}

/**
 * Ideas become part of a pre-registration, inside the transaction that makes it. The caller has found them in scope.
 * Refuses when one does not exist or is not open for it: with the manager, parked, or in another case already.
 */
export async function convertIdeas(w: Work, ideaIds: readonly string[], caseId?: string): Promise<void> {
  for (const idea of await lockIdeas(w, ideaIds)) {
    refuseIf(whyNotMove("convert", idea));
    await move(w, "convert", idea);
    w.tell({ kind: "idea.converted", subjectId: idea.id, caseId });
  }
}

/**
 * Ideas come back to dialogue when their pre-registration was declined, withdrawn or expired, inside that transaction.
 * One that has moved on by itself stays where it is: a case must always be able to end.
 */
export async function reopenIdeas(w: Work, ideaIds: readonly string[], caseId?: string): Promise<void> {
  for (const idea of await lockIdeas(w, ideaIds)) {
    if (!ideaAfter("reopen", idea)) continue;
    await move(w, "reopen", idea);
    w.tell({ kind: "idea.reopened", subjectId: idea.id, caseId });
  }
}

/** Locks ideas in the order of their ids, so that two cases of the same ideas never wait for each other crosswise. */
export async function lockIdeas({ tx, actor }: Work, ideaIds: readonly string[]) {
  const ids = [...new Set(ideaIds)].sort();
  if (ids.length === 0) return [];
  await tx.$queryRaw`SELECT 1 FROM idea WHERE employer_id = ${actor.employerId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const ideas = await tx.idea.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    select: { id: true, status: true, withManager: true },
  });
  if (ideas.length !== ids.length) throw new Refusal(NOT_FOUND);
  return ideas;
}
