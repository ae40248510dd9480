import type { FilingStatus } from "./filing";
import type { InitiativeStatus } from "./initiative";
import type { InitiativeHolder } from "./initiative-ball";
import { type CaseStatus, FINAL_CASE } from "./pre-registration";

/** Who is to do the next thing. */
export type Ball = "managers" | "unions" | "minutes" | "decider" | "jointGroup" | InitiativeHolder;

export type BallFacts = {
  status: CaseStatus;
  /** How the consultation stands; null outside it. Under a joint group nobody answers before the meeting. */
  consultation: { unionsOpen: number; minutesOpen: boolean; jointGroup: boolean } | null;
  /** The newest filing of the case; null when nothing was filed. */
  lastFiling: FilingStatus | null;
  /** Who has each initiative that came of the case. */
  initiatives: readonly InitiativeHolder[];
};

/** A case that has become initiatives lies with whoever has the one that lags most behind. */
const LAGGING: readonly InitiativeHolder[] = [
  "coordinator",
  "sender",
  "nationalFund",
  "owner",
  "claimant",
  "payer",
  "hr",
];

/** Who has the ball now. [design 1] */
export function ballOf({ status, consultation, lastFiling, initiatives }: BallFacts): Ball {
  switch (status) {
    case "draft":
    case "returned":
    case "endorsed":
    case "prepared":
    case "deferred":
      return "coordinator";
    case "submitted":
      return "managers";
    case "inConsultation":
      if (consultation?.jointGroup) return "jointGroup";
      if (!consultation || consultation.unionsOpen > 0) return "unions";
      return consultation.minutesOpen ? "minutes" : "decider";
    case "approved":
      return lastFiling === "sent" ? "nationalFund" : "coordinator";
    case "converted":
      return LAGGING.find((holder) => initiatives.includes(holder)) ?? "nobody";
    case "parked":
    case "declined":
    case "withdrawn":
    case "expired":
      return "nobody";
  }
}

/** How a status is drawn: tone and shape besides the words. */
export const CASE_TONE: Record<CaseStatus, "open" | "waiting" | "active" | "done" | "warn" | "stop"> = {
  draft: "open",
  submitted: "waiting",
  endorsed: "active",
  prepared: "active",
  inConsultation: "active",
  deferred: "waiting",
  approved: "done",
  converted: "done",
  returned: "warn",
  declined: "stop",
  parked: "open",
  withdrawn: "stop",
  expired: "stop",
};

export const CASE_STEPS = [
  "submitted",
  "endorsed",
  "prepared",
  "consultation",
  "decision",
  "nationalFund",
  "carriedOut",
  "followedUp",
] as const;
export type CaseStep = (typeof CASE_STEPS)[number];
export type StepState = "done" | "current" | "ahead";

/** The step that is in hand: the next thing to happen to a case in this status. */
const IN_HAND: Record<CaseStatus, CaseStep> = {
  draft: "submitted",
  returned: "submitted",
  submitted: "endorsed",
  endorsed: "prepared",
  prepared: "consultation",
  inConsultation: "consultation",
  deferred: "consultation",
  approved: "nationalFund",
  converted: "carriedOut",
  declined: "decision",
  parked: "submitted",
  withdrawn: "submitted",
  expired: "nationalFund",
};

/** Whether something came of a case and all of it is behind: nothing is left to begin or to bring to its end. */
export function isCarriedOut(initiatives: readonly InitiativeStatus[]): boolean {
  return (
    initiatives.some((it) => it === "completed" || it === "settled" || it === "followedUp") &&
    !initiatives.some((it) => it === "planned" || it === "scheduled" || it === "underWay")
  );
}

/**
 * The way of a case in steps. `files`: whether an outside body grants the money (no such step under LOM). `consulted`:
 * everybody is heard, so that the decision is in hand. `carriedOut`: its initiatives are, so that only the follow-up
 * is left. A parked or withdrawn case stands where it was.
 */
export function caseSteps(
  it: { status: CaseStatus; parkedFrom: CaseStatus | null; reached: readonly CaseStep[] },
  { files, consulted, carriedOut }: { files: boolean; consulted: boolean; carriedOut: boolean },
): { step: CaseStep; state: StepState }[] {
  const steps = CASE_STEPS.filter((step) => files || step !== "nationalFund");
  const status = it.status === "parked" ? (it.parkedFrom ?? "draft") : it.status;
  let inHand: CaseStep = status === "inConsultation" && consulted ? "decision" : IN_HAND[status];
  if (!files && inHand === "nationalFund") inHand = "carriedOut";
  if (status === "converted" && carriedOut) inHand = "followedUp";
  const at = steps.indexOf(inHand);
  // What ended early stands where it had come, and nothing is in hand any more.
  const ended = FINAL_CASE.includes(it.status) && it.status !== "converted";
  return steps.map((step, nth) => ({
    step,
    state: ended
      ? it.reached.includes(step)
        ? "done"
        : "ahead"
      : nth < at
        ? "done"
        : nth === at
          ? "current"
          : "ahead",
  }));
}
