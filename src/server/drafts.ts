import type { Actor } from "@/domain/actor";
import { read, type Tx, type Work, write } from "./db";

/** What was typed in a form and not saved yet, by field name; a repeated field is a list. */
export type Typed = Record<string, string | string[]>;

export type DraftView = { typed: Typed; baseRevision: number | null; at: Date };

/** The subject of a form for something that does not exist yet: one such draft a person and form. */
export const NEW = "new";

/**
 * Keeps what is being typed, for its writer alone: no event, no lock, no version. The newest text wins over an older
 * one of the same person, form and subject. `baseRevision` is the revision that the form was opened on.
 */
export async function saveDraft(
  actor: Actor,
  form: string,
  subject: string,
  baseRevision: number | null,
  typed: Typed,
  now: Date,
): Promise<void> {
  await write(actor, now, null, async ({ tx }) => {
    const key = { employerId: actor.employerId, personId: actor.personId, form, subject };
    await tx.draft.upsert({
      where: { employerId_personId_form_subject: key },
      create: { ...key, baseRevision, typed, at: now },
      update: { baseRevision, typed, at: now },
      select: { at: true },
    });
  });
}

/** The actor's own unsaved typing in a form; null when there is none. */
export function draftOf(actor: Actor, form: string, subject: string): Promise<DraftView | null> {
  return read(actor, (tx) => findDraft(tx, actor, form, subject));
}

/** The same inside a query's own transaction. */
export async function findDraft(
  tx: Tx,
  actor: Actor,
  form: string,
  subject: string,
): Promise<DraftView | null> {
  const found = await tx.draft.findFirst({
    where: { personId: actor.personId, form, subject },
    select: { typed: true, baseRevision: true, at: true },
  });
  return found && { ...found, typed: found.typed as Typed };
}

/** Forgets the actor's typing; the command that saves it calls this in its own transaction. */
export async function dropDraft({ tx, actor }: Work, form: string, subject: string): Promise<void> {
  if (actor.personId === null) return;
  await tx.draft.deleteMany({ where: { personId: actor.personId, form, subject } });
}
