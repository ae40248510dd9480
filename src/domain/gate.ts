import { isDisagreement, lastDayForCentral, type StatementKind, type VoiceState } from "./consultation";
import type { Day } from "./day";
import type { Reason } from "./reason";

/** The meeting on which a union was heard. */
export type GateMeeting = { id: string; day: Day; minutesRecorded: boolean; minutesApprovedOn: Day | null };

/** One union's newest voice on the case. */
export type GateVoice = {
  union: string;
  /** Whom to ask: the union's representative; null when there is none today. */
  rep: string | null;
  state: VoiceState;
  stateSince: Day;
  onVersion: number;
  /** The newest statement on the version it is asked about. */
  newest: { kind: StatementKind; returnsOn: Day | null } | null;
  meeting: GateMeeting;
};

export type GateFacts = {
  voices: readonly GateVoice[];
  /** Unions on the employer's list for a unit of the case that have no voice on it. */
  missing: readonly string[];
  currentVersion: number;
  /** Whether a standing disagreement refuses (rule versions before 2022); else the unions are heard. */
  requiresPartyAgreement: boolean;
  today: Day;
};

/**
 * Everything that stands between a case and its decision, in the order in which it can be mended; empty when the gate
 * is open. Consultation is a condition for the money (KOM-KR criterion 5 [K6]) and the employer waits with the decision
 * until it is concluded (11 § MBL [MBL1]); it is a right to be heard, not a veto.
 */
export function whyNotDecide(facts: GateFacts): Reason[] {
  const { voices, missing, currentVersion, today } = facts;
  if (voices.length === 0)
    return [
      missing.length === 0 ? { key: "approvals.gate.noUnions" } : { key: "approvals.gate.notConsulted" },
    ];
  const reasons: Reason[] = missing.map((union) => ({ key: "approvals.gate.notAsked", values: { union } }));
  reasons.push(...voices.flatMap((voice) => whyVoiceOpen(voice, currentVersion) ?? []));
  reasons.push(...whyMinutesOpen(voices));
  for (const voice of voices) {
    const waits = whyStillTimeForCentral(voice, today);
    if (waits) reasons.push(waits);
    else if (facts.requiresPartyAgreement && isStandingDisagreement(voice))
      reasons.push({ key: "approvals.gate.noPartyAgreement", values: named(voice) });
  }
  return reasons;
}

/** Why one union is not concluded on the current version; null when it is. */
function whyVoiceOpen(voice: GateVoice, currentVersion: number): Reason | null {
  const values = named(voice);
  if (voice.onVersion !== currentVersion) return { key: "approvals.gate.olderVersion", values };
  switch (voice.state) {
    case "planned":
      return { key: "approvals.gate.notCalled", values: { ...values, day: voice.meeting.day } };
    case "called":
      return { key: "approvals.gate.notAnswered", values };
    case "underWay":
      return voice.newest?.kind === "willReturn" && voice.newest.returnsOn
        ? { key: "approvals.gate.willReturn", values: { ...values, day: voice.newest.returnsOn } }
        : { key: "approvals.gate.negotiating", values };
    case "centralRequested":
      return { key: "approvals.gate.centralOpen", values };
    case "concluded":
    case "centralConcluded":
      return null;
  }
}

/** The meetings whose minutes are missing or not approved, each named once. */
function whyMinutesOpen(voices: readonly GateVoice[]): Reason[] {
  const meetings = new Map(voices.map((voice) => [voice.meeting.id, voice.meeting]));
  return [...meetings.values()].flatMap((meeting): Reason[] => {
    const values = { day: meeting.day };
    if (!meeting.minutesRecorded) return [{ key: "approvals.gate.noMinutes", values }];
    return meeting.minutesApprovedOn ? [] : [{ key: "approvals.gate.minutesNotApproved", values }];
  });
}

/** A union that disagreed may still take it further: seven days from the approved minutes. [DIK] */
function whyStillTimeForCentral(voice: GateVoice, today: Day): Reason | null {
  if (voice.state !== "concluded" || !isStandingDisagreement(voice)) return null;
  const last = lastDayForCentral({
    minutesApprovedOn: voice.meeting.minutesApprovedOn,
    concludedOn: voice.stateSince,
  });
  return last && today <= last
    ? { key: "approvals.gate.timeForCentral", values: { ...named(voice), day: last } }
    : null;
}

function isStandingDisagreement(voice: GateVoice): boolean {
  return (
    (voice.state === "concluded" || voice.state === "centralConcluded") &&
    isDisagreement(voice.newest?.kind ?? null)
  );
}

const named = ({ union, rep }: GateVoice) => ({ union, rep: rep ?? "", known: rep ? "yes" : "no" });

/**
 * The same for a joint group, which decides at its own meeting: the case is on that meeting and its day has come. Its
 * minutes are written afterwards, so nobody waits for their approval. [design 3: LOM decision]
 */
export function whyNotDecideInGroup(
  meeting: { kind: "unions" | "jointGroup"; day: Day } | null,
  today: Day,
): Reason[] {
  if (meeting?.kind !== "jointGroup") return [{ key: "approvals.gate.notOnMeeting" }];
  return today < meeting.day ? [{ key: "approvals.gate.meetingAhead", values: { day: meeting.day } }] : [];
}
