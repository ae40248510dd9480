import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { asTree, type UnitNode, unitIsOpen, unitsWithin } from "@/domain/unit";
import { baseMark } from "@/server/base";
import { read, type Tx } from "@/server/db";
import { unitsVisibleTo } from "@/server/scope";

const UNIT = {
  id: true,
  parentId: true,
  name: true,
  kind: true,
  code: true,
  headcount: true,
  payroll: true,
  validFrom: true,
  validTo: true,
  successorId: true,
} as const;

export type UnitView = UnitNode & {
  name: string;
  kind: string;
  code: string | null;
  headcount: number | null;
  /** Öre a year. */
  payroll: Ore | null;
};

/** Every unit of the employer, also ended ones, by name. For rules and for choices; the caller has the scope. */
export async function allUnits(tx: Tx, employerId: string): Promise<UnitView[]> {
  const rows = await tx.unit.findMany({
    where: { employerId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: UNIT,
  });
  return rows.map(({ validFrom, validTo, ...row }) => ({
    ...row,
    from: day(validFrom),
    until: day(validTo),
  }));
}

export type UnitRow = UnitView & { depth: number; people: number; successorName: string | null };

/** The tree of units that the acting role administers, as rows with their depth; ended ones only when asked for. */
export async function getUnitTree(actor: Actor, today: Day, withEnded: boolean): Promise<UnitRow[]> {
  return read(actor, async (tx) => {
    const units = await allUnits(tx, actor.employerId);
    const seen = new Set(
      (
        await tx.unit.findMany({
          where: { AND: [unitsVisibleTo(actor), { employerId: actor.employerId }] },
          select: { id: true },
        })
      ).map((row) => row.id),
    );
    const counts = await peopleIn(tx, actor.employerId, today);
    const shown = units.filter(
      (unit) => seen.has(unit.id) && (withEnded || unit.until === null || unit.until >= today),
    );
    return asTree(shown).map((unit) => ({
      ...unit,
      people: counts.get(unit.id) ?? 0,
      successorName: units.find((it) => it.id === unit.successorId)?.name ?? null,
    }));
  });
}

/** How many work in each unit itself, those under it not counted. */
async function peopleIn(tx: Tx, employerId: string, today: Day): Promise<Map<string, number>> {
  const rows = await tx.person.groupBy({
    by: ["unitId"],
    where: { employerId, OR: [{ leftOn: null }, { leftOn: { gt: column(today) } }] },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.unitId, row._count._all]));
}

export type UnitPage = UnitRow & {
  base: string;
  isTop: boolean;
  parentName: string | null;
  /** Units that go on under this one. */
  openChildren: number;
  /** Where it can be moved: any open unit that does not lie within it. */
  parents: { id: string; name: string; depth: number }[];
  successors: { id: string; name: string; depth: number }[];
};

/** One unit with what its forms offer. Refuses (notFound) a unit that the acting role does not administer. */
export async function getUnit(actor: Actor, id: string, today: Day): Promise<UnitPage> {
  return read(actor, async (tx) => {
    const seen = await tx.unit.findFirst({
      where: { AND: [unitsVisibleTo(actor), { employerId: actor.employerId, id }] },
      select: { id: true },
    });
    const units = await allUnits(tx, actor.employerId);
    const unit = units.find((it) => it.id === id);
    if (!seen || !unit) throw new Refusal(NOT_FOUND);
    const within = new Set(unitsWithin(units, id));
    const rows = asTree(units);
    const open = rows.filter((it) => unitIsOpen(it, today));
    const choice = ({ id, name, depth }: (typeof rows)[number]) => ({ id, name, depth });
    return {
      ...unit,
      depth: rows.find((it) => it.id === id)?.depth ?? 0,
      people: (await peopleIn(tx, actor.employerId, today)).get(id) ?? 0,
      successorName: units.find((it) => it.id === unit.successorId)?.name ?? null,
      base: unitBase(unit),
      isTop: unit.parentId === null,
      parentName: units.find((it) => it.id === unit.parentId)?.name ?? null,
      openChildren: units.filter((it) => it.parentId === id && (it.until === null || it.until >= today))
        .length,
      parents: open.filter((it) => !within.has(it.id)).map(choice),
      successors: open
        .filter((it) => it.id !== id && !(it.successorId && within.has(it.successorId)))
        .map(choice),
    };
  });
}

/** What the form of a unit sends back, to show what it was opened on. */
export function unitBase({ name, kind, code, headcount, payroll }: UnitView): string {
  return baseMark({ name, kind, code, headcount, payroll });
}

export type UnitChoice = { id: string; name: string; depth: number };

/** The open units that the acting role administers, in the order of the tree, for a list to choose from. */
export async function getUnitChoices(actor: Actor, today: Day): Promise<UnitChoice[]> {
  const rows = await getUnitTree(actor, today, false);
  return rows.filter((unit) => unitIsOpen(unit, today)).map(({ id, name, depth }) => ({ id, name, depth }));
}
