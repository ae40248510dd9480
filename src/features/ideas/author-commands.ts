import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { Audience } from "@/domain/idea";
import { whyNotSave, whyNotSubmit } from "@/domain/idea";
import { ChangedMeanwhile, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { nearestHolders, ownUnit } from "@/features/people/holder-queries";
import { type Work, write } from "@/server/db";
import { dropDraft, NEW } from "@/server/drafts";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { ideasVisibleTo } from "@/server/scope";

/** Autosave's name for the idea form. */
export const IDEA_DRAFT = "idea";

export type IdeaInput = {
  /** Without it a new idea is made. */
  id?: string | null;
  /** The revision that the form was opened on; without it nobody else is expected to write (the seed). */
  revision?: number | undefined;
  title: string;
  why: string;
  audience: Audience;
  /** About how many, when it is for some. */
  headcount: number | null;
};

/**
 * Saves an idea as its author's draft, or a returned one while it is being completed. No event: nothing has left the
 * author yet. Refuses somebody else's, one that is handed in, and a text saved on an older revision (both are shown).
 */
export async function saveIdea(
  actor: Actor,
  input: IdeaInput,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.save"));
    const before = await ownIdea(w, actor, input);
    if (before) refuseIf(whyNotSave(actor, before));
    return store(w, actor, input, before ?? { id: null, unitId: await ownUnit(w.tx, actor.personId) }, {});
  });
}

/**
 * Hands an idea in, new or again, with the manager or without. Refuses as saveIdea does, and with the manager when there
 * is none above the author. A returned idea loses the answer that it was returned with; history keeps it.
 */
export async function submitIdea(
  actor: Actor,
  input: IdeaInput & { withManager: boolean },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "idea.submit"));
    const before = await ownIdea(w, actor, input);
    const unitId = before?.unitId ?? (await ownUnit(w.tx, actor.personId));
    const [managers] = await nearestHolders(
      w.tx,
      actor.employerId,
      "manager",
      [{ unitId, except: actor.personId }],
      w.today,
    );
    const idea = before ?? { status: "draft" as const, authorId: actor.personId };
    const { withManager } = input;
    refuseIf(whyNotSubmit(actor, idea, { withManager, managerExists: (managers ?? []).length > 0 }));
    const id = await store(w, actor, input, before ?? { id: null, unitId }, {
      withManager,
      status: "submitted" as const,
      statusSince: now,
      submittedAt: now,
      answer: null,
      nextStep: null,
    });
    w.tell({ kind: "idea.submitted", subjectId: id, detail: withManager ? "withManager" : "alone" });
    return id;
  });
}

/** The idea to write on, locked, so that of two tabs the second sees what the first saved; null for a new one. */
async function ownIdea({ tx }: Work, actor: Actor, { id, revision }: IdeaInput) {
  if (!id) return null;
  await tx.$queryRaw`SELECT 1 FROM idea WHERE employer_id = ${actor.employerId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const idea = await tx.idea.findFirst({ where: { AND: [ideasVisibleTo(actor), { id }] } });
  if (!idea) throw new Refusal(NOT_FOUND);
  if (revision !== undefined && idea.revision !== revision && idea.authorId === actor.personId) {
    const { title, why, audience, headcount } = idea;
    throw new ChangedMeanwhile(
      { title, why, audience, headcount: headcount === null ? "" : String(headcount) },
      idea.revision,
    );
  }
  return idea;
}

async function store(
  w: Work,
  actor: Actor,
  { title, why, audience, headcount }: IdeaInput,
  { id, unitId }: { id: string | null; unitId: string },
  more: {
    withManager?: boolean;
    status?: "submitted";
    statusSince?: Date;
    submittedAt?: Date;
    answer?: null;
    nextStep?: null;
  },
): Promise<string> {
  const { tx, now } = w;
  const said = { title, why, audience, headcount: audience === "some" ? headcount : null };
  await dropDraft(w, IDEA_DRAFT, id ?? NEW);
  if (id) {
    await tx.idea.updateMany({ where: { id }, data: { ...said, ...more, revision: { increment: 1 } } });
    return id;
  }
  const made = newId(now.getTime());
  const fresh = { withManager: true, status: "draft" as const, statusSince: now };
  await tx.idea.createMany({
    data: [
      {
        employerId: actor.employerId,
        id: made,
        unitId,
        authorId: actor.personId,
        ...said,
        ...fresh,
        ...more,
      },
    ],
  });
  return made;
}
