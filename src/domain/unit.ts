import type { Actor } from "./actor";
import type { Day } from "./day";
import type { Reason } from "./reason";

/** A unit as the rules of the tree see it. */
export type UnitNode = {
  id: string;
  parentId: string | null;
  from: Day;
  until: Day | null;
  successorId: string | null;
};

/** Whether a unit exists on a day; both ends count. */
export function unitIsOpen(unit: Pick<UnitNode, "from" | "until">, today: Day): boolean {
  return unit.from <= today && (unit.until === null || today <= unit.until);
}

/** The ids above a unit, nearest first. Ends where a circle would begin, should the tree ever hold one. */
export function unitsAbove(units: readonly UnitNode[], id: string): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const above: string[] = [];
  let at = byId.get(id)?.parentId ?? null;
  while (at !== null && at !== id && !above.includes(at)) {
    above.push(at);
    at = byId.get(at)?.parentId ?? null;
  }
  return above;
}

/** A unit, everything under it, and every unit that has been merged into one of those, whatever they lie under. */
export function unitsWithin(units: readonly UnitNode[], topId: string): string[] {
  const within = new Set([topId]);
  let before = 0;
  while (within.size > before) {
    before = within.size;
    for (const unit of units) {
      if ((unit.parentId && within.has(unit.parentId)) || (unit.successorId && within.has(unit.successorId)))
        within.add(unit.id);
    }
  }
  return [...within];
}

/** The tree as rows in the order they are read, each with its depth; children in the order given. */
export function asTree<U extends UnitNode>(units: readonly U[]): (U & { depth: number })[] {
  const children = new Map<string | null, U[]>();
  const known = new Set(units.map((unit) => unit.id));
  for (const unit of units) {
    // A unit whose parent lies outside what is seen stands at the top.
    const parent = unit.parentId && known.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const rows: (U & { depth: number })[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const unit of children.get(parent) ?? []) {
      rows.push({ ...unit, depth });
      walk(unit.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

/** Why a unit cannot lie under another: the top stays the top, the tree has no circles, and a closed unit takes no more. */
export function whyNotPlaceUnit(
  units: readonly UnitNode[],
  unit: { id: string; from: Day; isTop: boolean },
  parentId: string,
  today: Day,
): Reason | null {
  if (unit.isTop) return { key: "administration.units.rules.topStays", field: "parentId" };
  if (parentId === unit.id || unitsAbove(units, parentId).includes(unit.id))
    return { key: "administration.units.rules.circle", field: "parentId" };
  const parent = units.find((it) => it.id === parentId);
  if (!parent) return { key: "refusals.chooseOne", field: "parentId" };
  if (parent.until !== null && parent.until < (unit.from > today ? unit.from : today))
    return { key: "administration.units.rules.parentEnded", field: "parentId" };
  return null;
}

/**
 * Why a unit cannot end on a day: it is the top, units under it would go on without it, the day lies before its first,
 * or the unit it is to be merged into is itself, under it, merged into it, or does not exist the day after.
 */
export function whyNotEndUnit(
  units: readonly UnitNode[],
  id: string,
  until: Day,
  successorId: string | null,
): Reason | null {
  const unit = units.find((it) => it.id === id);
  if (!unit || unit.parentId === null) return { key: "administration.units.rules.topStays" };
  if (until < unit.from) return { key: "refusals.endBeforeStart", field: "until" };
  const left = units.filter((it) => it.parentId === id && (it.until === null || it.until > until)).length;
  if (left > 0) return { key: "administration.units.rules.openChildren", values: { count: left } };
  if (successorId === null) return null;
  const successor = units.find((it) => it.id === successorId);
  if (!successor) return { key: "refusals.chooseOne", field: "successorId" };
  if (mergesInto(units, successorId, id))
    return { key: "administration.units.rules.successorCircle", field: "successorId" };
  if (successor.until !== null && successor.until <= until)
    return { key: "administration.units.rules.successorEnded", field: "successorId" };
  return null;
}

function mergesInto(units: readonly UnitNode[], from: string, target: string): boolean {
  const seen = new Set<string>();
  let at: string | null = from;
  while (at !== null && !seen.has(at)) {
    if (at === target) return true;
    seen.add(at);
    at = units.find((it) => it.id === at)?.successorId ?? null;
  }
  return false;
}

/** Why this administrator may not change what holds for everyone; null for one whose role reaches the whole employer. */
export function whyNotWholeEmployer(actor: Pick<Actor, "units">): Reason | null {
  return actor.units === "all" ? null : { key: "people.rules.wholeEmployer" };
}
