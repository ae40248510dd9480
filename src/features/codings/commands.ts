import { whyNotAct } from "@/domain/access";
import { MUNICIPAL_SEGMENTS, type Required, type Segment, whyNotSegments } from "@/domain/account-coding";
import type { Actor } from "@/domain/actor";
import { addDays, column, type Day } from "@/domain/day";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { lockEmployer } from "@/features/people/lock-commands";
import { type Work, write } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { allSegments, type SegmentRow } from "./queries";

/** What a segment is, but for its key and its days. */
export type SegmentFacts = Omit<Segment, "key" | "from" | "until">;

/** All segments under a lock: that two do not meet is judged over all of them. */
async function lockedSegments(w: Work, actor: Actor): Promise<SegmentRow[]> {
  refuseIf(whyNotAct(actor, "coding.save"));
  await lockEmployer(w);
  return allSegments(w.tx, actor.employerId);
}

/** Refuses what the whole would be; only then anything is stored. */
function refuseWhole(rows: readonly SegmentRow[]): void {
  refuseIf(whyNotSegments(rows));
}

const columns = (it: SegmentFacts) => ({
  name: it.name,
  min: it.min,
  max: it.max,
  signs: it.signs,
  required: it.required as Prisma.InputJsonValue,
  allowed: [...(it.allowed ?? [])],
  sie: it.sie === null ? null : String(it.sie),
});

async function insert({ tx, actor }: Work, rows: readonly SegmentRow[]): Promise<void> {
  await tx.codingSegment.createMany({
    data: rows.map((row) => ({
      employerId: actor.employerId,
      id: row.id,
      key: row.key,
      order: row.order,
      from: column(row.from),
      until: column(row.until),
      ...columns(row),
    })),
  });
}

/** Adds a segment, last in order. Refuses what cannot be, and one that meets another of the same key. Gives its id. */
export async function addSegment(
  actor: Actor,
  input: SegmentFacts & { key: string; from: Day; until: Day | null },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const before = await lockedSegments(w, actor);
    const order = Math.max(0, ...before.map((row) => row.order)) + 1;
    const row = { ...input, id: newId(now.getTime()), order };
    refuseWhole([...before, row]);
    await insert(w, [row]);
    w.tell({ kind: "coding.saved", subjectId: row.id, detail: "added", day: row.from, text: row.name });
    return row.id;
  });
}

/**
 * Changes a segment from a day on: the old one ends the day before and what was coded by it stays true. From its own
 * first day it is put right in its place. Refuses a day before that, or after its end.
 */
export async function changeSegment(
  actor: Actor,
  input: SegmentFacts & { id: string; from: Day },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const before = await lockedSegments(w, actor);
    const old = before.find((row) => row.id === input.id);
    if (!old) throw new Refusal(NOT_FOUND);
    if (input.from < old.from || (old.until !== null && input.from > old.until))
      throw new Refusal({ key: "codings.whyNot.outsideOwnDays", values: { day: old.from }, field: "from" });
    const others = before.filter((row) => row.id !== old.id);
    const renewed = { ...old, ...input };
    if (input.from === old.from) {
      refuseWhole([...others, renewed]);
      await w.tx.codingSegment.updateMany({ where: { id: old.id }, data: columns(input) });
      w.tell({
        kind: "coding.saved",
        subjectId: old.id,
        detail: "changed",
        day: input.from,
        text: input.name,
      });
      return old.id;
    }
    const ended = { ...old, until: addDays(input.from, -1) };
    const next = { ...renewed, id: newId(now.getTime()) };
    refuseWhole([...others, ended, next]);
    await w.tx.codingSegment.updateMany({ where: { id: old.id }, data: { until: column(ended.until) } });
    await insert(w, [next]);
    w.tell({
      kind: "coding.saved",
      subjectId: next.id,
      detail: "changed",
      day: input.from,
      text: input.name,
    });
    return next.id;
  });
}

/** Ends a segment on a day; what was coded by it until then stays. Refuses a day before its first. */
export async function endSegment(
  actor: Actor,
  input: { id: string; until: Day },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const before = await lockedSegments(w, actor);
    const old = before.find((row) => row.id === input.id);
    if (!old) throw new Refusal(NOT_FOUND);
    refuseWhole([...before.filter((row) => row.id !== old.id), { ...old, until: input.until }]);
    await w.tx.codingSegment.updateMany({ where: { id: old.id }, data: { until: column(input.until) } });
    w.tell({ kind: "coding.saved", subjectId: old.id, detail: "ended", day: input.until, text: old.name });
  });
}

/** Begins with the segments that municipalities commonly have, from a day on. Refused when there are any. */
export async function startMunicipal(
  actor: Actor,
  input: { from: Day },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const before = await lockedSegments(w, actor);
    if (before.length > 0) throw new Refusal({ key: "codings.whyNot.alreadyBegun" });
    const rows = MUNICIPAL_SEGMENTS.map((segment, nth) => ({
      ...segment,
      from: input.from,
      id: newId(now.getTime()),
      order: nth + 1,
    }));
    refuseWhole(rows);
    await insert(w, rows);
    w.tell({ kind: "coding.saved", subjectId: actor.employerId, detail: "municipal", day: input.from });
  });
}

/** When a segment must be filled in, from what a form asks. Refuses a condition without any of its kinds. */
export function requiredOf(it: {
  when: Required["when"];
  costTypes: readonly (Required & { when: "costType" })["costTypes"][number][];
  providers: readonly (Required & { when: "provider" })["kinds"][number][];
}): Required {
  if (it.when === "costType") {
    if (it.costTypes.length === 0) throw new Refusal({ key: "refusals.chooseOne", field: "costTypes" });
    return { when: "costType", costTypes: it.costTypes };
  }
  if (it.when === "provider") {
    if (it.providers.length === 0) throw new Refusal({ key: "refusals.chooseOne", field: "providers" });
    return { when: "provider", kinds: it.providers };
  }
  return { when: it.when };
}
