import type { ProviderKind } from "@/domain/agreement";
import { column, type Day } from "@/domain/day";
import { type InitiativeStatus, isSettled } from "@/domain/initiative";
import type { Ore } from "@/domain/money";
import { MOVED_ON, Refusal } from "@/domain/reason";
import type { Work } from "@/server/db";
import { newId } from "@/server/id";

export type InitiativePlan = {
  caseId: string;
  title: string;
  unitId: string;
  /** Öre, out of the case's reservation. */
  amount: Ore;
  ownerId: string | null;
  providerKind: ProviderKind;
  providerName: string;
  periodFrom: Day | null;
  periodUntil: Day | null;
  headcount: number | null;
  ideaIds: readonly string[];
  status?: InitiativeStatus;
};

/**
 * Inserts an initiative of a case that the caller has found in scope and locked, with the ideas it answers. Asks no
 * rule of its own: whoever decides, plans or records a split answer has asked theirs.
 */
export async function planInitiative(
  { tx, actor, now, tell }: Work,
  { ideaIds, status = "planned", ...plan }: InitiativePlan,
): Promise<string> {
  const { employerId } = actor;
  const id = newId(now.getTime());
  await tx.initiative.createMany({
    data: [
      {
        ...plan,
        employerId,
        id,
        periodFrom: column(plan.periodFrom),
        periodUntil: column(plan.periodUntil),
        status,
        statusSince: now,
      },
    ],
  });
  if (ideaIds.length > 0)
    await tx.initiativeIdea.createMany({
      data: ideaIds.map((ideaId) => ({ employerId, initiativeId: id, ideaId })),
    });
  tell({ kind: "initiative.planned", subjectId: id, caseId: plan.caseId, amount: plan.amount });
  if (status === "scheduled") tell({ kind: "initiative.scheduled", subjectId: id, caseId: plan.caseId });
  return id;
}

export type PartGrant = {
  caseId: string;
  initiativeId: string;
  /** None under LOM, where nothing is filed. */
  filingId?: string | null;
  /** The national fund's initiative number; none under LOM. */
  number: string | null;
  /** Öre. */
  amount: Ore;
  /** The day of the decision, which counts for the fund's days. */
  grantedOn: Day;
  earliestClaimDay?: Day | null;
};

/** Inserts a granted part. Books nothing: the caller commits the parts of one decision in one booking. */
export async function grantPart({ tx, actor, now }: Work, part: PartGrant): Promise<string> {
  const id = newId(now.getTime());
  await tx.grantedPart.createMany({
    data: [
      {
        employerId: actor.employerId,
        id,
        caseId: part.caseId,
        initiativeId: part.initiativeId,
        filingId: part.filingId ?? null,
        number: part.number,
        amount: part.amount,
        grantedOn: column(part.grantedOn),
        earliestClaimDay: column(part.earliestClaimDay ?? null),
      },
    ],
  });
  return id;
}

/**
 * Moves an initiative whose case is locked, guarded by the status it had; other columns may follow. Refuses when
 * somebody was faster (movedOn). The caller has asked the table.
 */
export async function moveInitiative(
  { tx, now }: Work,
  it: { id: string; status: InitiativeStatus },
  to: InitiativeStatus,
  data: { answer?: string; completedOn?: Date } = {},
): Promise<void> {
  const { count } = await tx.initiative.updateMany({
    where: { id: it.id, status: it.status },
    data: { ...data, status: to, statusSince: now, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal(MOVED_ON);
}

/** Marks parts settled: nothing more is drawn of them. The caller has released what was left. */
export async function settleParts({ tx, now }: Work, partIds: readonly string[]): Promise<void> {
  if (partIds.length > 0)
    await tx.grantedPart.updateMany({
      where: { id: { in: [...partIds] }, settledAt: null },
      data: { settledAt: now },
    });
}

/** Settles an initiative whose case is locked when it is completed and its last part is settled; else does nothing. */
export async function settleIfDone(w: Work, initiativeId: string): Promise<void> {
  const it = await w.tx.initiative.findFirst({
    where: { id: initiativeId },
    select: { id: true, caseId: true, status: true, parts: { select: { settledAt: true } } },
  });
  if (!it) return;
  const openParts = it.parts.filter((part) => part.settledAt === null).length;
  if (!isSettled({ status: it.status, parts: it.parts.length, openParts })) return;
  await moveInitiative(w, it, "settled");
  w.tell({ kind: "initiative.settled", subjectId: it.id, caseId: it.caseId });
}
