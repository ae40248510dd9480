import type { Role } from "./actor";
import { AGREEMENTS, type Version } from "./agreement";
import { addDays, type Day, daysBetween } from "./day";
import { type ReversionFacts, unsecured } from "./fund-reversion";
import { type LocalAgreement, localAgreementStateOn } from "./local-agreement";
import { type Ore, sum } from "./money";
import { balanceAge } from "./provision";

/** What the nightly proof raises; the rest follows from days. */
const PROOF_ALARMS = ["proof", "chain"] as const;
export const DAY_ALARMS = [
  "applicationDay",
  "reserveDay",
  "grantDay",
  "requisitionDay",
  "noOwner",
  "notStarted",
  "claimWaits",
  "agreementReview",
  "versionEnded",
  "oldBalance",
] as const;
export type AlarmKind = (typeof PROOF_ALARMS)[number] | (typeof DAY_ALARMS)[number];

/** Alarms whose day lies ahead; the others are about something that has been so since theirs. */
export const AHEAD: readonly AlarmKind[] = [
  "applicationDay",
  "reserveDay",
  "grantDay",
  "requisitionDay",
  "agreementReview",
];

/**
 * Whom an alarm is for: the coordinator what can still be saved, HR what is about sums, the administrator what only they
 * can mend. Others see none.
 */
export const ALARMS_OF: Record<Role, readonly AlarmKind[]> = {
  employee: [],
  manager: [],
  unionRep: [],
  coordinator: DAY_ALARMS,
  hr: ["applicationDay", "reserveDay", "grantDay", "requisitionDay", "claimWaits", "oldBalance", "proof"],
  admin: ["agreementReview", ...PROOF_ALARMS],
};

/** What someone must know. One alarm for each kind, subject and key, however often it is asked for. */
export type Alarm = {
  kind: AlarmKind;
  subjectId: string;
  key: string;
  /** The unit whose coordinator it concerns; null: the whole employer. */
  unitId: string | null;
  /** The day that it is about: a last day ahead, or since when it has been so. */
  day: Day;
  /** Öre at stake; null where no sum says anything. */
  amount: Ore | null;
};

/** Days before a last day on which its fund is spoken of. */
const THRESHOLDS = [90, 30, 14, 7] as const;
/** Days that a granted initiative may be without an owner, or past its planned start. [domain 7 no 5, seed 002] */
export const GRACE_DAYS = 14;
/** Days that a claim may lie with the national fund: some weeks are usual. [O2a] */
export const CLAIM_DAYS = 60;
/** Years of provisions in an LOM balance from which each further year is spoken of. [T3, P1] */
export const OLD_YEARS = 2;

/** The nearest threshold that a last day has come within: 90, 30, 14 or 7; null when it is further off or past. */
export function nearestThreshold(last: Day, today: Day): number | null {
  const left = daysBetween(today, last);
  if (left < 0) return null;
  return THRESHOLDS.findLast((days) => left <= days) ?? null;
}

/**
 * A fund's last days that are near, with what is at stake (öre): in a fund that reverts what is available and what is
 * not secured; at the last day to claim also what is committed without a claim, in any fund. Only the nearest threshold
 * is spoken of: a portal that was off for weeks says "7 days" and not also 90, 30 and 14. A day whose predecessor is
 * still ahead waits for it, but the last day to apply stands beside the last day to reserve, as both must be met.
 * Silent when nothing is at stake. [peers 7: the reminder that came only on the exact day; domain 7 no 20]
 */
export function fundAlarms({ fund, pots, cases, parts }: ReversionFacts, today: Day): Alarm[] {
  const free = fund.reverts
    ? sum(pots.map(({ available }) => available)) + unsecured(fund, cases, today)
    : 0n;
  const unclaimed = sum(parts.filter(({ claimedOn }) => claimedOn === null).map((it) => it.committed));
  const next = (["reserveDay", "grantDay", "requisitionDay"] as const).find((which) => {
    const last = fund[which];
    return last !== null && today <= last;
  });
  return (["applicationDay", next] as const).flatMap((which) => {
    const last = which ? fund[which] : null;
    const threshold = last && nearestThreshold(last, today);
    if (!which || !last || !threshold) return [];
    const amount = which === "requisitionDay" ? free + unclaimed : free;
    return amount > 0n
      ? [{ kind: which, subjectId: fund.id, key: `${last} ${threshold}`, unitId: null, day: last, amount }]
      : [];
  });
}

/** An initiative with granted money that is not carried out yet. */
export type GrantedInitiative = {
  id: string;
  unitId: string;
  hasOwner: boolean;
  /** Planned or scheduled, not begun. */
  waits: boolean;
  grantedOn: Day;
  periodFrom: Day | null;
  amount: Ore;
};

/** Granted and never begun: nobody answers for it, or its planned start is long past. [domain 7 no 5, seed 002] */
export function initiativeAlarms(it: GrantedInitiative, today: Day): Alarm[] {
  const late = (since: Day) => addDays(since, GRACE_DAYS) < today;
  const alarm = (kind: AlarmKind, day: Day): Alarm => ({
    kind,
    subjectId: it.id,
    key: day,
    unitId: it.unitId,
    day,
    amount: it.amount,
  });
  return [
    ...(!it.hasOwner && late(it.grantedOn) ? [alarm("noOwner", it.grantedOn)] : []),
    ...(it.waits && it.periodFrom !== null && late(it.periodFrom)
      ? [alarm("notStarted", it.periodFrom)]
      : []),
  ];
}

/** A claim that the national fund has had for too long. [domain 7 no 17] */
export function claimAlarms(
  claim: { id: string; unitId: string; sentOn: Day; amount: Ore },
  today: Day,
): Alarm[] {
  return addDays(claim.sentOn, CLAIM_DAYS) < today
    ? [
        {
          kind: "claimWaits",
          subjectId: claim.id,
          key: claim.sentOn,
          unitId: claim.unitId,
          day: claim.sentOn,
          amount: claim.amount,
        },
      ]
    : [];
}

/** A local agreement that the parties should review together: three months before its end. [AG3] */
export function agreementAlarms(agreement: LocalAgreement & { id: string }, today: Day): Alarm[] {
  const { id, until } = agreement;
  return until !== null && localAgreementStateOn(agreement, today) === "reviewDue"
    ? [{ kind: "agreementReview", subjectId: id, key: until, unitId: null, day: until, amount: null }]
    : [];
}

/** A case that was not filed before its version of the agreement ended: to be moved over or withdrawn. [design 3] */
export function versionAlarms(
  it: { id: string; unitId: string; version: Version; amount: Ore },
  today: Day,
): Alarm[] {
  const { until } = AGREEMENTS[it.version];
  return until !== null && until < today
    ? [
        {
          kind: "versionEnded",
          subjectId: it.id,
          key: until,
          unitId: it.unitId,
          day: until,
          amount: it.amount,
        },
      ]
    : [];
}

/**
 * LOM: how many whole years' provisions (öre) lie unused, from two on; each further year is an alarm of its own. What
 * is drawn is used, what is granted is on its way: only what is available counts. [T3, P1: more than half lies unused]
 */
export function balanceAlarms(it: { employerId: string; available: Ore; yearly: Ore }, today: Day): Alarm[] {
  const years = Math.floor((balanceAge(it.available, it.yearly) ?? 0) / 10);
  return years >= OLD_YEARS
    ? [
        {
          kind: "oldBalance",
          subjectId: it.employerId,
          key: String(years),
          unitId: null,
          day: today,
          amount: it.available,
        },
      ]
    : [];
}

/** An alarm as it is known: whether what it is about is over. One that a person handled is known and not over. */
export type KnownAlarm = Pick<Alarm, "kind" | "subjectId" | "key"> & { ended: boolean };

/**
 * What has to be written so that the alarms are those that hold now: those that are new or hold again are raised, those
 * that hold no more are ended. What is known and still holds is left alone, also when a person has handled it. So doing
 * it twice does nothing, and doing it late leaves what doing it every day would have left.
 */
export function alarmChanges<A extends KnownAlarm>(
  holding: readonly Alarm[],
  known: readonly A[],
): { raise: Alarm[]; end: A[] } {
  const name = (it: Pick<Alarm, "kind" | "subjectId" | "key">) => `${it.kind} ${it.subjectId} ${it.key}`;
  const now = new Map(holding.map((it) => [name(it), it]));
  const standing = new Set(known.filter((it) => !it.ended).map(name));
  return {
    raise: [...now].filter(([it]) => !standing.has(it)).map(([, it]) => it),
    end: known.filter((it) => !it.ended && !now.has(name(it))),
  };
}
