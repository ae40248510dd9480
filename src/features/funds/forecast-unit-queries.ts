import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { type UnitNode, unitIsOpen, unitsWithin } from "@/domain/unit";
import { type Holder, nearestHolders } from "@/features/people/holder-queries";
import { read, type Tx } from "@/server/db";
import { seesEntries } from "./entry-queries";

/** A unit with people that never handed in an idea and never had a case; nor did anything under it or merged into it. */
export type SilentUnit = {
  id: string;
  name: string;
  headcount: number;
  /** Of all the employer's people, 0 to 1; what that part of a frame would be. */
  share: number;
  /** Who answers for it today, with an address if there is one. */
  manager: { name: string | null; email: string | null } | null;
};

/** The largest of them, at most fifty; and whether there are more. */
export type SilentUnits = { units: SilentUnit[]; more: boolean };

const MOST = 50;

/**
 * Who never applied: of the units that the actor reaches the topmost that have people today and no idea or case ever,
 * the largest first. Null for who does not work with the money.
 */
export function silentUnits(actor: Actor, today: Day): Promise<SilentUnits | null> {
  if (!seesEntries(actor)) return Promise.resolve(null);
  return read(actor, async (tx) => {
    const all = await unitsOf(tx, actor.employerId, today);
    const applied = await appliedUnits(tx, actor.employerId);
    const people = staffOf(all, today);
    const isSilent = (id: string) => unitsWithin(all, id).every((within) => !applied.has(within));
    const reached = all.filter(
      (unit) => (actor.units === "all" || actor.units.includes(unit.id)) && unitIsOpen(unit, today),
    );
    const silent = reached.filter(
      (unit) => unit.parentId !== null && unit.headcount > 0 && isSilent(unit.id),
    );
    const ids = new Set(silent.map(({ id }) => id));
    // One line for the whole: what lies under a silent unit is silent too.
    const topmost = silent
      .filter(({ parentId }) => parentId === null || !ids.has(parentId))
      .sort((a, b) => b.headcount - a.headcount || a.name.localeCompare(b.name, "sv"));
    const shown = topmost.slice(0, MOST);
    const managers = await managersOf(tx, actor.employerId, shown, today);
    return {
      more: topmost.length > MOST,
      units: shown.map(({ id, name, headcount }, nth) => ({
        id,
        name,
        headcount,
        share: people > 0 ? Math.min(1, headcount / people) : 0,
        manager: managers[nth] ?? null,
      })),
    };
  });
}

type Unit = UnitNode & { name: string; headcount: number };

/** Every unit with how many work there: as stated, else those registered in it and those who work right under it. */
async function unitsOf(tx: Tx, employerId: string, today: Day): Promise<Unit[]> {
  const rows = await tx.unit.findMany({
    where: { employerId },
    select: {
      id: true,
      parentId: true,
      name: true,
      headcount: true,
      validFrom: true,
      validTo: true,
      successorId: true,
    },
  });
  const units = rows.map(({ validFrom, validTo, ...unit }) => ({
    ...unit,
    from: day(validFrom),
    until: day(validTo),
  }));
  const people = await tx.person.groupBy({
    by: ["unitId"],
    where: { employerId, OR: [{ leftOn: null }, { leftOn: { gt: column(today) } }] },
    _count: true,
  });
  const registered = new Map(people.map((row) => [row.unitId, row._count]));
  const staffIn = (unit: (typeof units)[number]): number =>
    unit.headcount ??
    units
      .filter((one) => one.parentId === unit.id && unitIsOpen(one, today))
      .reduce((all, one) => all + staffIn(one), registered.get(unit.id) ?? 0);
  return units.map((unit) => ({ ...unit, headcount: staffIn(unit) }));
}

/** All who work at the employer: what the units right under its top say together. */
function staffOf(units: readonly Unit[], today: Day): number {
  const top = units.find(({ parentId }) => parentId === null);
  return units
    .filter((unit) => unit.parentId === top?.id && unitIsOpen(unit, today))
    .reduce((all, { headcount }) => all + headcount, 0);
}

/** Every unit that ever handed in an idea, had a case, or was touched by one; drafts are nobody's yet. */
async function appliedUnits(tx: Tx, employerId: string): Promise<Set<string>> {
  const isOut = { employerId, status: { not: "draft" as const } };
  const ideas = await tx.idea.groupBy({ by: ["unitId"], where: isOut });
  const cases = await tx.preRegistration.groupBy({ by: ["unitId"], where: isOut });
  const touched = await tx.caseUnit.groupBy({
    by: ["unitId"],
    where: { employerId, case: { status: { not: "draft" } } },
  });
  return new Set([...ideas, ...cases, ...touched].map(({ unitId }) => unitId));
}

async function managersOf(tx: Tx, employerId: string, units: readonly Unit[], today: Day) {
  const holders = await nearestHolders(
    tx,
    employerId,
    "manager",
    units.map(({ id }) => ({ unitId: id })),
    today,
  );
  const first = holders.map(([holder]) => holder ?? null);
  const written = await tx.person.findMany({
    where: { employerId, id: { in: first.flatMap((holder) => idOf(holder) ?? []) }, isProtected: false },
    select: { id: true, email: true },
  });
  return first.map((holder) => {
    if (!holder) return null;
    const name = holder.substitute ? holder.substitute.name : holder.name;
    return { name, email: written.find(({ id }) => id === idOf(holder))?.email ?? null };
  });
}

const idOf = (holder: Holder | null) => holder && (holder.substitute?.id ?? holder.id);
