import { covers, type Day } from "./day";
import type { Reason } from "./reason";

/** `none` is not stored: it is the absence of a row. */
export const LOCAL_AGREEMENT_STATES = [
  "preparing",
  "negotiating",
  "inForce",
  "reviewDue",
  "expired",
] as const;
export type LocalAgreementState = "none" | (typeof LOCAL_AGREEMENT_STATES)[number];

export const DECISION_RULES = ["jointGroup", "employer"] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/** What the rules ask of a local agreement. */
export type LocalAgreement = {
  state: Exclude<LocalAgreementState, "none">;
  from: Day | null;
  until: Day | null;
};

/**
 * How an agreement comes and goes. The parties' steps are recorded by the administrator, who may record several at once,
 * since they were taken outside the portal; the last two follow from the days. A new agreement is a row of its own.
 * [AG3, AG4, T1]
 */
export const LOCAL_AGREEMENT_MOVES: Record<
  LocalAgreementState,
  Partial<Record<LocalAgreementState, "parties" | "days">>
> = {
  none: { preparing: "parties", negotiating: "parties", inForce: "parties" },
  preparing: { negotiating: "parties", inForce: "parties" },
  negotiating: { inForce: "parties" },
  inForce: { reviewDue: "days", expired: "days" },
  // Prolonged: a later last day puts it in force again.
  reviewDue: { inForce: "parties", expired: "days" },
  expired: {},
};

/** Three months before a day; a month that is too short gives its last day. */
function threeMonthsBefore(last: Day): Day {
  const [year = 0, month = 1, date = 1] = last.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - 3, 1));
  const longest = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, longest));
  return first.toISOString().slice(0, 10);
}

/** The day from which the parties should review the agreement together; null when it has no last day. [AG3] */
export function reviewDay(agreement: Pick<LocalAgreement, "until">): Day | null {
  return agreement.until && threeMonthsBefore(agreement.until);
}

/** The state by the days, whatever was stored when: a late job gives nobody a day. */
export function localAgreementStateOn(agreement: LocalAgreement | null, today: Day): LocalAgreementState {
  if (!agreement) return "none";
  if (agreement.state === "preparing" || agreement.state === "negotiating") return agreement.state;
  const { from, until } = agreement;
  if (until !== null && until < today) return "expired";
  // Signed for a later day: nothing is in force yet.
  if (from === null || today < from) return "negotiating";
  const review = reviewDay(agreement);
  return review !== null && review <= today ? "reviewDue" : "inForce";
}

/**
 * Why nothing can be applied for today, and what to do; null when it can. Only LOM needs a local collective agreement
 * in force; one that is due for review still is. [AG4, T4, seed 001]
 */
export function whyNotApply(
  scheme: "tlo" | "lom",
  agreement: LocalAgreement | null,
  today: Day,
): Reason | null {
  if (scheme === "tlo") return null;
  const state = localAgreementStateOn(agreement, today);
  switch (state) {
    case "inForce":
    case "reviewDue":
      return null;
    case "none":
      return { key: "agreements.whyNot.none" };
    case "preparing":
      return { key: "agreements.whyNot.preparing" };
    case "negotiating":
      return agreement?.from && agreement.state !== "negotiating"
        ? { key: "agreements.whyNot.notYet", values: { day: agreement.from } }
        : { key: "agreements.whyNot.negotiating" };
    case "expired":
      return { key: "agreements.whyNot.expired", values: { day: agreement?.until ?? "" } };
  }
}

/** Why an agreement cannot be recorded like this; the reason stands at its field. */
export function whyNotSaveLocalAgreement(
  before: LocalAgreement | null,
  after: LocalAgreement,
  others: readonly LocalAgreement[],
  today: Day,
): Reason | null {
  const old = localAgreementStateOn(before, today);
  if (old === "expired") return { key: "agreements.rules.expired" };
  const stays = before !== null && before.state === after.state;
  // One that has been reviewed and prolonged is in force again; so is one whose last day was moved while in force.
  const renewed = (old === "inForce" || old === "reviewDue") && after.state === "inForce";
  const stored: LocalAgreementState = before?.state ?? "none";
  if (!stays && !renewed && LOCAL_AGREEMENT_MOVES[stored][after.state] !== "parties")
    return { key: "agreements.rules.noSuchStep", field: "state" };
  if (after.from && after.until && after.until < after.from)
    return { key: "refusals.endBeforeStart", field: "until" };
  if (after.state !== "inForce") return null;
  if (after.from === null) return { key: "agreements.rules.needsFirstDay", field: "from" };
  const { from, until } = after;
  const meets = others.some(
    (other) =>
      other.state !== "preparing" &&
      other.state !== "negotiating" &&
      other.from !== null &&
      (until === null || other.from <= until) &&
      (other.until === null || from <= other.until),
  );
  return meets ? { key: "agreements.rules.overlaps", field: "from" } : null;
}

/** Of several agreements the one that counts on a day: the one in force, else the one that has come furthest. */
export function agreementOn<A extends LocalAgreement>(agreements: readonly A[], today: Day): A | null {
  const rank = (it: A) =>
    it.state !== "preparing" &&
    it.state !== "negotiating" &&
    it.from !== null &&
    covers({ from: it.from, until: it.until }, today)
      ? 4
      : { none: 0, expired: 1, preparing: 2, negotiating: 3, inForce: 4, reviewDue: 4 }[
          localAgreementStateOn(it, today)
        ];
  let best: A | null = null;
  for (const it of agreements)
    if (
      !best ||
      rank(it) > rank(best) ||
      (rank(it) === rank(best) && (it.until ?? "9999") > (best.until ?? "9999"))
    )
      best = it;
  return best;
}
