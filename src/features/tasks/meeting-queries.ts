import { DAYS_BEFORE_MEETING } from "@/domain/consultation";
import { addDays, column, day, dayOf } from "@/domain/day";
import { readFrozen } from "@/domain/frozen-case";
import { casesVisibleTo, consultationsVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { addressOf } from "./addresses";
import { type Finder, found, notOwnCase, OLDEST, ONE_ABOVE, selves } from "./find-queries";

const MEETING = {
  id: true,
  day: true,
  minutesRecordedAt: true,
  _count: { select: { subjects: true } },
} as const;

type Row = { id: string; day: Date; minutesRecordedAt: Date | null; _count: { subjects: number } };

const asFound = (kind: "callConsultation" | "recordMinutes" | "approveMinutes", row: Row) =>
  found({
    kind,
    id: row.id,
    href: addressOf.consultation(row.id),
    subject: day(row.day),
    since: day(row.day),
    count: row._count.subjects,
  });

const FIRST = { take: ONE_ABOVE, orderBy: [{ day: "asc" }, { id: "asc" }] } satisfies {
  take: number;
  orderBy: [{ day: "asc" }, { id: "asc" }];
};

/** Meetings ahead with cases that the unions have not been called to; they should have the underlag a week before. */
export const meetingsToCall: Finder = async ({ tx, actor, today }) => {
  const rows = await tx.consultation.findMany({
    where: {
      AND: [
        consultationsVisibleTo(actor),
        { day: { gte: column(today) } },
        {
          OR: [
            { calledAt: null, subjects: { some: {} } },
            { subjects: { some: { voices: { some: { state: "planned" } } } } },
          ],
        },
      ],
    },
    ...FIRST,
    select: MEETING,
  });
  return rows.map((row) => ({
    ...asFound("callConsultation", row),
    since: today,
    due: addDays(day(row.day), -DAYS_BEFORE_MEETING),
  }));
};

/** Meetings that have been held without minutes. */
export const minutesToRecord: Finder = async ({ tx, actor, today }) => {
  const rows = await tx.consultation.findMany({
    where: {
      AND: [
        consultationsVisibleTo(actor),
        {
          calledAt: { not: null },
          day: { lte: column(today) },
          minutesRecordedAt: null,
          subjects: { some: {} },
        },
      ],
    },
    ...FIRST,
    select: MEETING,
  });
  return rows.map((row) => asFound("recordMinutes", row));
};

/** Cases whose joint group has met: the coordinator writes down what it decided (LOM). */
export const groupDecisions: Finder = async ({ tx, actor, today, scheme }) => {
  if (scheme === "tlo") return [];
  const rows = await tx.preRegistration.findMany({
    where: {
      AND: [
        casesVisibleTo(actor),
        {
          ...hasStatus("inConsultation"),
          subjects: { some: { consultation: { kind: "jointGroup", day: { lte: column(today) } } } },
        },
      ],
    },
    ...OLDEST,
    select: {
      id: true,
      title: true,
      number: true,
      amount: true,
      subjects: {
        orderBy: { consultation: { day: "desc" } },
        take: 1,
        select: { consultation: { select: { day: true } } },
      },
    },
  });
  return rows.flatMap((row) => {
    const met = day(row.subjects[0]?.consultation.day ?? null);
    // Deferred before, and now on a meeting ahead.
    if (met === null || met > today) return [];
    return [
      found({
        kind: "recordGroupDecision",
        id: row.id,
        href: addressOf.case(row.id),
        subject: row.title,
        place: row.number,
        amount: row.amount,
        since: met,
      }),
    ];
  });
};

/**
 * What the representative's own union is asked about and has not settled, by the meeting's day or the day it said it
 * would return. Left out: one's own case, a case one has acted on for the employer, and a meeting that a later one has
 * replaced.
 */
export const voicesToAnswer: Finder = async ({ tx, actor }) => {
  if (!actor.unionId) return [];
  const rows = await tx.voice.findMany({
    where: {
      unionId: actor.unionId,
      state: { in: ["called", "underWay"] },
      subject: {
        case: {
          AND: [
            casesVisibleTo(actor),
            notOwnCase(actor),
            { status: { in: ["inConsultation", "deferred"] } },
            {
              events: {
                none: { personId: { in: selves(actor) }, role: { in: ["manager", "coordinator", "hr"] } },
              },
            },
          ],
        },
      },
    },
    take: ONE_ABOVE,
    orderBy: [{ stateSince: "asc" }, { id: "asc" }],
    select: {
      id: true,
      unionId: true,
      stateSince: true,
      versionNumber: true,
      version: { select: { content: true } },
      statements: {
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 1,
        select: { kind: true, returnsOn: true, versionNumber: true },
      },
      subject: {
        select: {
          id: true,
          consultation: { select: { id: true, day: true } },
          case: {
            select: {
              number: true,
              subjects: {
                orderBy: { consultation: { day: "desc" } },
                select: { id: true, voices: { where: { unionId: actor.unionId }, select: { id: true } } },
              },
            },
          },
        },
      },
    },
  });
  return rows.flatMap(({ subject, statements, version, ...voice }) => {
    const newest = subject.case.subjects.find((it) => it.voices.length > 0);
    if (newest && newest.id !== subject.id) return [];
    const said = statements.find((it) => it.versionNumber === voice.versionNumber);
    // A negotiation has no day of its own, and the next word may be the employer's.
    if (said?.kind === "requestsNegotiation") return [];
    // The unions read what was frozen for them, not what the case says today.
    const frozen = readFrozen(version.content);
    return [
      found({
        kind: "answerVoice",
        id: voice.id,
        href: addressOf.consultation(subject.consultation.id),
        subject: frozen.title,
        place: subject.case.number,
        amount: BigInt(frozen.amount),
        since: dayOf(voice.stateSince),
        due: (said?.kind === "willReturn" ? day(said.returnsOn) : null) ?? day(subject.consultation.day),
      }),
    ];
  });
};

/** Minutes that the representative may approve: of a meeting where the union had a voice, or of the joint group. */
export const minutesToApprove: Finder = async ({ tx, actor }) => {
  const inGroup = actor.mandates.some((held) => held.kind === "jointGroupMember" && held.side === "union");
  const heard = actor.unionId
    ? [
        {
          subjects: {
            some: { voices: { some: { unionId: actor.unionId, state: { not: "planned" as const } } } },
          },
        },
      ]
    : [];
  const where = [...heard, ...(inGroup ? [{ kind: "jointGroup" as const }] : [])];
  if (where.length === 0) return [];
  const own = selves(actor);
  const rows = await tx.consultation.findMany({
    where: {
      AND: [
        consultationsVisibleTo(actor),
        { minutesRecordedAt: { not: null }, minutesApprovedAt: null },
        { OR: where },
        // whyNotImpartial asks of every case in the minutes.
        {
          subjects: {
            none: {
              case: { OR: [{ ownerId: { in: own } }, { people: { some: { personId: { in: own } } } }] },
            },
          },
        },
      ],
    },
    ...FIRST,
    select: MEETING,
  });
  return rows.map((row) => ({
    ...asFound("approveMinutes", row),
    since: row.minutesRecordedAt ? dayOf(row.minutesRecordedAt) : day(row.day),
  }));
};
