import { type Day, daysBetween } from "./day";
import type { Reason } from "./reason";

export const FUND_STATES = ["planned", "open", "closing", "drawOnly", "closed"] as const;
export type FundState = (typeof FUND_STATES)[number];

/** The days of a fund; each of the four last ones counts itself, and may be absent. */
export type FundDays = {
  from: Day;
  until: Day;
  /** Last day for a complete application to the national fund. */
  applicationDay: Day | null;
  reserveDay: Day | null;
  grantDay: Day | null;
  requisitionDay: Day | null;
};

/** What the rules ask of a fund: its days, and whether its rest has been rolled over to the next year's (LOM). */
export type Fund = FundDays & { rolledOver: boolean };

/** What the days alone do not tell. */
export type FundFacts = {
  /** Claims that were sent and are not paid yet: they keep the fund from closing. */
  sentClaims: number;
  /** Nothing is available, reserved or committed any more. */
  settled: boolean;
};

const isAfter = (today: Day, last: Day | null) => last !== null && last < today;

/** The days after which what is not secured goes back, in a fund whose money does. [O8, O10, O12] */
export const REVERSION_DAYS = ["reserveDay", "grantDay", "requisitionDay"] as const;

/**
 * Whether a fund has begun to give back: from then on whatever lands in available goes back in the same transaction.
 * Each day still counts itself. Without the two first a fund still ends: nothing is granted past its last day to claim.
 */
export function hasBegunToRevert(fund: FundDays & { reverts: boolean }, today: Day): boolean {
  return fund.reverts && REVERSION_DAYS.some((which) => isAfter(today, fund[which]));
}

/**
 * The state of a fund by its days; an absent day skips its state. Closed when the requisition day is past and no sent
 * claim waits, or when all is settled and nothing new can come. [O10, O12; rolled over: T4, P1]
 */
export function fundStateOn(fund: Fund, today: Day, facts: FundFacts): FundState {
  if (today < fund.from) return "planned";
  if (isAfter(today, fund.requisitionDay)) return facts.sentClaims > 0 ? "drawOnly" : "closed";
  if (fund.rolledOver || isAfter(today, fund.grantDay))
    return facts.settled && facts.sentClaims === 0 ? "closed" : "drawOnly";
  if (isAfter(today, fund.reserveDay))
    return fund.grantDay === null && facts.settled && facts.sentClaims === 0 ? "closed" : "closing";
  return "open";
}

/**
 * Whether a stored state may become another, and by what: the days move it on and never back; only LOM's rollOver goes
 * past `closing` by hand, and only undoing that goes back. A closed fund draws again when a claim was sent in time
 * after all. [domain 4.1]
 */
export const FUND_MOVES: Record<
  FundState,
  Partial<Record<FundState, readonly ("days" | "rollOver" | "undoRollOver")[]>>
> = {
  planned: { open: ["days"], closing: ["days"], drawOnly: ["days", "rollOver"], closed: ["days"] },
  open: { closing: ["days"], drawOnly: ["days", "rollOver"], closed: ["days"] },
  closing: { drawOnly: ["days", "rollOver"], closed: ["days"] },
  drawOnly: { closed: ["days"], open: ["undoRollOver"], closing: ["undoRollOver"] },
  closed: { drawOnly: ["days", "undoRollOver"], open: ["undoRollOver"], closing: ["undoRollOver"] },
};

/** Whether the table has such a move by such a cause. */
export function movesBy(from: FundState, to: FundState, by: "days" | "rollOver" | "undoRollOver"): boolean {
  return FUND_MOVES[from][to]?.includes(by) ?? false;
}

/** Why nothing can be reserved today; null when it can. The reserve day itself still counts. [O8, O10] */
export function whyNotReserve(fund: Fund, today: Day): Reason | null {
  if (today < fund.from) return { key: "funds.rules.notYet", values: { day: fund.from } };
  if (fund.rolledOver) return { key: "funds.rules.rolledOver" };
  if (isAfter(today, fund.reserveDay))
    return { key: "funds.rules.reservePast", values: { day: fund.reserveDay ?? "" } };
  if (isAfter(today, fund.grantDay))
    return { key: "funds.rules.grantPast", values: { day: fund.grantDay ?? "" } };
  if (isAfter(today, fund.requisitionDay))
    return { key: "funds.rules.requisitionPast", values: { day: fund.requisitionDay ?? "" } };
  return null;
}

/**
 * Why reserved money cannot be committed; null when it can. `decidedOn` is the day of the national fund's decision (under
 * LOM the employer's), never the day it was recorded. [O8; design: money]
 */
export function whyNotCommit(fund: Fund, decidedOn: Day): Reason | null {
  if (decidedOn < fund.from) return { key: "funds.rules.notYet", values: { day: fund.from } };
  if (isAfter(decidedOn, fund.grantDay))
    return { key: "funds.rules.grantPast", values: { day: fund.grantDay ?? "" } };
  if (isAfter(decidedOn, fund.requisitionDay))
    return { key: "funds.rules.requisitionPast", values: { day: fund.requisitionDay ?? "" } };
  return null;
}

/** Why committed money cannot be claimed; null when it can. `sentOn` is the day the claim is or was sent. [O12] */
export function whyNotDraw(fund: Fund, sentOn: Day): Reason | null {
  if (sentOn < fund.from) return { key: "funds.rules.notYet", values: { day: fund.from } };
  if (isAfter(sentOn, fund.requisitionDay))
    return { key: "funds.rules.requisitionPast", values: { day: fund.requisitionDay ?? "" } };
  return null;
}

/** Whether the last day to claim has passed: what is committed without a claim by then is released, in any fund. [O12] */
export function isPastClaims(fund: Pick<FundDays, "requisitionDay">, today: Day): boolean {
  return isAfter(today, fund.requisitionDay);
}

/** Why nothing that is put into a fund by hand would stay there; null when it does. [O10] */
export function whyNotKeep(fund: FundDays & { reverts: boolean }, today: Day): Reason | null {
  const last = REVERSION_DAYS.map((which) => fund[which]).find((day) => isAfter(today, day));
  return hasBegunToRevert(fund, today)
    ? { key: "funds.rules.revertsNow", values: { day: last ?? "" } }
    : null;
}

/** Why no more money can be put in, taken out or moved between pots; null when it can. */
export function whyNotChangeFrame(fund: Fund & { reverts: boolean }, today: Day): Reason | null {
  if (fund.rolledOver) return { key: "funds.rules.rolledOver" };
  if (isAfter(today, fund.requisitionDay))
    return { key: "funds.rules.requisitionPast", values: { day: fund.requisitionDay ?? "" } };
  return whyNotKeep(fund, today);
}

/**
 * Why what is left cannot be rolled over to another fund; null when it can. Only money that stays with the employer
 * rolls over (LOM), to a later fund of the same agreement that is still open for reservations. [T4, P1]
 */
export function whyNotRollOver(
  from: Fund & { id: string; reverts: boolean },
  to: Fund & { id: string; reverts: boolean },
  today: Day,
): Reason | null {
  if (from.reverts || to.reverts) return { key: "funds.rules.revertsInstead" };
  if (from.id === to.id || to.from <= from.from) return { key: "funds.rules.rollForward", field: "toFundId" };
  if (today < from.from) return { key: "funds.rules.notYet", values: { day: from.from } };
  // The new year's fund may still be planned: money can lie in it before anything can be reserved.
  if (to.rolledOver || isAfter(today, to.reserveDay) || isAfter(today, to.requisitionDay))
    return { key: "funds.rules.targetClosed", field: "toFundId" };
  return null;
}

const ORDERED_DAYS = ["applicationDay", "reserveDay", "grantDay", "requisitionDay"] as const;

/**
 * Why a fund cannot have these days: the period ends before it begins, a last day lies before the period, or the four
 * last days do not follow each other (application, reserve, grant, requisition). The reason stands at the later field.
 */
export function whyNotOpenFund(days: FundDays): Reason | null {
  if (days.until < days.from) return { key: "refusals.endBeforeStart", field: "until" };
  let before: Day | null = null;
  for (const name of ORDERED_DAYS) {
    const last = days[name];
    if (last === null) continue;
    if (last < days.from)
      return { key: "funds.rules.dayBeforePeriod", values: { day: days.from }, field: name };
    if (before !== null && last < before)
      return { key: "funds.rules.daysInOrder", values: { day: before }, field: name };
    before = last;
  }
  return null;
}

/** The next of the fund's last days, today included, and how many days are left; null when none is ahead. */
export function nextLastDay(
  days: FundDays,
  today: Day,
): { which: (typeof ORDERED_DAYS)[number]; day: Day; left: number } | null {
  for (const which of ORDERED_DAYS) {
    const last = days[which];
    if (last !== null && today <= last) return { which, day: last, left: daysBetween(today, last) };
  }
  return null;
}

/** Why an entry of the ledger cannot be reversed by hand: what belongs to a case follows the steps of that case. */
export function whyNotReverseEntry(entry: {
  isReversal: boolean;
  isReversed: boolean;
  ofCase: boolean;
}): Reason | null {
  if (entry.isReversed) return { key: "refusals.reversedTwice" };
  if (entry.isReversal) return { key: "funds.rules.isReversal" };
  if (entry.ofCase) return { key: "funds.rules.entryOfCase" };
  return null;
}
