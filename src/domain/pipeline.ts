import { type Day, daysBetween } from "./day";
import { type Ore, sum } from "./money";

/** Where money lies before the decision: with the manager, the coordinator, the unions, the one who decides. */
export const STEPS_BEFORE = ["submitted", "endorsed", "inConsultation", "toDecision"] as const;
/** And after it: with the national fund, granted and not begun, under way, carried out and to be claimed. */
export const STEPS_AFTER = ["withNationalFund", "notStarted", "underWay", "toRequisition"] as const;
export type StepBefore = (typeof STEPS_BEFORE)[number];
export type StepAfter = (typeof STEPS_AFTER)[number];
export type Step = StepBefore | StepAfter;

/** Statuses in which a case is on its way to a decision and nothing is reserved for it yet. */
export const ON_ITS_WAY = ["submitted", "endorsed", "prepared", "inConsultation", "deferred"] as const;

/** Where a case lies before its decision; null when it is not on its way. `gateOpen`: nothing stands before it. */
export function stepOfCase(it: { status: string; gateOpen: boolean }): StepBefore | null {
  switch (it.status) {
    case "submitted":
      return "submitted";
    case "endorsed":
    case "prepared":
      return "endorsed";
    case "inConsultation":
      return it.gateOpen ? "toDecision" : "inConsultation";
    case "deferred":
      return "inConsultation";
    default:
      return null;
  }
}

/**
 * Where granted money lies; null when nothing is granted or all is claimed. `toClaim`: a part has no claim yet, or one
 * that has not been sent.
 */
export function stepOfInitiative(it: { status: string; parts: number; toClaim: boolean }): StepAfter | null {
  if (it.parts === 0) return null;
  switch (it.status) {
    case "planned":
    case "scheduled":
      return "notStarted";
    case "underWay":
      return "underWay";
    case "completed":
      return it.toClaim ? "toRequisition" : null;
    default:
      return null;
  }
}

/** One case or initiative in a step: öre, and the day since which it lies there. */
export type Lying = { amount: Ore; since: Day };
export type StepFacts<S extends Step = Step> = {
  step: S;
  amount: Ore;
  count: number;
  medianDays: number | null;
};

/** What lies in a step today. The median says how long most have waited; one forgotten case does not hide the rest. */
export function stepFacts<S extends Step>(step: S, lying: readonly Lying[], today: Day): StepFacts<S> {
  return {
    step,
    amount: sum(lying.map(({ amount }) => amount)),
    count: lying.length,
    medianDays: median(lying.map(({ since }) => Math.max(0, daysBetween(since, today)))),
  };
}

/** The middle one; of two in the middle what lies between them, rounded down to whole days. Null of nothing. */
export function median(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.floor((upper + lower) / 2);
}

/** From so many days in the median a step may be called slow: two weeks' promise before the decision, a month after. [J] */
export const SLOW_FROM = { before: 10, after: 30 } as const;

/**
 * The step where it takes longest, if that is long at all; null when nothing is slow. What is under way follows its
 * plan and is never slow. Of two equally slow the one that holds more money.
 */
export function slowStep<S extends Step>(steps: readonly StepFacts<S>[], from: number): S | null {
  let slowest: StepFacts<S> | null = null;
  for (const it of steps) {
    if (it.step === "underWay" || it.medianDays === null || it.medianDays < from) continue;
    const before = slowest?.medianDays ?? -1;
    if (it.medianDays > before || (it.medianDays === before && it.amount > (slowest?.amount ?? 0n)))
      slowest = it;
  }
  return slowest?.step ?? null;
}

/** One fund's money from the first krona to the last day, in öre: what is tied, what is hoped for, what has no proposal. */
export type MoneyThread = {
  frame: Ore;
  available: Ore;
  paid: Ore;
  granted: Ore;
  booked: Ore;
  onItsWay: Ore;
  /** What is left when all that is on its way is approved; never below zero. */
  noProposal: Ore;
};

/** The thread of one or several pots together. `onItsWay`: what cases before the decision ask for, in öre. */
export function moneyThread(
  balances: readonly { available: Ore; reserved: Ore; committed: Ore; drawn: Ore }[],
  onItsWay: Ore,
): MoneyThread {
  const of = (account: "available" | "reserved" | "committed" | "drawn") =>
    sum(balances.map((it) => it[account]));
  const [available, booked, granted, paid] = [of("available"), of("reserved"), of("committed"), of("drawn")];
  return {
    frame: available + booked + granted + paid,
    available,
    paid,
    granted,
    booked,
    onItsWay,
    noProposal: onItsWay < available ? available - onItsWay : 0n,
  };
}
