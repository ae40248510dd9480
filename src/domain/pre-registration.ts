import type { Act } from "./access";
import type { AGREEMENTS, Version } from "./agreement";
import { REQUIRED_TO_SUBMIT, SECTIONS, type Section, type SectionState } from "./case-sections";
import type { Reason } from "./reason";

export const CASE_STATUSES = [
  "draft",
  "submitted",
  "endorsed",
  "prepared",
  "inConsultation",
  "deferred",
  "approved",
  "converted",
  "returned",
  "declined",
  "parked",
  "withdrawn",
  "expired",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Nothing leads on from here; declined, withdrawn and expired put their ideas back in dialogue. [design 3] */
export const FINAL_CASE: readonly CaseStatus[] = ["converted", "declined", "withdrawn", "expired"];

/** Until here everything is a proposal: nothing that rests on the case is decided. */
export const PROPOSAL_CASE: readonly CaseStatus[] = [
  "draft",
  "submitted",
  "endorsed",
  "prepared",
  "inConsultation",
  "deferred",
  "returned",
  "parked",
];

/** Whose act makes the move; null: the fund's own days, through a job. Who may act stands in ACCESS. */
type CaseMove = { from: CaseStatus; to: CaseStatus; acts: readonly (Act | null)[] };

const BEFORE_CONSULTATION = ["draft", "submitted", "endorsed", "prepared"] as const;

const moves = (
  from: readonly CaseStatus[],
  to: CaseStatus,
  ...acts: readonly (Act | null)[]
): readonly CaseMove[] => from.map((status) => ({ from: status, to, acts }));

/** Every way a case may go; what is not here may not happen. */
export const CASE_MOVES: readonly CaseMove[] = [
  ...moves(["draft", "returned"], "submitted", "preRegistration.submit"),
  // By the last unit's manager, or at once when every idea in it was endorsed already.
  ...moves(["submitted"], "endorsed", "preRegistration.endorse", "preRegistration.submit"),
  ...moves(["endorsed"], "prepared", "preRegistration.prepare"),
  ...moves(["prepared", "deferred"], "inConsultation", "consultation.plan"),
  ...moves(["inConsultation"], "approved", "approval.decide", "approval.recordGroup"),
  ...moves(["inConsultation"], "declined", "approval.decide", "approval.recordGroup"),
  ...moves(["inConsultation"], "deferred", "approval.decide", "approval.recordGroup"),
  // When each initiative is granted, rejected or cancelled the coordinator closes the reservation; under LOM the
  // decision itself does; else the fund's days do.
  ...moves(["approved"], "converted", "initiative.plan", "approval.decide", "approval.recordGroup", null),
  ...moves(["approved"], "expired", null),
  ...moves(["submitted", "endorsed", "prepared"], "returned", "preRegistration.return"),
  ...moves(BEFORE_CONSULTATION, "parked", "preRegistration.park"),
  ...BEFORE_CONSULTATION.flatMap((status) => moves(["parked"], status, "preRegistration.park")),
  ...moves(PROPOSAL_CASE, "withdrawn", "preRegistration.withdraw"),
  // Closing the reservation when nothing was granted.
  ...moves(["approved"], "withdrawn", "initiative.plan"),
];

/** Whether the table has the step at all. */
export function isCaseMove(from: CaseStatus, to: CaseStatus): boolean {
  return CASE_MOVES.some((move) => move.from === from && move.to === to);
}

/** What is done with a case as a whole. */
type Doing =
  | "submit"
  | "endorse"
  | "return"
  | "prepare"
  | "rank"
  | "consult"
  | "park"
  | "resume"
  | "withdraw"
  | "edit";

/** Statuses in which each of these may be done. */
const WHILE: Record<Doing, readonly CaseStatus[]> = {
  submit: ["draft", "returned"],
  // A higher amount or own cost asks a unit again, also while the unions are heard. [design 3]
  endorse: ["submitted", "endorsed", "prepared", "inConsultation", "deferred"],
  return: ["submitted", "endorsed", "prepared"],
  prepare: ["endorsed"],
  rank: ["submitted", "endorsed", "prepared", "inConsultation", "deferred"],
  consult: ["prepared", "deferred"],
  park: BEFORE_CONSULTATION,
  resume: ["parked"],
  withdraw: PROPOSAL_CASE,
  edit: ["draft", "returned", "submitted", "endorsed", "prepared", "inConsultation", "deferred"],
};

/** Statuses in which a case has a place in the coordinator's order. */
export const RANKED_CASE: readonly CaseStatus[] = WHILE.rank;

/** Statuses in which a change of what matters freezes a new version and asks every union again. [design 3] */
export const CONSULTED_CASE: readonly CaseStatus[] = ["inConsultation", "deferred"];

function whyNotNow(status: CaseStatus, doing: Doing): Reason | null {
  return WHILE[doing].includes(status) ? null : { key: `preRegistrations.why.notNow.${doing}` };
}

const missing = (section: Section): Reason => ({ key: `preRegistrations.why.missing.${section}` });

type Submittable = {
  status: CaseStatus;
  sections: Record<Section, SectionState>;
  /** The scheme's version in force today. */
  version: Version | null;
  /** Why nothing can be applied for under LOM; null under TLO or with a local agreement in force. */
  localAgreement: Reason | null;
  /** Why the chosen fund cannot be reserved from today. */
  fund: Reason | null;
};

/**
 * Everything that stands against handing the case in: its status, the four sections a manager needs to judge it
 * (need, initiative, costs, units), no agreement version in force, no local agreement (LOM [T4, AG4]), a fund whose
 * days have passed (T11).
 */
export function reasonsNotToSubmitCase(it: Submittable): Reason[] {
  return [
    whyNotNow(it.status, "submit"),
    ...REQUIRED_TO_SUBMIT.map((section) => (it.sections[section] === "complete" ? null : missing(section))),
    it.version === null ? { key: "preRegistrations.why.noVersion" as const } : null,
    it.localAgreement,
    it.fund,
  ].filter((reason) => reason !== null);
}

export function whyNotSubmitCase(it: Submittable): Reason | null {
  return reasonsNotToSubmitCase(it)[0] ?? null;
}

type Preparable = {
  status: CaseStatus;
  sections: Record<Section, SectionState>;
  /** Names of the units that are still to endorse, or to endorse again. */
  unitsLeft: readonly string[];
};

const left = (unit: string): Reason => ({ key: "preRegistrations.why.unitLeft", values: { unit } });

/** Everything that stands against calling the case prepared: a section not complete, a unit that has not endorsed. */
export function reasonsNotToPrepare(it: Preparable): Reason[] {
  return [
    whyNotNow(it.status, "prepare"),
    ...SECTIONS.map((section) => (it.sections[section] === "complete" ? null : missing(section))),
    ...it.unitsLeft.map(left),
  ].filter((reason) => reason !== null);
}

export function whyNotPrepare(it: Preparable): Reason | null {
  return reasonsNotToPrepare(it)[0] ?? null;
}

type Consultable = {
  status: CaseStatus;
  unitsLeft: readonly string[];
  /** How many unions the employer's list names for the touched units today; null where a joint group decides itself. */
  unions: number | null;
};

/**
 * Everything that stands against sending the case to the unions: it is not prepared, a raised amount or own cost has
 * not been endorsed again, or nobody is named to hear. A case without a union would never be consulted on. [K6]
 */
export function reasonsNotToSendToConsultation(it: Consultable): Reason[] {
  return [
    whyNotNow(it.status, "consult"),
    ...it.unitsLeft.map(left),
    it.unions === 0 ? { key: "preRegistrations.why.noUnions" as const } : null,
  ].filter((reason) => reason !== null);
}

export function whyNotSendToConsultation(it: Consultable): Reason | null {
  return reasonsNotToSendToConsultation(it)[0] ?? null;
}

/** Why a unit's manager does not endorse now: the status, a unit out of reach, or one that need not be asked (again). */
export function whyNotEndorseCase(it: {
  status: CaseStatus;
  asked: boolean;
  reaches: boolean;
}): Reason | null {
  const now = whyNotNow(it.status, "endorse");
  if (now) return now;
  if (!it.reaches) return { key: "preRegistrations.why.notYourUnit" };
  return it.asked ? null : { key: "preRegistrations.why.alreadyEndorsed" };
}

export function whyNotReturn(it: { status: CaseStatus }): Reason | null {
  return whyNotNow(it.status, "return");
}

export function whyNotRank(it: { status: CaseStatus }): Reason | null {
  return whyNotNow(it.status, "rank");
}

export function whyNotPark(it: { status: CaseStatus }): Reason | null {
  return whyNotNow(it.status, "park");
}

export function whyNotResume(it: { status: CaseStatus }): Reason | null {
  return whyNotNow(it.status, "resume");
}

/** From anything before the decision. After it only closing the reservation withdraws, when nothing was granted. */
export function whyNotWithdraw(it: { status: CaseStatus }): Reason | null {
  return whyNotNow(it.status, "withdraw");
}

/** Freely until it lies with the unions, then with a new version when what matters changes; never after the decision. */
export function whyNotEditCase(it: { status: CaseStatus }): Reason | null {
  return whyNotNow(it.status, "edit");
}

/** The version whose rules a case follows: its own once it was submitted, before that the one in force today. */
export function versionOf(
  it: { version: Version | null },
  inForce: Version | null,
): keyof typeof AGREEMENTS | null {
  return it.version ?? inForce;
}

/** "2026-0042": per employer and year. */
export function caseNumber(year: number, nth: number): string {
  return `${year}-${String(nth).padStart(4, "0")}`;
}
