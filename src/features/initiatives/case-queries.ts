import type { Actor } from "@/domain/actor";
import { AGREEMENTS } from "@/domain/agreement";
import type { Day } from "@/domain/day";
import { whyNotPlan } from "@/domain/initiative";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { fundById } from "@/features/ledger/queries";
import { holding } from "@/features/ledger/reversion-queries";
import { findCase } from "@/features/pre-registrations/move";
import { read } from "@/server/db";
import { type InitiativeRow, rowsOfCase } from "./list-queries";
import { plannedOutOf } from "./plan-commands";

export type CaseInitiativesView = {
  caseId: string;
  title: string;
  rows: InitiativeRow[];
  /** Whether initiatives are planned by hand: not under LOM, where the decision makes one. */
  byHand: boolean;
  /** Öre that are reserved and not planned for yet. */
  free: Ore;
  /** Why none is planned (any more); null when one can be. */
  whyNot: Reason | null;
  /** What the form begins with. */
  periodFrom: Day | null;
  periodUntil: Day | null;
  headcount: number | null;
  unitId: string;
  units: { id: string; name: string }[];
  ideas: { id: string; title: string }[];
};

/** A case's initiatives, and what may still be planned out of it, in the actor's sight. Refuses with notFound. */
export async function getCaseInitiatives(
  actor: Actor,
  caseId: string,
  today: Day,
): Promise<CaseInitiativesView> {
  return read(actor, async (tx) => {
    const it = await findCase({ tx }, actor, caseId);
    const fund = await fundById(tx, actor.employerId, it.fundId);
    if (!fund) throw new Refusal(NOT_FOUND);
    const { held: reserved } = await holding(tx, actor.employerId, fund, caseId, today);
    const planned = await plannedOutOf(tx, caseId);
    const free = reserved > planned ? reserved - planned : 0n;
    const units = [
      { id: it.unitId, name: it.unitName },
      ...it.units.map((unit) => ({ id: unit.unitId, name: unit.name })),
    ];
    return {
      caseId,
      title: it.title,
      rows: await rowsOfCase(tx, caseId),
      byHand: it.version !== null && AGREEMENTS[it.version].files !== null,
      free,
      whyNot: whyNotPlan({ caseStatus: it.status, reserved, planned }, free > 0n ? free : 1n),
      periodFrom: it.periodFrom,
      periodUntil: it.periodUntil,
      headcount: it.headcount,
      unitId: it.unitId,
      units: [...new Map(units.map((unit) => [unit.id, unit])).values()],
      ideas: it.ideas.map(({ id, title }) => ({ id, title })),
    };
  });
}
