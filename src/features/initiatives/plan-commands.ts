import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { whyNotMoveInitiative, whyNotPlan, whyNotSchedule, whyNotStop } from "@/domain/initiative";
import type { Booking } from "@/domain/ledger";
import { type Ore, sum } from "@/domain/money";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { landingOf } from "@/domain/release";
import { book } from "@/features/ledger/commands";
import { afterLanding } from "@/features/ledger/landing-commands";
import { fundById, partBalance } from "@/features/ledger/queries";
import { holding } from "@/features/ledger/reversion-queries";
import { lockCase } from "@/features/pre-registrations/move";
import { type Tx, type Work, write } from "@/server/db";
import type { Receipt } from "@/server/receipts";
import { moveInitiative, planInitiative, settleParts } from "./commands";
import { type LockedInitiative, lockInitiative, lockInitiativeAndFund } from "./lock-commands";

export type AddedInitiative = {
  caseId: string;
  title: string;
  unitId: string;
  /** Öre. */
  amount: Ore;
  periodFrom: Day | null;
  periodUntil: Day | null;
  headcount: number | null;
  ideaIds: readonly string[];
};

/**
 * Plans an initiative out of an approved case. Provider and owner follow the case. Refuses more than still holds of the
 * reservation and is not planned for, a unit that the case does not touch, and ideas that are not the case's.
 */
export async function addInitiative(
  actor: Actor,
  input: AddedInitiative,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "initiative.plan"));
    const it = await lockCase(w, actor, input.caseId);
    const fund = await fundById(w.tx, actor.employerId, it.fundId);
    if (!fund) throw new Refusal(NOT_FOUND);
    const { held: reserved } = await holding(w.tx, actor.employerId, fund, it.id, w.today);
    const planned = await plannedOutOf(w.tx, it.id);
    refuseIf(whyNotPlan({ caseStatus: it.status, reserved, planned }, input.amount));
    if (input.periodFrom && input.periodUntil && input.periodUntil < input.periodFrom)
      throw new Refusal({ key: "refusals.endBeforeStart", field: "periodUntil" });
    const units = [it.unitId, ...it.units.map((unit) => unit.unitId)];
    const ideas = it.ideas.map((idea) => idea.id);
    if (!units.includes(input.unitId) || input.ideaIds.some((id) => !ideas.includes(id)))
      throw new Refusal(NOT_FOUND);
    if (!it.providerKind) throw new Refusal({ key: "initiatives.whyNot.noProvider" });
    const { providerKind, providerName, ownerId } = it;
    return planInitiative(w, { ...input, providerKind, providerName, ownerId });
  });
}

/** Öre that a case's initiatives without a granted part are planned to cost; stopped ones cost nothing. */
export async function plannedOutOf(tx: Tx, caseId: string): Promise<Ore> {
  const rows = await tx.initiative.findMany({
    where: { caseId, status: "planned", parts: { none: {} } },
    select: { amount: true },
  });
  return sum(rows.map((row) => row.amount));
}

export type Assignment = { id: string; ownerId: string; periodFrom: Day; periodUntil: Day; revision: number };

/**
 * Gives an initiative its owner and its period, and schedules it when it is granted (under LOM at once). Refuses an
 * owner who has left, a period that ends before it begins, and what somebody else saved meanwhile.
 */
export async function assignInitiative(
  actor: Actor,
  input: Assignment,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "initiative.plan"));
    const it = await lockInitiative(w, actor, input.id);
    if (!["planned", "scheduled", "underWay"].includes(it.status))
      throw new Refusal({ key: "initiatives.whyNot.over" });
    if (it.revision !== input.revision) throw new Refusal({ key: "refusals.changedMeanwhile" });
    if (input.periodUntil < input.periodFrom)
      throw new Refusal({ key: "refusals.endBeforeStart", field: "periodUntil" });
    await refuseUnlessEmployed(w, input.ownerId);
    const { ownerId, periodFrom, periodUntil } = input;
    await w.tx.initiative.updateMany({
      where: { id: it.id, revision: input.revision },
      data: {
        ownerId,
        periodFrom: column(periodFrom),
        periodUntil: column(periodUntil),
        revision: { increment: 1 },
      },
    });
    if (ownerId !== it.ownerId)
      w.tell({ kind: "initiative.ownerChanged", subjectId: it.id, caseId: it.caseId, detail: ownerId });
    await scheduleIfReady(w, { ...it, ownerId, periodFrom, periodUntil, parts: it.parts.length });
  });
}

async function refuseUnlessEmployed({ tx, today }: Work, personId: string): Promise<void> {
  const person = await tx.person.findFirst({ where: { id: personId }, select: { leftOn: true } });
  if (!person) throw new Refusal({ ...NOT_FOUND, field: "ownerId" });
  const left = day(person.leftOn);
  if (left && left <= today) throw new Refusal({ key: "initiatives.whyNot.ownerLeft", field: "ownerId" });
}

/** Schedules a planned initiative whose case is locked when nothing is missing for it; else leaves it planned. */
export async function scheduleIfReady(
  w: Work,
  it: Pick<
    LockedInitiative,
    "id" | "caseId" | "status" | "ownerId" | "periodFrom" | "periodUntil" | "files"
  > & {
    parts: number;
  },
): Promise<void> {
  if (it.status !== "planned" || whyNotSchedule(it, it)) return;
  refuseIf(whyNotMoveInitiative(it.status, "scheduled"));
  await moveInitiative(w, it, "scheduled");
  w.tell({ kind: "initiative.scheduled", subjectId: it.id, caseId: it.caseId });
}

/**
 * Stops an initiative before it is completed, with a reason: `cancelled` or `notCarriedOut`. What was committed to its
 * parts is released at once, to the öre, and lands where the fund's days say. Refuses while a filing waits for its
 * answer or when a claim has been started.
 */
export async function stopInitiative(
  actor: Actor,
  input: { id: string; to: "cancelled" | "notCarriedOut"; reason: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "initiative.cancel"));
    const it = await lockInitiativeAndFund(w, actor, input.id);
    refuseIf(whyNotStop(it, input.to));
    if (!input.reason) throw new Refusal({ key: "initiatives.whyNot.noReason", field: "reason" });
    const { fundId, potId } = it.case;
    const releases: Booking[] = [];
    let released = 0n;
    for (const part of it.parts.filter((one) => one.settledAt === null)) {
      const { committed } = await partBalance(w.tx, actor.employerId, fundId, potId, part.id);
      if (committed === 0n) continue;
      releases.push({
        movement: "release",
        amount: committed,
        fundId,
        potId,
        caseId: it.caseId,
        partId: part.id,
      });
      released += committed;
    }
    await settleParts(
      w,
      it.parts.map((part) => part.id),
    );
    await moveInitiative(w, it, input.to, { answer: input.reason });
    await book(w, [...releases, ...(await afterLanding(w, it.fund, { potId, caseId: it.caseId }, released))]);
    w.tell({
      kind: `initiative.${input.to}`,
      subjectId: it.id,
      caseId: it.caseId,
      amount: released > 0n && landingOf(it.fund, w.today) === "comesBack" ? released : undefined,
      text: input.reason,
    });
  });
}
