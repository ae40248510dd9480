import type { Actor } from "@/domain/actor";
import { type Day, day, dayOf } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { ON_ITS_WAY, type StepBefore, stepOfCase } from "@/domain/pipeline";
import { openGates } from "@/features/consultations/gate-queries";
import type { Tx } from "@/server/db";
import { casesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";

/** A case on its way to a decision: what it asks for in öre, the step it lies in, and since when. */
export type OnItsWay = { id: string; fundId: string; amount: Ore; step: StepBefore; since: Day };

/** Every case in sight that is on its way to a decision. */
export async function casesOnTheirWay(tx: Tx, actor: Actor, today: Day): Promise<OnItsWay[]> {
  const cases = await tx.preRegistration.findMany({
    where: { AND: [casesVisibleTo(actor), hasStatus(...ON_ITS_WAY)] },
    select: { id: true, fundId: true, status: true, statusSince: true, amount: true },
  });
  const heard = cases.filter(({ status }) => status === "inConsultation").map(({ id }) => id);
  const open = await gatesOpenedOn(tx, actor.employerId, heard, today);
  return cases.flatMap(({ status, statusSince, ...it }): OnItsWay[] => {
    const opened = open.get(it.id);
    const step = stepOfCase({ status, gateOpen: opened !== undefined });
    return step ? [{ ...it, step, since: opened ?? dayOf(statusSince) }] : [];
  });
}

/** Of cases with the unions or a joint group those that can be decided, with the day since which they can. */
async function gatesOpenedOn(
  tx: Tx,
  employerId: string,
  caseIds: readonly string[],
  today: Day,
): Promise<Map<string, Day>> {
  if (caseIds.length === 0) return new Map();
  const subjects = await tx.consultationSubject.findMany({
    where: { employerId, caseId: { in: [...caseIds] } },
    orderBy: { consultation: { day: "asc" } },
    select: { caseId: true, consultation: { select: { kind: true, day: true, minutesApprovedAt: true } } },
  });
  // The newest meeting counts: a case that was put off lies with its group again.
  const newest = new Map(subjects.map(({ caseId, consultation }) => [caseId, consultation]));
  // No gate opens before minutes are approved, so only those that have some are asked the whole rule.
  const approved = subjects.filter(({ consultation }) => consultation.minutesApprovedAt !== null);
  const gates = await openGates(tx, employerId, [...new Set(approved.map(({ caseId }) => caseId))], today);
  const opened = new Map<string, Day>();
  for (const [caseId, { kind, day: on, minutesApprovedAt }] of newest) {
    const held = day(on);
    if (kind === "jointGroup" ? held <= today : gates.has(caseId))
      opened.set(caseId, minutesApprovedAt ? dayOf(minutesApprovedAt) : held);
  }
  return opened;
}
