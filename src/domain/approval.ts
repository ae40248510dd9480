import type { Mandate } from "./actor";
import { type Parties, whyNotImpartialDecider } from "./conflict";
import { covers, type Day } from "./day";
import type { Ore } from "./money";
import type { Reason } from "./reason";

export const GROUP_OUTCOMES = ["approved", "partlyApproved", "declined", "deferred"] as const;
export type Outcome = (typeof GROUP_OUTCOMES)[number];
export const POSITIONS = ["inFavour", "against", "steppedOut"] as const;
export type Position = (typeof POSITIONS)[number];

type HeldMandate = Omit<Mandate, "until"> & { from: Day; until: Day | null };

/**
 * The mandate to decide an amount (öre) on: in force today and wide enough, the narrowest first, so that the record
 * names the paragraph that was needed. A Reason when there is none.
 */
export function mandateToDecide(
  held: readonly HeldMandate[],
  amount: Ore,
  today: Day,
): { mandate: HeldMandate } | { reason: Reason } {
  const inForce = held.filter((it) => it.kind === "decisionMaker" && covers(it, today)).sort(byLimit);
  const widest = inForce.at(-1);
  if (!widest) return { reason: { key: "refusals.noMandate" } };
  const mandate = inForce.find((it) => it.amountLimit === null || amount <= it.amountLimit);
  if (mandate) return { mandate };
  return {
    reason: {
      key: "approvals.whyNot.overLimit",
      values: { limit: kronor(widest.amountLimit ?? 0n), amount: kronor(amount) },
    },
  };
}

/** Why a mandate to decide does not reach an amount; for the page, which knows only what the actor holds. */
export function whyNotAmount(held: readonly Mandate[], amount: Ore, today: Day): Reason | null {
  const found = mandateToDecide(
    held.map((it) => ({ ...it, from: today })),
    amount,
    today,
  );
  return "reason" in found ? found.reason : null;
}

function byLimit(a: HeldMandate, b: HeldMandate): number {
  if (a.amountLimit === b.amountLimit) return 0;
  if (a.amountLimit === null) return 1;
  return b.amountLimit === null || a.amountLimit < b.amountLimit ? -1 : 1;
}

/** Whole kronor for a sentence; a limit is never set in öre. */
const kronor = (amount: Ore): number => Number(amount / 100n);

/**
 * Why this person does not decide the case: a party to it, endorsed it, or spoke for a union on it. Nobody stands on
 * both the employer's and the union's side of one case. [design 5; förvaltningslagen 16 §, K]
 */
export function whyNotDecider(
  person: { personId: string | null; onBehalfOf: string | null },
  parties: Parties & { spokeForUnion: readonly string[] },
): Reason | null {
  const own = whyNotImpartialDecider(person, parties);
  if (own) return own;
  return [person.personId, person.onBehalfOf].some((id) => id !== null && parties.spokeForUnion.includes(id))
    ? { key: "approvals.whyNot.spokeForUnion" }
    : null;
}

/** A member of the joint group on one case. `conflict`: why that person is not impartial. */
export type Member = {
  name: string;
  side: "employer" | "union";
  position: Position;
  reason: string;
  conflict: Reason | null;
};

/**
 * Why a joint group's decision is not recorded (amounts in öre). Who has a conflict steps out, says why, and is not
 * counted; at least one counted member of each side; money needs every counted member. A group that cannot decide
 * may always defer. [design 3: LOM decision; domain 3.4]
 */
export function whyNotGroupDecision(decision: {
  outcome: Outcome;
  amount: Ore | null;
  asked: Ore;
  reason: string;
  members: readonly Member[];
}): Reason | null {
  const { outcome, amount, asked, members } = decision;
  for (const member of members) {
    if (member.conflict && member.position !== "steppedOut")
      return { key: "approvals.whyNot.mustStepOut", values: { name: member.name } };
    if (member.position === "steppedOut" && !member.reason)
      return { key: "approvals.whyNot.stepOutReason", values: { name: member.name } };
  }
  if ((outcome === "declined" || outcome === "deferred") && !decision.reason)
    return { key: "approvals.whyNot.reasonMissing", field: "reason" };
  if (outcome === "deferred") return null;
  const counted = members.filter((it) => it.position !== "steppedOut");
  for (const side of ["employer", "union"] as const)
    if (!counted.some((it) => it.side === side))
      return { key: "approvals.whyNot.sideMissing", values: { side } };
  if (outcome === "declined") return null;
  const against = counted.find((it) => it.position === "against");
  if (against) return { key: "approvals.whyNot.notUnanimous", values: { name: against.name } };
  return outcome === "partlyApproved" ? whyNotPart(amount, asked) : null;
}

/** Why an amount is not a part of what was asked for: it is missing, nothing, or all of it. */
function whyNotPart(amount: Ore | null, asked: Ore): Reason | null {
  if (amount === null || amount <= 0n) return { key: "refusals.moneyAboveZero", field: "amount" };
  return amount < asked
    ? null
    : { key: "approvals.whyNot.notLess", values: { asked: kronor(asked) }, field: "amount" };
}

/** Why a case is neither granted, declined nor deferred now: it does not lie for decision. */
export function whyNotDeclineNow(it: { status: string }): Reason | null {
  return it.status === "inConsultation" ? null : { key: "approvals.whyNot.notUpForDecision" };
}

/** Why a case is not granted now: it does not lie for decision, or asks for no money. */
export function whyNotUpForDecision(it: { status: string; amount: Ore }): Reason | null {
  return whyNotDeclineNow(it) ?? whyNothingAsked(it.amount);
}

function whyNothingAsked(amount: Ore): Reason | null {
  return amount > 0n ? null : { key: "approvals.whyNot.nothingAsked" };
}
