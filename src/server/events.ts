import { createHash, randomBytes } from "node:crypto";
import type { Doer } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import type { EventKind } from "@/domain/event";
import type { Prisma } from "./generated/client";
import { newId } from "./id";
import { canonical } from "./receipts";

/** What a command tells of itself. Words go into `text`; everything else is ids, kinds, amounts and days. */
export type EventDraft = {
  kind: EventKind;
  subjectId: string;
  caseId?: string | undefined;
  amount?: bigint | undefined;
  day?: Day | undefined;
  /** A word of the field's own vocabulary: a status, an outcome, a union's id. */
  detail?: string | undefined;
  text?: string | undefined;
};

export const CHAIN_START = "0".repeat(64);

export type ChainedEvent = {
  seq: bigint;
  id: string;
  kind: string;
  noun: string;
  subjectId: string;
  caseId: string | null;
  personId: string | null;
  role: string | null;
  onBehalfOf: string | null;
  amount: bigint | null;
  day: Day | null;
  detail: string | null;
  textHash: string | null;
  at: Date;
  prevHash: string;
};

/** The hash that ties an event to its predecessor; any change of a field breaks it. */
export function eventHash(event: ChainedEvent): string {
  return createHash("sha256")
    .update(canonical({ ...event, at: event.at.toISOString() }))
    .digest("hex");
}

/** The words of an event, salted, so that they can be blanked without breaking the chain and not be guessed from it. */
export function textHash(salt: string, text: string): string {
  return createHash("sha256").update(`${salt}\u0000${text}`).digest("hex");
}

/** Writes the transaction's events, last of all, under the lock of the employer's chain. */
export async function writeEvents(
  tx: Prisma.TransactionClient,
  actor: Doer,
  now: Date,
  drafts: readonly EventDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const { employerId } = actor;
  const [head] = await tx.$queryRaw<
    { seq: bigint; hash: string }[]
  >`SELECT seq, hash FROM event_chain WHERE employer_id = ${employerId}::uuid FOR UPDATE`;
  if (!head) throw new Error("the employer has no event chain");
  let { seq, hash } = head;
  const rows = drafts.map((draft) => {
    const salt = draft.text ? randomBytes(16).toString("hex") : null;
    seq += 1n;
    const event: ChainedEvent = {
      id: newId(now.getTime()),
      seq,
      kind: draft.kind,
      noun: draft.kind.split(".")[0] ?? draft.kind,
      subjectId: draft.subjectId,
      caseId: draft.caseId ?? null,
      personId: actor.personId,
      role: actor.role,
      onBehalfOf: actor.onBehalfOf,
      amount: draft.amount ?? null,
      day: draft.day ?? null,
      detail: draft.detail ?? null,
      textHash: salt && draft.text ? textHash(salt, draft.text) : null,
      at: now,
      prevHash: hash,
    };
    hash = eventHash(event);
    return { event, hash, salt, text: draft.text };
  });
  await tx.caseEvent.createMany({
    data: rows.map(({ event, hash: own }) => ({
      employerId,
      ...event,
      role: actor.role,
      day: event.day && column(event.day),
      hash: own,
    })),
  });
  const texts = rows.filter((row) => row.salt && row.text);
  if (texts.length > 0)
    await tx.eventText.createMany({
      data: texts.map(({ event, salt, text }) => ({
        employerId,
        eventId: event.id,
        salt,
        text: text ?? null,
      })),
    });
  await tx.$executeRaw`UPDATE event_chain SET seq = ${seq}, hash = ${hash} WHERE employer_id = ${employerId}::uuid`;
}
