import type { Day } from "./day";
import type { InitiativeStatus } from "./initiative";
import { type Ore, sum } from "./money";
import { MOVED_ON, type Reason } from "./reason";

export const FILING_STATUSES = ["draft", "sent", "granted", "returned", "rejected"] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];

/** By whom: the authorised sender, or the national fund, whose answer the coordinator records. */
export type FilingMove = { from: FilingStatus; to: FilingStatus; by: "sender" | "nationalFund" };

/** An answer is final for its filing; a new filing names its predecessor. [design 3] */
export const FILING_MOVES: readonly FilingMove[] = [
  { from: "draft", to: "sent", by: "sender" },
  { from: "sent", to: "granted", by: "nationalFund" },
  { from: "sent", to: "returned", by: "nationalFund" },
  { from: "sent", to: "rejected", by: "nationalFund" },
];

export function whyNotMoveFiling(from: FilingStatus, to: FilingStatus): Reason | null {
  return FILING_MOVES.some((move) => move.from === from && move.to === to) ? null : MOVED_ON;
}

/** What of a case bears on filing one of its initiatives. */
export type Fileable = {
  caseStatus: string;
  /** Whether the agreement has an outside body at all: LOM has none. */
  files: boolean;
  /** The last day of the case's version, when that ended before anything was filed (endedVersion); else null. */
  versionEnded: Day | null;
  initiative: {
    status: InitiativeStatus;
    amount: Ore;
    periodFrom: Day | null;
    periodUntil: Day | null;
    parts: number;
  };
  /** Filings of this initiative that are drafts or wait for an answer, without the one that is asked about. */
  others: number;
};

/**
 * Why an initiative is not filed: the case is not approved or follows an agreement that has ended, or the initiative is
 * granted, stopped or filed already.
 */
export function whyNotPrepareFiling(it: Fileable): Reason | null {
  if (!it.files) return { key: "filings.whyNot.noOutsideBody" };
  if (it.caseStatus !== "approved") return { key: "filings.whyNot.caseNotApproved" };
  if (it.versionEnded) return { key: "filings.whyNot.versionEnded", values: { day: it.versionEnded } };
  if (it.initiative.parts > 0) return { key: "filings.whyNot.alreadyGranted" };
  if (it.initiative.status !== "planned") return { key: "filings.whyNot.notPlanned" };
  if (it.others > 0) return { key: "filings.whyNot.alreadyFiled" };
  return null;
}

export type Sendable = Fileable & {
  /** Öre that still holds of the case's reservation (heldOn in fund-reversion.ts), and what its other filings that wait ask for. */
  held: Ore;
  waiting: Ore;
  /** What the unions were heard about, on the version that they concluded. */
  heard: { amount: Ore; periodFrom: Day | null; periodUntil: Day | null };
  /** The last day on which a filing keeps what it asks for (lastDayToFile in fund-reversion.ts). */
  lastDay: Day | null;
  /** What the gate says of the case as it stands: recorded consultation must come before the filing. [T1, K6] */
  gate: readonly Reason[];
};

/**
 * Why it is not sent today, all reasons in the order in which to mend them. The gate is asked again, and what is sent
 * must lie within what the unions were heard about; the sum of what waits may not pass what still holds of the
 * reservation. The mandate (T2) is asked by `whyNotAct`. The fund's days count, not its stored state. [T1, T3, T11]
 */
export function whyNotSendAll(it: Sendable, today: Day): Reason[] {
  const { amount, periodFrom, periodUntil } = it.initiative;
  const prepared = whyNotPrepareFiling(it);
  if (prepared) return [prepared];
  const reasons: Reason[] = [];
  if (!periodFrom || !periodUntil) reasons.push({ key: "filings.whyNot.noPeriod" });
  if (amount > it.heard.amount) reasons.push({ key: "filings.whyNot.moreThanHeard" });
  if (!within({ periodFrom, periodUntil }, it.heard)) reasons.push({ key: "filings.whyNot.otherPeriod" });
  reasons.push(...it.gate);
  if (it.lastDay && today > it.lastDay)
    reasons.push({ key: "filings.whyNot.tooLate", values: { day: it.lastDay } });
  else if (it.waiting + amount > it.held) reasons.push({ key: "filings.whyNot.moreThanReserved" });
  return reasons;
}

/** Why it is not sent today: the first of the reasons. */
export function whyNotSend(it: Sendable, today: Day): Reason | null {
  return whyNotSendAll(it, today)[0] ?? null;
}

type Period = { periodFrom: Day | null; periodUntil: Day | null };

function within(inner: Period, outer: Period): boolean {
  if (!inner.periodFrom || !inner.periodUntil || !outer.periodFrom || !outer.periodUntil) return true;
  return outer.periodFrom <= inner.periodFrom && inner.periodUntil <= outer.periodUntil;
}

/** The national fund's answer as the coordinator writes it down. */
export type FilingAnswer = {
  outcome: "granted" | "returned" | "rejected";
  /** The day of the national fund's decision. */
  answeredOn: Day;
  text: string;
  parts: readonly { number: string; amount: Ore; earliestClaimDay: Day | null }[];
};

/**
 * Why this answer is not recorded: its day lies before the filing or after today, a grant after the fund's last day for
 * it (the day of the decision counts, not of the recording), more granted than was filed, a number twice in the
 * answer, no parts to a grant, or no words to a refusal.
 */
export function whyNotRecordAnswer(
  it: { status: FilingStatus; amount: Ore; sentOn: Day | null; grantDay: Day | null },
  answer: FilingAnswer,
  today: Day,
): Reason | null {
  const move = whyNotMoveFiling(it.status, answer.outcome);
  if (move) return move;
  if (answer.answeredOn > today) return { key: "filings.whyNot.dayAhead", field: "answeredOn" };
  if (it.sentOn && answer.answeredOn < it.sentOn)
    return { key: "filings.whyNot.beforeSent", values: { day: it.sentOn }, field: "answeredOn" };
  if (answer.outcome !== "granted")
    return answer.text ? null : { key: "filings.whyNot.noWords", field: "text" };
  if (answer.parts.length === 0) return { key: "filings.whyNot.noParts", field: "parts.0.number" };
  if (it.grantDay && answer.answeredOn > it.grantDay)
    return { key: "filings.whyNot.grantTooLate", values: { day: it.grantDay }, field: "answeredOn" };
  const numbers = answer.parts.map((part) => part.number);
  const again = numbers.findIndex((number, at) => numbers.indexOf(number) !== at);
  if (again >= 0) return { key: "filings.whyNot.numberTwice", field: `parts.${again}.number` };
  if (sum(answer.parts.map((part) => part.amount)) > it.amount)
    return { key: "filings.whyNot.moreThanFiled", field: "parts.0.amount" };
  return null;
}

/**
 * Why so much (öre) is not granted: the fund's days have taken what was reserved for it, whether the job has run or
 * not. `held` is what still holds on the day of recording. [design 4]
 */
export function whyNotHeld(held: Ore, amount: Ore): Reason | null {
  return amount > held ? { key: "filings.whyNot.notHeld", field: "parts.0.amount" } : null;
}

/** How one initiative of a case stands with the national fund. */
export type Standing = {
  title: string;
  status: InitiativeStatus;
  parts: number;
  lastFiling: FilingStatus | null;
};

/** Whether nothing more is to be filed for an initiative: granted, rejected or stopped. */
export function isAnswered(it: Standing): boolean {
  return (
    it.parts > 0 || it.lastFiling === "rejected" || it.status === "cancelled" || it.status === "notCarriedOut"
  );
}

/**
 * Why a case's reservation is not closed, every reason: the case is not approved, a filing waits for its answer, or an
 * initiative is neither granted, rejected nor cancelled. [design 3, preRegistration]
 */
export function whyNotClose(it: { caseStatus: string; initiatives: readonly Standing[] }): Reason[] {
  if (it.caseStatus !== "approved") return [{ key: "filings.whyNot.notApproved" }];
  const waits = it.initiatives.filter((one) => one.lastFiling === "sent");
  const open = it.initiatives.filter((one) => one.lastFiling !== "sent" && !isAnswered(one));
  return [
    ...waits.map((one): Reason => ({ key: "filings.whyNot.waits", values: { title: one.title } })),
    ...open.map((one): Reason => ({ key: "filings.whyNot.notAnswered", values: { title: one.title } })),
  ];
}

/** What the case becomes when its reservation is closed. */
export function closesAs(initiatives: readonly Standing[]): "converted" | "withdrawn" {
  return initiatives.some((one) => one.parts > 0) ? "converted" : "withdrawn";
}
