import type { FilingStatus } from "./filing";
import type { InitiativeStatus } from "./initiative";
import type { RequisitionStatus } from "./requisition";

/** Who has the ball. `payer`: the national fund, under LOM the employer's own finance or payroll office. */
export type InitiativeHolder =
  | "coordinator"
  | "sender"
  | "nationalFund"
  | "owner"
  | "claimant"
  | "payer"
  | "hr"
  | "nobody";

/** What the one with the ball does next; a word of ours, the sentence lies in messages. */
export type InitiativeDoing =
  | "file"
  | "send"
  | "answer"
  | "fileAgain"
  | "stopOrFile"
  | "assign"
  | "start"
  | "carryOut"
  | "claim"
  | "callOff"
  | "evidence"
  | "sendClaim"
  | "pay"
  | "mend"
  | "supplement"
  | "reconcile"
  | "nothing";

export type BallFacts = {
  status: InitiativeStatus;
  files: boolean;
  /** The newest filing; null when there is none. */
  filing: FilingStatus | null;
  granted: boolean;
  /** Delivered by the national fund: it draws itself. */
  calledOff: boolean;
  /** Claims of its parts that are not reconciled, and parts without a claim that are not settled. */
  claims: readonly RequisitionStatus[];
  unclaimed: number;
};

/** Who has an initiative in hand and what for. The claim that lags most behind decides after completion. */
export function ballOfInitiative(it: BallFacts): { holder: InitiativeHolder; doing: InitiativeDoing } {
  switch (it.status) {
    case "planned":
      return ballOfPlanned(it);
    case "scheduled":
      return { holder: "owner", doing: "start" };
    case "underWay":
      return { holder: "owner", doing: "carryOut" };
    case "completed":
      return ballOfClaims(it);
    default:
      return { holder: "nobody", doing: "nothing" };
  }
}

function ballOfPlanned({ files, filing, granted }: BallFacts): {
  holder: InitiativeHolder;
  doing: InitiativeDoing;
} {
  if (!files || granted) return { holder: "coordinator", doing: "assign" };
  switch (filing) {
    case "draft":
      return { holder: "sender", doing: "send" };
    case "sent":
      return { holder: "nationalFund", doing: "answer" };
    case "returned":
      return { holder: "coordinator", doing: "fileAgain" };
    case "rejected":
      return { holder: "coordinator", doing: "stopOrFile" };
    default:
      return { holder: "coordinator", doing: "file" };
  }
}

const BY_CLAIM: Record<RequisitionStatus, { holder: InitiativeHolder; doing: InitiativeDoing }> = {
  draft: { holder: "claimant", doing: "evidence" },
  returned: { holder: "claimant", doing: "mend" },
  evidenceComplete: { holder: "sender", doing: "sendClaim" },
  partlyRejected: { holder: "claimant", doing: "supplement" },
  sent: { holder: "payer", doing: "pay" },
  paid: { holder: "hr", doing: "reconcile" },
  reconciled: { holder: "nobody", doing: "nothing" },
};
const LAGGING: readonly RequisitionStatus[] = [
  "draft",
  "returned",
  "evidenceComplete",
  "partlyRejected",
  "sent",
  "paid",
];

function ballOfClaims({ calledOff, claims, unclaimed }: BallFacts): {
  holder: InitiativeHolder;
  doing: InitiativeDoing;
} {
  if (unclaimed > 0)
    return calledOff ? { holder: "hr", doing: "callOff" } : { holder: "claimant", doing: "claim" };
  return BY_CLAIM[LAGGING.find((status) => claims.includes(status)) ?? "reconciled"];
}

export type InitiativeStep =
  | "planned"
  | "sent"
  | "granted"
  | "underWay"
  | "completed"
  | "claimed"
  | "settled";
export type StepState = "done" | "current" | "ahead";

const STEPS: readonly InitiativeStep[] = [
  "planned",
  "sent",
  "granted",
  "underWay",
  "completed",
  "claimed",
  "settled",
];

/**
 * The way of an initiative from plan to settled money: the step that it stands on is current. Without an outside body
 * nothing is sent and granted. A stopped initiative has no way.
 */
export function initiativeSteps(
  it: Pick<BallFacts, "status" | "files" | "filing" | "granted" | "claims" | "unclaimed">,
): { step: InitiativeStep; state: StepState }[] {
  const steps = it.files ? STEPS : STEPS.filter((step) => step !== "sent" && step !== "granted");
  const step = stepOf(it);
  if (step === null) return [];
  const at = steps.indexOf(step);
  return steps.map((step, nth) => ({ step, state: nth < at ? "done" : nth === at ? "current" : "ahead" }));
}

function stepOf(
  it: Pick<BallFacts, "status" | "files" | "filing" | "granted" | "claims" | "unclaimed">,
): InitiativeStep | null {
  switch (it.status) {
    case "planned":
    case "scheduled":
      if (!it.files) return "planned";
      if (it.granted) return "granted";
      return it.filing === "sent" ? "sent" : "planned";
    case "underWay":
      return "underWay";
    case "completed":
      return it.unclaimed === 0 && it.claims.length > 0 ? "claimed" : "completed";
    case "settled":
    case "followedUp":
      return "settled";
    default:
      return null;
  }
}
