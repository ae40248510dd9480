import type { MessageKey } from "@/messages/messages";
import { addDays, type Day, daysBetween } from "./day";
import { type Ore, sum } from "./money";
import { STEPS_BEFORE, type StepBefore } from "./pipeline";

/** What the forecast rests on. Öre; days in Stockholm. */
export type ForecastFacts = {
  /** Left to reserve today. */
  available: Ore;
  /** Reserved, but lost on the last day unless it is secured before (unsecured in fund-reversion.ts). */
  unsecured: Ore;
  /** Reserved less unreserved in each full week, the newest first. A young fund has fewer than four. */
  bookedByWeek: readonly Ore[];
  today: Day;
  /** The last day to reserve; it counts itself. */
  lastDay: Day;
  /** Median days in each step on the way to a decision; null where nothing lies or nothing is known. */
  medianDays: Readonly<Record<StepBefore, number | null>>;
  /** What is on its way to a decision, and since when it lies in its step. */
  cases: readonly { id: string; step: StepBefore; amount: Ore; since: Day }[];
};

export type Forecast = {
  /** Whole days left, the last day included; zero on it and after it. */
  daysLeft: number;
  pacePerWeek: Ore;
  /** Per week from today, so that nothing is left; null when there is something left and no day to spread it on. */
  paceNeeded: Ore | null;
  /** Left on the last day at today's pace, at the two best weeks' and at the two worst weeks'. */
  expectedLeft: Ore;
  best: Ore;
  worst: Ore;
  /** Median days from handed in to decided; null when no step's is known. */
  wholeWayDays: number | null;
  /** The last day on which a new proposal makes it by the median way; may lie behind us. Null when that is unknown. */
  lastDayForNewProposals: Day | null;
  /** Ids of cases that make it by the median way, and of those that do not, in the order given. */
  readyInTime: string[];
  tooLate: string[];
  /** What those that make it ask for together. */
  readyAmount: Ore;
  /** Lost if nothing more happens. */
  lost: Ore;
};

/** A Monday to count weeks from. */
const SOME_MONDAY: Day = "1970-01-05";

/**
 * The full weeks, Monday to Sunday, by which the pace is measured: the last four before this week, the newest first. A
 * week that began before the fund had money (`since`) is none of its own.
 */
export function weeksMeasured(since: Day, today: Day): { from: Day; until: Day }[] {
  const sinceMonday = ((daysBetween(SOME_MONDAY, today) % 7) + 7) % 7;
  return [1, 2, 3, 4]
    .map((back) => addDays(today, -sinceMonday - 7 * back))
    .filter((monday) => since <= monday)
    .map((from) => ({ from, until: addDays(from, 6) }));
}

/** The rule below, sentence by sentence, for the page that shows the forecast. */
export const FORECAST_RULE: readonly MessageKey[] = [
  "money.forecast.rule.pace",
  "money.forecast.rule.young",
  "money.forecast.rule.left",
  "money.forecast.rule.cone",
  "money.forecast.rule.bounds",
  "money.forecast.rule.needed",
  "money.forecast.rule.way",
  "money.forecast.rule.inTime",
  "money.forecast.rule.lost",
];

/**
 * What will be left on the last day, from the employer's own pace. The rule, which FORECAST_RULE says on the page:
 *
 * - The pace is what was reserved net in the last four full weeks, divided by four. With fewer weeks behind us those that
 *   there are; with none the pace is zero. A pace below zero counts as zero.
 * - Left is what is available today less the pace for every day until the last day. The cone's edges are the pace of the
 *   two best and of the two worst of the same four weeks. Never less than zero left, never more than today.
 * - The pace needed is what is available divided by the time left.
 * - The way to a decision is the median days of each step, added up; a step without cases counts as zero days. New
 *   proposals make it until the last day less that way. A case makes it when what is left of its step and the steps after
 *   it end by the last day; one that has lain longer than the median is taken to leave its step today.
 * - Lost if nothing happens: what is available and what is reserved but not secured.
 *
 * Part of an öre never counts as reserved, so nothing is promised that may not come. [J]
 */
export function forecast(it: ForecastFacts): Forecast {
  const daysLeft = Math.max(0, daysBetween(it.today, it.lastDay));
  const weeks = it.bookedByWeek.slice(0, 4);
  const inOrder = [...weeks].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const leftAt = (some: readonly Ore[]) => left(it.available, some, daysLeft);
  const wholeWayDays = wayFrom(it.medianDays, STEPS_BEFORE);
  const inTime = (one: ForecastFacts["cases"][number]) =>
    addDays(it.today, daysToDecision(one, it.medianDays, it.today)) <= it.lastDay;
  return {
    daysLeft,
    pacePerWeek: weeks.length === 0 ? 0n : atLeastZero(sum(weeks)) / BigInt(weeks.length),
    paceNeeded: paceNeeded(it.available, daysLeft),
    expectedLeft: leftAt(weeks),
    best: leftAt(inOrder.slice(-2)),
    worst: leftAt(inOrder.slice(0, 2)),
    wholeWayDays,
    lastDayForNewProposals: wholeWayDays === null ? null : addDays(it.lastDay, -wholeWayDays),
    readyInTime: it.cases.filter(inTime).map(({ id }) => id),
    readyAmount: sum(it.cases.filter(inTime).map(({ amount }) => amount)),
    tooLate: it.cases.filter((one) => !inTime(one)).map(({ id }) => id),
    lost: it.available + it.unsecured,
  };
}

/** What is left after so many days at the mean of some weeks; counted in one fraction, so that no rounding adds up. */
function left(available: Ore, weeks: readonly Ore[], days: number): Ore {
  if (weeks.length === 0) return available;
  const booked = (atLeastZero(sum(weeks)) * BigInt(days)) / BigInt(7 * weeks.length);
  return atLeastZero(available - booked);
}

/** Rounded up: an öre less would leave something. */
function paceNeeded(available: Ore, daysLeft: number): Ore | null {
  if (available <= 0n) return 0n;
  if (daysLeft === 0) return null;
  const days = BigInt(daysLeft);
  return (available * 7n + days - 1n) / days;
}

/** Median days through some steps; null when none of them is known. */
function wayFrom(medians: ForecastFacts["medianDays"], steps: readonly StepBefore[]): number | null {
  const known = steps.map((step) => medians[step]).filter((days) => days !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

function daysToDecision(
  one: { step: StepBefore; since: Day },
  medians: ForecastFacts["medianDays"],
  today: Day,
): number {
  const after = STEPS_BEFORE.slice(STEPS_BEFORE.indexOf(one.step) + 1);
  const here = Math.max(0, (medians[one.step] ?? 0) - Math.max(0, daysBetween(one.since, today)));
  return here + (wayFrom(medians, after) ?? 0);
}

const atLeastZero = (amount: Ore): Ore => (amount < 0n ? 0n : amount);
