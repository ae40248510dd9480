import type { Day } from "./day";
import type { Ore } from "./money";

/** Counts per occupation; no names. */
export type FrozenGroup = { occupation: string; aid: string | null; takingPart: number; covering: number };

/** What lay with the unions: the frozen content of a case's version. Öre stand as text, because JSON has no bigint. */
export type FrozenCase = {
  title: string;
  unit: string;
  need: string;
  initiative: string;
  beyondOrdinary: string;
  risk: string;
  area: string | null;
  amount: string;
  headcount: number | null;
  providerKind: string | null;
  providerName: string;
  periodFrom: Day | null;
  periodUntil: Day | null;
  groups: FrozenGroup[];
};

export const TEXT_FIELDS = ["title", "need", "initiative", "beyondOrdinary", "risk"] as const;
type TextField = (typeof TEXT_FIELDS)[number];

/** One value that is another than in the version before. */
export type Change =
  | { field: "amount"; before: Ore; after: Ore }
  | { field: "headcount"; before: number | null; after: number | null }
  | { field: "provider"; before: FrozenProvider; after: FrozenProvider }
  | { field: "period"; before: FrozenPeriod; after: FrozenPeriod }
  | { field: "people"; before: FrozenGroup[]; after: FrozenGroup[] }
  | { field: TextField; before: string; after: string };
export type FrozenProvider = { kind: string | null; name: string };
export type FrozenPeriod = { from: Day | null; until: Day | null };

/** What is another than before: first what a union is asked about again (amount, people, provider, period), then words. */
export function changesBetween(before: FrozenCase, after: FrozenCase): Change[] {
  const changes: Change[] = [];
  if (before.amount !== after.amount)
    changes.push({ field: "amount", before: BigInt(before.amount), after: BigInt(after.amount) });
  if (before.headcount !== after.headcount)
    changes.push({ field: "headcount", before: before.headcount, after: after.headcount });
  if (differ(inOrder(before.groups), inOrder(after.groups)))
    changes.push({ field: "people", before: before.groups, after: after.groups });
  if (differ(providerOf(before), providerOf(after)))
    changes.push({ field: "provider", before: providerOf(before), after: providerOf(after) });
  if (differ(periodOf(before), periodOf(after)))
    changes.push({ field: "period", before: periodOf(before), after: periodOf(after) });
  for (const field of TEXT_FIELDS)
    if (before[field] !== after[field]) changes.push({ field, before: before[field], after: after[field] });
  return changes;
}

const providerOf = (it: FrozenCase): FrozenProvider => ({ kind: it.providerKind, name: it.providerName });
const periodOf = (it: FrozenCase): FrozenPeriod => ({ from: it.periodFrom, until: it.periodUntil });
const inOrder = (groups: readonly FrozenGroup[]) =>
  groups.map((it) => JSON.stringify([it.occupation, it.aid, it.takingPart, it.covering])).sort();
const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** A stored content as a FrozenCase. What an older content lacks reads as empty, so that history stays readable. */
export function readFrozen(content: unknown): FrozenCase {
  const of = (content !== null && typeof content === "object" ? content : {}) as Record<string, unknown>;
  const text = (key: string) => (typeof of[key] === "string" ? of[key] : "");
  const orNull = (key: string) => (typeof of[key] === "string" && of[key] !== "" ? of[key] : null);
  const groups = Array.isArray(of.groups) ? (of.groups as Partial<FrozenGroup>[]) : [];
  return {
    title: text("title"),
    unit: text("unit"),
    need: text("need"),
    initiative: text("initiative"),
    beyondOrdinary: text("beyondOrdinary"),
    risk: text("risk"),
    area: orNull("area"),
    amount: /^\d+$/.test(text("amount")) ? text("amount") : "0",
    headcount: typeof of.headcount === "number" ? of.headcount : null,
    providerKind: orNull("providerKind"),
    providerName: text("providerName"),
    periodFrom: orNull("periodFrom"),
    periodUntil: orNull("periodUntil"),
    groups: groups.map((it) => ({
      occupation: it.occupation ?? "",
      aid: it.aid ?? null,
      takingPart: it.takingPart ?? 0,
      covering: it.covering ?? 0,
    })),
  };
}
