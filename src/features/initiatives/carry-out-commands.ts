import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import {
  type TookPart,
  tookPartIn,
  whyNotCarryOut,
  whyNotComplete,
  whyNotCount,
  whyNotStart,
  whyNotTheseGroups,
} from "@/domain/initiative";
import { refuseIf } from "@/domain/reason";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { moveInitiative, settleIfDone } from "./commands";
import { carrier, type LockedInitiative, lockInitiative } from "./lock-commands";

async function lockOwn(w: Work, actor: Actor, id: string): Promise<LockedInitiative> {
  refuseIf(whyNotAct(actor, "initiative.carryOut"));
  const it = await lockInitiative(w, actor, id);
  refuseIf(whyNotCarryOut(carrier(actor, it), it));
  return it;
}

/** Starts a scheduled initiative, from its period's first day on. */
export async function startInitiative(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const it = await lockOwn(w, actor, input.id);
    refuseIf(whyNotStart(it, w.today));
    await moveInitiative(w, it, "underWay");
    w.tell({ kind: "initiative.started", subjectId: it.id, caseId: it.caseId });
  });
}

/**
 * Writes down who took part, by occupation and sex; how many is their sum. May be corrected until a claim has used the
 * number. Refuses a group of nobody. [domain 2.5 step 5]
 */
export async function countParticipants(
  actor: Actor,
  input: { id: string; groups: readonly TookPart[] },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const it = await lockOwn(w, actor, input.id);
    refuseIf(whyNotCount(it));
    refuseIf(whyNotTheseGroups(input.groups));
    const tookPart = tookPartIn(input.groups);
    await w.tx.initiative.updateMany({
      where: { id: it.id },
      data: { tookPart, revision: { increment: 1 } },
    });
    await w.tx.initiativeGroup.deleteMany({ where: { initiativeId: it.id } });
    await w.tx.initiativeGroup.createMany({
      data: input.groups.map((group, order) => ({
        ...group,
        employerId: actor.employerId,
        id: newId(now.getTime()),
        initiativeId: it.id,
        order,
      })),
    });
    w.tell({
      kind: "initiative.counted",
      subjectId: it.id,
      caseId: it.caseId,
      detail: String(tookPart),
    });
  });
}

/** Completes an initiative that is under way, once its participants are counted. Its parts can be claimed from now on. */
export async function completeInitiative(
  actor: Actor,
  input: { id: string; completedOn: Day },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const it = await lockOwn(w, actor, input.id);
    refuseIf(whyNotComplete(it, input.completedOn, w.today));
    await moveInitiative(w, it, "completed", { completedOn: column(input.completedOn) });
    w.tell({
      kind: "initiative.completed",
      subjectId: it.id,
      caseId: it.caseId,
      day: input.completedOn,
    });
    // Partial claims may all have been paid before the end.
    await settleIfDone(w, it.id);
  });
}
