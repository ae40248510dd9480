import { whyNotAct } from "@/domain/access";
import { type Actor, reaches } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { whyNotEndUnit, whyNotPlaceUnit } from "@/domain/unit";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { lockEmployer } from "./lock-commands";
import { allUnits, type UnitView, unitBase } from "./unit-queries";

type Facts = {
  name: string;
  kind: string;
  code: string;
  headcount: number | null;
  /** Öre a year; left out: as it was. */
  payroll?: Ore | null;
};
const columns = ({ name, kind, code, headcount, payroll }: Facts) => ({
  name,
  kind,
  code: code || null,
  headcount,
  ...(payroll === undefined ? {} : { payroll }),
});

/** The whole tree under a lock: two moves at once could else make a circle that neither makes alone. */
async function lockedTree(w: Work, actor: Actor): Promise<UnitView[]> {
  refuseIf(whyNotAct(actor, "unit.save"));
  await lockEmployer(w);
  return allUnits(w.tx, actor.employerId);
}

function own(actor: Actor, units: readonly UnitView[], id: string): UnitView {
  const unit = units.find((it) => it.id === id);
  if (!unit || !reaches(actor, id)) throw new Refusal(NOT_FOUND);
  return unit;
}

/** Adds a unit under another, from a day on. Refuses a parent that has ended by then. Gives the unit's id. */
export async function addUnit(
  actor: Actor,
  input: Facts & { parentId: string; from: Day },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const units = await lockedTree(w, actor);
    own(actor, units, input.parentId);
    const id = newId(now.getTime());
    refuseIf(whyNotPlaceUnit(units, { id, from: input.from, isTop: false }, input.parentId, w.today));
    await w.tx.unit.createMany({
      data: [
        {
          employerId: actor.employerId,
          id,
          parentId: input.parentId,
          ...columns(input),
          validFrom: column(input.from),
        },
      ],
    });
    w.tell({ kind: "unit.saved", subjectId: id, detail: "added", day: input.from, text: input.name });
    return id;
  });
}

/** Changes a unit's name, kind, code, head count or payroll. Refuses a form that was opened before someone else saved. */
export async function changeUnit(
  actor: Actor,
  input: Facts & { id: string; base?: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    const unit = own(actor, await lockedTree(w, actor), input.id);
    if (input.base && input.base !== unitBase(unit)) throw new Refusal(MOVED_ON);
    await w.tx.unit.updateMany({
      where: { employerId: actor.employerId, id: unit.id },
      data: columns(input),
    });
    w.tell({ kind: "unit.saved", subjectId: unit.id, detail: "changed", text: input.name });
  });
}

/** Puts a unit, with all under it, under another. Refuses a circle, a parent that has ended, and moving the top. */
export async function moveUnit(
  actor: Actor,
  input: { id: string; parentId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    const units = await lockedTree(w, actor);
    const unit = own(actor, units, input.id);
    own(actor, units, input.parentId);
    refuseIf(
      whyNotPlaceUnit(
        units,
        { id: unit.id, from: unit.from, isTop: unit.parentId === null },
        input.parentId,
        w.today,
      ),
    );
    await w.tx.unit.updateMany({
      where: { employerId: actor.employerId, id: unit.id },
      data: { parentId: input.parentId },
    });
    w.tell({ kind: "unit.saved", subjectId: unit.id, detail: "moved" });
  });
}

/**
 * Ends a unit on a day, and says what it is merged into ("uppgår i"); its cases and ideas are then seen there. Refuses
 * the top, units that go on under it, and a successor that is gone by then.
 */
export async function endUnit(
  actor: Actor,
  input: { id: string; until: Day; successorId: string | null },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    const units = await lockedTree(w, actor);
    const unit = own(actor, units, input.id);
    refuseIf(whyNotEndUnit(units, unit.id, input.until, input.successorId));
    await w.tx.unit.updateMany({
      where: { employerId: actor.employerId, id: unit.id },
      data: { validTo: column(input.until), successorId: input.successorId },
    });
    w.tell({ kind: "unit.saved", subjectId: unit.id, detail: "ended", day: input.until });
  });
}

/**
 * Moves everyone who still works in a unit to the one it is merged into, with their role as employee. Other roles stay
 * where they were given. Refuses a unit that is merged into none.
 */
export async function movePeopleToSuccessor(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "person.save"));
    const units = await lockedTree(w, actor);
    const unit = own(actor, units, input.id);
    if (!unit.successorId) throw new Refusal({ key: "administration.units.rules.noSuccessor" });
    own(actor, units, unit.successorId);
    const { tx, today } = w;
    const { employerId } = actor;
    const people = await tx.person.findMany({
      where: { employerId, unitId: unit.id, OR: [{ leftOn: null }, { leftOn: { gt: column(today) } }] },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    const ids = people.map((person) => person.id);
    await tx.person.updateMany({
      where: { employerId, id: { in: ids } },
      data: { unitId: unit.successorId },
    });
    await tx.roleAssignment.updateMany({
      where: {
        employerId,
        personId: { in: ids },
        role: "employee",
        unitId: unit.id,
        OR: [{ until: null }, { until: { gte: column(today) } }],
      },
      data: { unitId: unit.successorId },
    });
    for (const id of ids) w.tell({ kind: "person.saved", subjectId: id, detail: "moved" });
  });
}
