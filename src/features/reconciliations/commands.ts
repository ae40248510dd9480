import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column } from "@/domain/day";
import { sum } from "@/domain/money";
import { MOVED_ON, Refusal, refuseIf } from "@/domain/reason";
import { lockEmployer } from "@/features/people/lock-commands";
import { fileHash, readActualsFile } from "@/server/actuals-file";
import { type Work, write } from "@/server/db";
import { dropDraft, NEW } from "@/server/drafts";
import type { Prisma } from "@/server/generated/client";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { FILE_DRAFT, seenMark } from "./import-queries";
import { judge } from "./judge-queries";
import { linesOf, type Mapping } from "./mapping";
import { whyNotReconcile } from "./month-queries";
import { MOST_BYTES } from "./schema";

export type TakenFile = {
  name: string;
  bytes: Uint8Array;
  mapping: Mapping;
  /** What the person saw when they confirmed; a file or mapping that changed since is refused. Without it: not asked. */
  seen?: string;
  /** A name under which the mapping is kept for next time; empty: not kept. */
  saveAs: string;
};

const ROWS_AT_ONCE = 1000;

/**
 * Takes in a file of actuals, whole or not at all: lines that stand there already are passed over. Refuses a file with
 * any fault, one that was taken in before, lines that clash with earlier ones, and a month that is reconciled. Gives the
 * import's id.
 */
export async function takeInActuals(
  actor: Actor,
  input: TakenFile,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  const { name, bytes, mapping } = input;
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "reconciliation.import"));
    refuseIf(whyNotReconcile(actor));
    if (bytes.length > MOST_BYTES) throw new Refusal({ key: "reconciliations.whyNot.tooLarge" });
    if (input.seen && input.seen !== seenMark(bytes, mapping)) throw new Refusal(MOVED_ON);
    const file = readActualsFile(name, bytes);
    const { lines, faults } = linesOf(file, mapping);
    refuseIf(faults[0] ?? null);
    // Nothing is taken in to a month that somebody closes meanwhile, nor twice by two people at once.
    await lockEmployer(w);
    const hash = fileHash(bytes);
    const { sorted, why } = await judge(w.tx, actor.employerId, { hash, lines });
    refuseIf(why);

    const { employerId } = actor;
    const id = newId(now.getTime());
    await w.tx.actualsImport.createMany({
      data: [
        {
          employerId,
          id,
          format: file.format,
          fileName: name,
          fileHash: hash,
          personId: actor.personId,
          at: now,
        },
      ],
    });
    for (let at = 0; at < sorted.fresh.length; at += ROWS_AT_ONCE)
      await w.tx.posting.createMany({
        data: sorted.fresh.slice(at, at + ROWS_AT_ONCE).map((line) => ({
          ...line,
          employerId,
          id: newId(now.getTime()),
          importId: id,
          year: Number(line.day.slice(0, 4)),
          day: column(line.day),
        })),
      });
    if (input.saveAs) await keepMapping(w, input.saveAs, mapping);
    await dropDraft(w, FILE_DRAFT, NEW);
    w.tell({
      kind: "reconciliation.imported",
      subjectId: id,
      amount: sum(sorted.fresh.map(({ amount }) => amount)),
      detail: file.format,
      text: name,
    });
    return id;
  });
}

/** Keeps a mapping under its name; one of that name is replaced. */
async function keepMapping({ tx, actor, now }: Work, name: string, mapping: Mapping): Promise<void> {
  const { employerId } = actor;
  await tx.importMapping.deleteMany({ where: { employerId, name } });
  await tx.importMapping.createMany({
    data: [{ employerId, id: newId(now.getTime()), name, columns: mapping as Prisma.InputJsonValue }],
  });
}

/** Lets go of a chosen file. Nothing of it was taken in. */
export async function forgetFile(actor: Actor, now: Date): Promise<void> {
  return write(actor, now, null, async (w) => {
    refuseIf(whyNotAct(actor, "reconciliation.import"));
    await dropDraft(w, FILE_DRAFT, NEW);
  });
}
