import { answerDay } from "@/domain/idea";
import { nearestHolders } from "@/features/people/holder-queries";
import { ideasVisibleTo } from "@/server/scope";
import { addressOf } from "./addresses";
import { type Finder, type Found, found, type Looking, OLDEST, selves, sinceDay } from "./find-queries";
import type { HeldUnits } from "./held-units-queries";

const IDEA = { id: true, title: true, unitId: true, authorId: true, statusSince: true } as const;

const asFound = (
  kind: "endorseIdea" | "takeUpIdea",
  row: { id: string; title: string; unitId: string; statusSince: Date },
) =>
  found({
    kind,
    id: row.id,
    href: addressOf.idea(row.id),
    subject: row.title,
    place: { unitId: row.unitId },
    since: sinceDay(row),
    // The promise is counted from the day that the one who has it now got it.
    due: answerDay(sinceDay(row)),
  });

/**
 * Ideas that wait for this manager: with the manager, in a unit whose nearest manager this is. A manager further up
 * sees them too, but the ball lies with the nearest; a manager's own idea goes to the next one up.
 */
export async function ideasToEndorse(
  { tx, actor, today }: Looking,
  { units, others }: HeldUnits,
): Promise<Found[]> {
  const rows = await tx.idea.findMany({
    where: {
      AND: [
        ideasVisibleTo(actor),
        { status: "submitted", withManager: true, authorId: { notIn: selves(actor) } },
        { OR: [{ unitId: { in: units } }, { authorId: { in: others }, ...within(actor.units) }] },
      ],
    },
    ...OLDEST,
    select: IDEA,
  });
  const foreign = rows.filter((row) => !units.includes(row.unitId));
  const holders = await nearestHolders(
    tx,
    actor.employerId,
    "manager",
    foreign.map((row) => ({ unitId: row.unitId, except: row.authorId })),
    today,
  );
  const mine = new Set(
    foreign
      .filter((_, nth) => holders[nth]?.some((it) => selves(actor).includes(it.id)))
      .map((row) => row.id),
  );
  return rows
    .filter((row) => units.includes(row.unitId) || mine.has(row.id))
    .map((row) => asFound("endorseIdea", row));
}

const within = (units: "all" | readonly string[]) => (units === "all" ? {} : { unitId: { in: [...units] } });

/** Ideas that wait for the coordinator's dialogue: endorsed, or handed in alone. */
export const ideasToTakeUp: Finder = async ({ tx, actor }) => {
  const rows = await tx.idea.findMany({
    where: {
      AND: [
        ideasVisibleTo(actor),
        { OR: [{ status: "endorsed" }, { status: "submitted", withManager: false }] },
      ],
    },
    ...OLDEST,
    select: IDEA,
  });
  return rows.map((row) => asFound("takeUpIdea", row));
};
