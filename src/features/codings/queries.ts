import { whyNotSee } from "@/domain/access";
import type { Coding, Required, Segment, SiePlace } from "@/domain/account-coding";
import type { Actor } from "@/domain/actor";
import { covers, type Day, day } from "@/domain/day";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { read, type Tx } from "@/server/db";

export type SegmentRow = Segment & { id: string; order: number };

/** All segments that an employer has had, has and will have, in their order, the newest of a key last. */
export async function allSegments(tx: Tx, employerId: string): Promise<SegmentRow[]> {
  const rows = await tx.codingSegment.findMany({
    where: { employerId },
    orderBy: [{ order: "asc" }, { from: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    order: row.order,
    min: row.min,
    max: row.max,
    signs: row.signs,
    required: row.required as Required,
    from: day(row.from),
    until: day(row.until),
    allowed: row.allowed.length > 0 ? row.allowed : null,
    sie: siePlace(row.sie),
  }));
}

const siePlace = (text: string | null): SiePlace =>
  text === null || text === "account" ? text : Number(text);

/** The segments in force on a day, in their order; none when the employer has not set up its account coding. */
export async function segmentsOn(tx: Tx, employerId: string, on: Day): Promise<SegmentRow[]> {
  return (await allSegments(tx, employerId)).filter((segment) => covers(segment, on));
}

/** The codes in a cost line's column, by the segments' keys. */
export function codesOf(column: unknown): Coding {
  if (column === null || typeof column !== "object" || Array.isArray(column)) return {};
  return Object.fromEntries(
    Object.entries(column).flatMap(([key, code]) => (typeof code === "string" ? [[key, code]] : [])),
  );
}

/** The employer's segments, for who sets them up. */
export function getSegments(actor: Actor): Promise<SegmentRow[]> {
  return read(actor, async (tx) => {
    refuseIf(whyNotSee(actor, "codings"));
    return allSegments(tx, actor.employerId);
  });
}

/** One segment, for who sets them up. Refuses with notFound. */
export async function getSegment(actor: Actor, id: string): Promise<SegmentRow> {
  const found = (await getSegments(actor)).find((segment) => segment.id === id);
  if (!found) throw new Refusal(NOT_FOUND);
  return found;
}
