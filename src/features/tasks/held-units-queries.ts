import { nearestHolders } from "@/features/people/holder-queries";
import { type Looking, selves } from "./find-queries";

/** Where a manager is the nearest one, and who is where they are not. */
export type HeldUnits = { units: string[]; others: string[] };

/**
 * Of the units within a manager's reach those whose nearest manager this is, and the managers of the rest. Whoever
 * reaches a unit may endorse for it; the nearest one is asked, so that a head of administration is not asked for
 * everything below.
 */
export async function heldUnits({ tx, actor, today }: Looking): Promise<HeldUnits> {
  const reached = await tx.unit.findMany({
    where: actor.units === "all" ? {} : { id: { in: [...actor.units] } },
    select: { id: true },
  });
  const holders = await nearestHolders(
    tx,
    actor.employerId,
    "manager",
    reached.map(({ id }) => ({ unitId: id })),
    today,
  );
  const own = selves(actor);
  const units: string[] = [];
  const others = new Set<string>();
  reached.forEach(({ id }, nth) => {
    const nearest = holders[nth] ?? [];
    if (nearest.some((holder) => own.includes(holder.id))) units.push(id);
    else for (const holder of nearest) others.add(holder.id);
  });
  return { units, others: [...others] };
}
