import type { Role } from "./actor";
import type { Day } from "./day";
import { MOVED_ON, type Reason } from "./reason";

export const INITIATIVE_STATUSES = [
  "planned",
  "scheduled",
  "underWay",
  "completed",
  "settled",
  "followedUp",
  "cancelled",
  "notCarriedOut",
] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

/** By whom: who plans, who carries out, or the portal itself when the last part is settled. */
export type InitiativeBy = "planner" | "carrier" | "portal";
export type InitiativeMove = { from: InitiativeStatus; to: InitiativeStatus; by: InitiativeBy };

/** Every way an initiative may go; what is not here may not happen. `cancelled` and `notCarriedOut` are final. */
export const INITIATIVE_MOVES: readonly InitiativeMove[] = [
  { from: "planned", to: "scheduled", by: "planner" },
  { from: "planned", to: "cancelled", by: "planner" },
  { from: "planned", to: "notCarriedOut", by: "planner" },
  { from: "scheduled", to: "underWay", by: "carrier" },
  { from: "scheduled", to: "cancelled", by: "planner" },
  { from: "scheduled", to: "notCarriedOut", by: "planner" },
  { from: "underWay", to: "completed", by: "carrier" },
  { from: "underWay", to: "cancelled", by: "planner" },
  { from: "underWay", to: "notCarriedOut", by: "planner" },
  { from: "completed", to: "settled", by: "portal" },
  { from: "settled", to: "followedUp", by: "planner" },
];

/** Statuses in which something is still to be done before the money is settled. */
export const OPEN_INITIATIVE: readonly InitiativeStatus[] = ["planned", "scheduled", "underWay"];

/** Why the table has no such step; null when it has. */
export function whyNotMoveInitiative(from: InitiativeStatus, to: InitiativeStatus): Reason | null {
  return INITIATIVE_MOVES.some((move) => move.from === from && move.to === to) ? null : MOVED_ON;
}

/** Who acts, with whether the acting role reaches the initiative's unit. */
export type Carrier = {
  personId: string | null;
  onBehalfOf: string | null;
  role: Role | null;
  reachesUnit: boolean;
};

/**
 * Why this person may not carry the initiative out: only its owner, the owner's substitute, a manager of the unit or
 * the coordinator. Someone must answer for it after the decision, else it never happens. [domain 4.7, seed 002]
 */
export function whyNotCarryOut(who: Carrier, initiative: { ownerId: string | null }): Reason | null {
  const owns = [who.personId, who.onBehalfOf].some((id) => id !== null && id === initiative.ownerId);
  const manages = (who.role === "manager" || who.role === "coordinator") && who.reachesUnit;
  return owns || manages ? null : { key: "initiatives.whyNot.notYours" };
}

export type Schedulable = { ownerId: string | null; periodFrom: Day | null; periodUntil: Day | null };

/**
 * Why an initiative is not scheduled: it needs an owner, a period and, where an outside body grants the money, a
 * granted part. [design 3; seed 002]
 */
export function whyNotSchedule(it: Schedulable, granted: { files: boolean; parts: number }): Reason | null {
  if (!it.ownerId) return { key: "initiatives.whyNot.noOwner", field: "ownerId" };
  if (!it.periodFrom || !it.periodUntil) return { key: "initiatives.whyNot.noPeriod", field: "periodFrom" };
  if (granted.files && granted.parts === 0) return { key: "initiatives.whyNot.notGranted" };
  return null;
}

/** Why it does not start: it is not scheduled, or its period has not begun (both days Europe/Stockholm). */
export function whyNotStart(
  it: { status: InitiativeStatus; periodFrom: Day | null },
  today: Day,
): Reason | null {
  const move = whyNotMoveInitiative(it.status, "underWay");
  if (move) return move;
  if (it.periodFrom && today < it.periodFrom)
    return { key: "initiatives.whyNot.tooEarly", values: { day: it.periodFrom } };
  return null;
}

/** Why participants are not counted: it has not begun, or its claim has already used the number. */
export function whyNotCount(it: { status: InitiativeStatus; claimed: boolean }): Reason | null {
  if (it.status !== "underWay" && it.status !== "completed") return { key: "initiatives.whyNot.notBegun" };
  if (it.claimed) return { key: "initiatives.whyNot.countedInClaim" };
  return null;
}

/** Those who took part, of one occupation. Counts of people, never names. */
export type TookPart = {
  occupation: string;
  aid: string | null;
  women: number;
  men: number;
  unstated: number;
};

/** How many they are together. */
export function tookPartIn(groups: readonly Pick<TookPart, "women" | "men" | "unstated">[]): number {
  return groups.reduce((sum, { women, men, unstated }) => sum + women + men + unstated, 0);
}

/** Why groups are not written down as those who took part: there is nobody in one of them, or in none. [domain 2.5 step 5] */
export function whyNotTheseGroups(groups: readonly TookPart[]): Reason | null {
  const empty = groups.findIndex((group) => tookPartIn([group]) === 0);
  if (groups.length > 0 && empty < 0) return null;
  return { key: "initiatives.whyNot.nobody", field: `groups.${Math.max(empty, 0)}.women` };
}

/** Why it is not completed on a day: participants not counted, or the day before its period or after today. */
export function whyNotComplete(
  it: { status: InitiativeStatus; tookPart: number | null; periodFrom: Day | null },
  completedOn: Day,
  today: Day,
): Reason | null {
  const move = whyNotMoveInitiative(it.status, "completed");
  if (move) return move;
  if (it.tookPart === null) return { key: "initiatives.whyNot.notCounted" };
  if (it.periodFrom && completedOn < it.periodFrom)
    return { key: "initiatives.whyNot.beforePeriod", values: { day: it.periodFrom }, field: "completedOn" };
  if (completedOn > today) return { key: "initiatives.whyNot.dayAhead", field: "completedOn" };
  return null;
}

/**
 * Why it is not stopped (cancelled, not carried out): it has gone too far, the national fund has not answered yet, or
 * a claim has been started on it. What was committed is released by the one who stops it.
 */
export function whyNotStop(
  it: { status: InitiativeStatus; waitsForAnswer: boolean; claimed: boolean },
  to: "cancelled" | "notCarriedOut",
): Reason | null {
  const move = whyNotMoveInitiative(it.status, to);
  if (move) return move;
  if (it.waitsForAnswer) return { key: "initiatives.whyNot.waitsForAnswer" };
  if (it.claimed) return { key: "initiatives.whyNot.claimed" };
  return null;
}

/** Whether it is settled now: completed, and nothing of what was granted is left to draw or release. */
export function isSettled(it: { status: InitiativeStatus; parts: number; openParts: number }): boolean {
  return it.status === "completed" && it.parts > 0 && it.openParts === 0;
}

/**
 * Why another initiative of this amount (öre) is not planned out of the case: the case is not approved, or more would
 * be planned than is still reserved. `planned` is what initiatives without a granted part are planned to cost: what
 * was granted has already left the reservation.
 */
export function whyNotPlan(
  it: { caseStatus: string; reserved: bigint; planned: bigint },
  amount: bigint,
): Reason | null {
  if (it.caseStatus !== "approved") return { key: "initiatives.whyNot.caseNotApproved" };
  if (it.planned + amount > it.reserved)
    return { key: "initiatives.whyNot.moreThanReserved", field: "amount" };
  return null;
}
