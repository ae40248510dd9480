import { type Day, daysBetween } from "./day";
import type { Ore } from "./money";

/** The same list with one item moved to a place counted from one; beyond the ends means first or last. */
export function movedTo(order: readonly string[], id: string, place: number): string[] {
  const rest = order.filter((other) => other !== id);
  const at = Math.min(Math.max(place, 1), rest.length + 1) - 1;
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}

/** Whose place among the others is another than before: those a move lifts or lowers, besides the one moved. */
export function displaced(before: readonly string[], after: readonly string[]): string[] {
  return after.filter((id, place) => before[place] !== id);
}

export type Placed = { id: string; amount: Ore; running: Ore; fits: boolean };

/**
 * The running sum down the coordinator's order and the line where the money ends: a case fits while everything from
 * the top down to it fits in what is available. One that does not fit lets nothing below it pass.
 */
export function withRunningSum(order: readonly { id: string; amount: Ore }[], available: Ore): Placed[] {
  let running = 0n;
  return order.map(({ id, amount }) => {
    running += amount;
    return { id, amount, running, fits: running <= available };
  });
}

/** Öre decided per 30 days so far, and what is needed from today to use all that is available by the last day. */
export type Pace = { now: Ore; needed: Ore | null };

/**
 * The employer's own pace over the days measured, against the pace that uses what is available by the last day to
 * reserve (null: the fund has no such day). Rounded down to whole kronor.
 */
export function paceOf(
  decided: Ore,
  measured: { from: Day; until: Day },
  available: Ore,
  lastDay: Day | null,
): Pace {
  const days = Math.max(1, daysBetween(measured.from, measured.until));
  const left = lastDay === null ? null : Math.max(1, daysBetween(measured.until, lastDay) + 1);
  return { now: perMonth(decided, days), needed: left === null ? null : perMonth(available, left) };
}

function perMonth(amount: Ore, days: number): Ore {
  return ((amount * 30n) / BigInt(days) / 100n) * 100n;
}
