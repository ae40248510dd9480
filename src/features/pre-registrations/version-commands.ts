import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { endedVersion, whyNotMoveOver } from "@/domain/agreement-changes";
import { MOVED_ON, Refusal, refuseIf } from "@/domain/reason";
import { write } from "@/server/db";
import type { Receipt } from "@/server/receipts";
import { lockCase } from "./move";
import { wasFiled } from "./version-queries";

/**
 * Moves a case whose version ended before anything was filed over to the version in force today, whose steps and rules
 * it follows from then on. Refuses one whose version is in force, that was filed, or that is over. [design 3]
 */
export async function moveCaseOver(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.prepare"));
    const it = await lockCase(w, actor, input.id);
    const versioned = { ...it, filed: await wasFiled(w.tx, it.id) };
    refuseIf(whyNotMoveOver(versioned, w.today));
    const to = endedVersion(versioned, w.today)?.to ?? null;
    const { count } = await w.tx.preRegistration.updateMany({
      where: { id: it.id, version: it.version, status: it.status },
      data: { version: to },
    });
    if (count === 0) throw new Refusal(MOVED_ON);
    w.tell({
      kind: "preRegistration.movedOver",
      subjectId: it.id,
      caseId: it.id,
      detail: to ?? undefined,
    });
  });
}
