import type { Ore } from "./money";

/** What a manager said yes to: `amount` is what was asked for then (null: not costed yet), `ownCost` what the unit pays itself. Öre. */
export type Endorsed = { unitId: string; amount: Ore | null; ownCost: Ore };

/**
 * Which of the units that a case touches still have to endorse it, in the given order. A unit is endorsed when one
 * endorsement on the case covers at least the present amount and its present own cost, or when every idea of that unit
 * in the case has an endorsement that does. An idea that was not costed covers any amount; own cost is always asked.
 * Nothing is copied from ideas to the case, so a higher amount or own cost asks that unit again. [design 3]
 */
export function unitsToAsk(
  touched: readonly { unitId: string; ownCost: Ore }[],
  amount: Ore,
  onCase: readonly Endorsed[],
  ideas: readonly { unitId: string; endorsements: readonly Endorsed[] }[],
): string[] {
  return touched
    .filter(({ unitId, ownCost }) => {
      const covers = (yes: Endorsed) =>
        yes.unitId === unitId && (yes.amount === null || yes.amount >= amount) && yes.ownCost >= ownCost;
      const own = ideas.filter((idea) => idea.unitId === unitId);
      const byIdeas = own.length > 0 && own.every((idea) => idea.endorsements.some(covers));
      return !byIdeas && !onCase.some((yes) => yes.amount !== null && covers(yes));
    })
    .map(({ unitId }) => unitId);
}
