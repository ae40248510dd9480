import { type VoiceFacts, whyNotConcludeNegotiation, whyNotConcludeSilent } from "@/domain/consultation";
import { column, day, dayOf } from "@/domain/day";
import type { Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { casesVisibleTo } from "@/server/scope";
import { addressOf } from "./addresses";
import { type Finder, type Found, found, type Looking, notOwnCase, selves } from "./find-queries";

/** Voices read at most; several of them make one task. */
const READ = 200;

const VOICE = {
  id: true,
  caseId: true,
  unionId: true,
  state: true,
  stateSince: true,
  calledAt: true,
  versionNumber: true,
  statements: {
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 1,
    select: { kind: true, returnsOn: true, versionNumber: true },
  },
  subject: {
    select: {
      consultation: {
        select: { id: true, day: true, minutesApprovedAt: true, _count: { select: { subjects: true } } },
      },
      case: { select: { title: true, number: true, amount: true, currentVersion: true } },
    },
  },
} satisfies Prisma.VoiceSelect;

type Row = Prisma.VoiceGetPayload<{ select: typeof VOICE }>;

/**
 * Unions that nobody but the coordinator can bring further: silent after a meeting they were called to in time, in a
 * negotiation, called too late, or asked about something else than the minutes hold. Without that the gate never opens.
 */
export const voicesLeftOpen: Finder = async (looking) => {
  const { tx, actor, today } = looking;
  const own = selves(actor);
  const rows = await tx.voice.findMany({
    where: {
      subject: {
        case: {
          AND: [
            casesVisibleTo(actor),
            notOwnCase(actor),
            { status: "inConsultation", events: { none: { personId: { in: own }, role: "unionRep" } } },
          ],
        },
      },
      OR: [
        { state: "centralRequested" },
        { state: "underWay", statements: { some: { kind: "requestsNegotiation" } } },
        {
          state: { in: ["called", "underWay"] },
          subject: { consultation: { day: { lt: column(today) } } },
        },
        {
          subject: {
            consultation: { minutesApprovedAt: { not: null } },
            case: { currentVersion: { gt: 1 } },
          },
        },
      ],
    },
    take: READ,
    orderBy: [{ stateSince: "asc" }, { id: "asc" }],
    select: VOICE,
  });
  const latest = await latestOf(tx, rows);
  return rows.filter(({ id }) => latest.has(id)).flatMap((row) => whatToDo(row, looking) ?? []);
};

/** A voice at an older meeting asks nobody any more: the same union is asked at the newer one. */
async function latestOf(tx: Tx, rows: readonly Row[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const all = await tx.voice.findMany({
    where: { caseId: { in: rows.map(({ caseId }) => caseId) } },
    orderBy: [{ subject: { consultation: { day: "asc" } } }, { stateSince: "asc" }, { id: "desc" }],
    select: { id: true, caseId: true, unionId: true },
  });
  return new Set(new Map(all.map(({ id, caseId, unionId }) => [`${caseId} ${unionId}`, id])).values());
}

function whatToDo(row: Row, { today }: Looking): Found | null {
  const { subject, state } = row;
  const { consultation: meeting, case: of } = subject;
  const facts: VoiceFacts = {
    state,
    calledOn: row.calledAt && dayOf(row.calledAt),
    answer: answerOf(row),
    meetingDay: day(meeting.day),
    minutesApprovedOn: meeting.minutesApprovedAt && dayOf(meeting.minutesApprovedAt),
  };
  const onCase = (kind: "meetAgain" | "concludeNegotiation") =>
    found({
      kind,
      id: row.caseId,
      href: addressOf.case(row.caseId),
      subject: of.title,
      place: of.number,
      amount: of.amount,
      since:
        facts.minutesApprovedOn && kind === "meetAgain" ? facts.minutesApprovedOn : dayOf(row.stateSince),
    });
  if (facts.minutesApprovedOn && row.versionNumber < of.currentVersion) return onCase("meetAgain");
  if (state === "centralRequested" || whyNotConcludeNegotiation(facts) === null)
    return onCase("concludeNegotiation");
  const silent = whyNotConcludeSilent(facts, today);
  if (silent?.key === "consultations.whyNot.calledTooLate") return onCase("meetAgain");
  return silent
    ? null
    : found({
        kind: "concludeSilent",
        id: meeting.id,
        href: addressOf.consultation(meeting.id),
        subject: facts.meetingDay,
        count: meeting._count.subjects,
        since: facts.meetingDay,
      });
}

function answerOf({ statements: [newest], versionNumber }: Row): VoiceFacts["answer"] {
  return newest?.versionNumber === versionNumber
    ? { kind: newest.kind, returnsOn: day(newest.returnsOn) }
    : null;
}
