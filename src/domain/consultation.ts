import type { Role } from "./actor";
import { addDays, type Day, daysBetween } from "./day";
import type { Reason } from "./reason";

export const VOICE_STATES = [
  "planned",
  "called",
  "underWay",
  "concluded",
  "centralRequested",
  "centralConcluded",
] as const;
/** Where one union stands on one subject. */
export type VoiceState = (typeof VOICE_STATES)[number];

/** What a union can answer. `noStatement` is the coordinator's record of silence, never an answer and never consent. */
export const ANSWERS = ["noObjection", "remarks", "willReturn", "disagrees", "requestsNegotiation"] as const;
export type Answer = (typeof ANSWERS)[number];
export type StatementKind = Answer | "noStatement";

/** The underlag lies with the unions about a week before the meeting, counted in whole days. [DIK] */
export const DAYS_BEFORE_MEETING = 7;
/** A union may request a central negotiation within so many days of the approved minutes. [DIK] */
const DAYS_TO_REQUEST_CENTRAL = 7;

type Move = { from: readonly VoiceState[]; to: VoiceState; by: Role };

/**
 * Every way a voice may move; what is not here may not happen. An answer that settles the matter concludes the union,
 * one that keeps it open does not. The employer never records a union's consent: what it concludes alone is silence,
 * a negotiation that ended without agreement, or the central one. [design 3; domain 4.5]
 */
export const VOICE_MOVES = {
  call: { from: ["planned"], to: "called", by: "coordinator" },
  answerOpen: { from: ["called", "underWay", "concluded"], to: "underWay", by: "unionRep" },
  answerFinal: { from: ["called", "underWay", "concluded"], to: "concluded", by: "unionRep" },
  concludeSilent: { from: ["called", "underWay"], to: "concluded", by: "coordinator" },
  concludeNegotiation: { from: ["underWay"], to: "concluded", by: "coordinator" },
  requestCentral: { from: ["concluded"], to: "centralRequested", by: "unionRep" },
  concludeCentral: { from: ["centralRequested"], to: "centralConcluded", by: "coordinator" },
  askAgain: {
    from: ["called", "underWay", "concluded", "centralRequested", "centralConcluded"],
    to: "called",
    by: "coordinator",
  },
} as const satisfies Record<string, Move>;
export type VoiceMove = keyof typeof VOICE_MOVES;

/** Where a move leads from a state; null when the table has no such step. */
export function moveVoice(state: VoiceState, move: VoiceMove): VoiceState | null {
  const { from, to }: Move = VOICE_MOVES[move];
  return from.includes(state) ? to : null;
}

/** The move that an answer makes: what settles the matter concludes, what keeps it open does not. */
export function moveOfAnswer(answer: Answer): "answerOpen" | "answerFinal" {
  return answer === "willReturn" || answer === "requestsNegotiation" ? "answerOpen" : "answerFinal";
}

/** Whether an answer stands against the proposal until the union says otherwise. */
export function isDisagreement(kind: StatementKind | null): boolean {
  return kind === "disagrees" || kind === "requestsNegotiation";
}

/** One union on one subject, as the rules ask of it. `answer` is its newest statement on the version it is asked about. */
export type VoiceFacts = {
  state: VoiceState;
  calledOn: Day | null;
  answer: { kind: StatementKind; returnsOn: Day | null } | null;
  meetingDay: Day;
  minutesApprovedOn: Day | null;
};

/** Whether the case still lies with the unions. */
export function whyNotInConsultation(caseStatus: string): Reason | null {
  return caseStatus === "inConsultation" || caseStatus === "deferred"
    ? null
    : { key: "consultations.whyNot.caseElsewhere" };
}

/**
 * Why a union's answer is not taken: the underlag has not been laid out, a central negotiation is under way, the
 * minutes that hold its earlier answer are approved, or the answer lacks what it needs (text, a day not yet passed).
 */
export function whyNotAnswer(
  voice: Pick<VoiceFacts, "state" | "minutesApprovedOn">,
  answer: { kind: Answer; text: string; returnsOn: Day | null },
  today: Day,
): Reason | null {
  if (voice.state === "planned") return { key: "consultations.whyNot.notCalled" };
  if (moveVoice(voice.state, moveOfAnswer(answer.kind)) === null)
    return { key: "consultations.whyNot.centralUnderWay" };
  if (voice.state === "concluded" && voice.minutesApprovedOn)
    return { key: "consultations.whyNot.answerInMinutes", values: { day: voice.minutesApprovedOn } };
  if (answer.kind === "remarks" && !answer.text)
    return { key: "consultations.whyNot.remarksMissing", field: "remarks" };
  if (answer.kind === "disagrees" && !answer.text)
    return { key: "consultations.whyNot.reasonMissing", field: "reason" };
  if (answer.kind === "willReturn" && !answer.returnsOn)
    return { key: "consultations.whyNot.returnDayMissing", field: "returnsOn" };
  if (answer.kind === "willReturn" && answer.returnsOn && answer.returnsOn < today)
    return { key: "consultations.whyNot.returnDayPassed", field: "returnsOn" };
  return null;
}

/**
 * Why the coordinator may not yet conclude a union as silent: it has answered, it was called too late for this
 * meeting, the meeting has not been held, or the day it said it would return has not passed. Silence is put on record
 * and is never consent. [design 3; DIK for the days]
 */
export function whyNotConcludeSilent(
  voice: VoiceFacts,
  today: Day,
  days = DAYS_BEFORE_MEETING,
): Reason | null {
  const { state, answer, calledOn, meetingDay } = voice;
  if (state === "planned" || !calledOn) return { key: "consultations.whyNot.notCalledYet" };
  if (moveVoice(state, "concludeSilent") === null) return { key: "consultations.whyNot.alreadyConcluded" };
  if (answer?.kind === "requestsNegotiation") return { key: "consultations.whyNot.negotiationUnderWay" };
  if (answer?.kind === "willReturn")
    return answer.returnsOn && today > answer.returnsOn
      ? null
      : { key: "consultations.whyNot.willReturn", values: { day: answer.returnsOn ?? meetingDay } };
  if (today <= meetingDay) return { key: "consultations.whyNot.meetingAhead", values: { day: meetingDay } };
  if (daysBetween(calledOn, meetingDay) < days)
    return { key: "consultations.whyNot.calledTooLate", values: { day: calledOn, days } };
  return null;
}

/** Why the coordinator may not conclude a negotiation that ended without agreement: none was asked for. */
export function whyNotConcludeNegotiation(voice: Pick<VoiceFacts, "state" | "answer">): Reason | null {
  return voice.answer?.kind === "requestsNegotiation" && moveVoice(voice.state, "concludeNegotiation")
    ? null
    : { key: "consultations.whyNot.noNegotiation" };
}

/** The last day to request a central negotiation; null while the minutes are not approved. [DIK] */
export function lastDayForCentral(
  voice: Pick<VoiceFacts, "minutesApprovedOn"> & { concludedOn: Day },
  days = DAYS_TO_REQUEST_CENTRAL,
): Day | null {
  // An answer given after the approval has its own seven days: nobody's time runs out before they have disagreed.
  const { minutesApprovedOn, concludedOn } = voice;
  if (!minutesApprovedOn) return null;
  return addDays(minutesApprovedOn > concludedOn ? minutesApprovedOn : concludedOn, days);
}

/**
 * Why a union may not request a central negotiation: it has not disagreed, the local one is not concluded, or seven
 * days have passed since the minutes were approved. Before that approval it always may. [DIK]
 */
export function whyNotRequestCentral(
  voice: Pick<VoiceFacts, "state" | "answer" | "minutesApprovedOn"> & { concludedOn: Day },
  today: Day,
): Reason | null {
  if (!isDisagreement(voice.answer?.kind ?? null)) return { key: "consultations.whyNot.noDisagreement" };
  if (moveVoice(voice.state, "requestCentral") === null)
    return voice.state === "underWay"
      ? { key: "consultations.whyNot.localFirst" }
      : { key: "consultations.whyNot.centralAlready" };
  const last = lastDayForCentral(voice);
  return last && today > last ? { key: "consultations.whyNot.centralTooLate", values: { day: last } } : null;
}

/** Why a central negotiation is not concluded: none was requested. */
export function whyNotConcludeCentral(voice: Pick<VoiceFacts, "state">): Reason | null {
  return moveVoice(voice.state, "concludeCentral") ? null : { key: "consultations.whyNot.noCentral" };
}

/** A meeting as the rules ask of it. */
export type MeetingFacts = {
  kind: "unions" | "jointGroup";
  day: Day;
  called: boolean;
  subjects: number;
  minutesRecorded: boolean;
  minutesApproved: boolean;
};

/** Why a meeting is not called: it is empty, it has been called with nothing new on it, or its day has passed. */
export function whyNotCall(meeting: MeetingFacts & { uncalled: number }, today: Day): Reason | null {
  if (meeting.subjects === 0) return { key: "consultations.whyNot.nothingToCallTo" };
  if (meeting.called && meeting.uncalled === 0) return { key: "consultations.whyNot.calledAlready" };
  if (meeting.day < today) return { key: "consultations.whyNot.meetingPassed", values: { day: meeting.day } };
  return null;
}

/** Why a case is not put on a meeting: it has been held, its minutes stand, or (joint group) the rule is another. */
export function whyNotAddSubject(meeting: MeetingFacts, today: Day): Reason | null {
  if (meeting.minutesApproved) return { key: "consultations.whyNot.minutesStand" };
  if (meeting.day < today) return { key: "consultations.whyNot.meetingPassed", values: { day: meeting.day } };
  return null;
}

/** Why minutes are not recorded: approved minutes are never reopened, and nobody minutes a meeting before its day. */
export function whyNotRecordMinutes(meeting: MeetingFacts, today: Day): Reason | null {
  if (meeting.minutesApproved) return { key: "consultations.whyNot.minutesStand" };
  if (!meeting.called) return { key: "consultations.whyNot.notCalledYet" };
  if (today < meeting.day)
    return { key: "consultations.whyNot.meetingNotHeld", values: { day: meeting.day } };
  return null;
}

/**
 * Why this person does not approve the minutes: none are recorded, they are approved, the union had no voice at the
 * meeting, or the same person recorded them.
 */
export function whyNotApproveMinutes(
  meeting: MeetingFacts,
  who: { personId: string; hasVoice: boolean; recorderId: string | null },
): Reason | null {
  if (!meeting.minutesRecorded) return { key: "consultations.whyNot.noMinutes" };
  if (meeting.minutesApproved) return { key: "consultations.whyNot.minutesStand" };
  if (!who.hasVoice) return { key: "consultations.whyNot.noVoiceThere" };
  if (who.recorderId === who.personId) return { key: "consultations.whyNot.ownMinutes" };
  return null;
}
