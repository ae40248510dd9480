import type { Actor } from "@/domain/actor";
import type { StatementKind, VoiceState } from "@/domain/consultation";
import { column, type Day, day, dayOf } from "@/domain/day";
import { changesBetween, readFrozen } from "@/domain/frozen-case";
import { FINAL_CASE } from "@/domain/pre-registration";
import { read, type Tx } from "@/server/db";
import { casesVisibleTo, consultationsVisibleTo } from "@/server/scope";
import { kindOfMeeting } from "./subject-commands";

export type MeetingRow = {
  id: string;
  kind: "unions" | "jointGroup";
  day: Day;
  place: string;
  called: boolean;
  subjects: number;
  /** Answers that are not concluded; for a representative the items that the own union has not answered. */
  open: number;
  /** Items changed since the own union answered last. */
  changed: number;
  minutes: "none" | "recorded" | "approved";
};

export type Meetings = {
  ahead: MeetingRow[];
  behind: MeetingRow[];
  /** The key that the next page of held meetings starts after. */
  next: string | null;
  /** Which kind of meeting the employer's cases go to. */
  kind: "unions" | "jointGroup";
  /** Cases that are prepared and wait to be sent to a meeting, for the coordinator; at most 51. */
  waiting: number;
};

const PAGE = 50;

/** Meetings that have not been held, the next first, and those that have, the latest first and in pages. */
export function getMeetings(actor: Actor, today: Day, after: string | undefined): Promise<Meetings> {
  return read(actor, async (tx) => {
    const on = column(today);
    const visible = consultationsVisibleTo(actor);
    const ahead = await rowsOf(tx, actor, { AND: [visible, { day: { gte: on } }] }, "asc", 100);
    const [afterDay, afterId] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after ?? "")?.slice(1) ?? [];
    const key =
      afterDay && afterId
        ? [{ OR: [{ day: { lt: column(afterDay) } }, { day: column(afterDay), id: { lt: afterId } }] }]
        : [];
    const behind = await rowsOf(tx, actor, { AND: [visible, { day: { lt: on } }, ...key] }, "desc", PAGE + 1);
    const last = behind[PAGE - 1];
    return {
      ahead,
      behind: behind.slice(0, PAGE),
      next: behind.length > PAGE && last ? `${last.day}_${last.id}` : null,
      kind: await kindOfMeeting(tx, actor.employerId, today),
      waiting:
        actor.role === "coordinator"
          ? (
              await tx.preRegistration.findMany({
                where: { AND: [casesVisibleTo(actor), { status: "prepared" }] },
                take: PAGE + 1,
                select: { id: true },
              })
            ).length
          : 0,
    };
  });
}

async function rowsOf(
  tx: Tx,
  actor: Actor,
  where: NonNullable<Parameters<Tx["consultation"]["findMany"]>[0]>["where"],
  order: "asc" | "desc",
  take: number,
): Promise<MeetingRow[]> {
  const speaks = actor.role === "unionRep";
  const rows = await tx.consultation.findMany({
    where,
    orderBy: [{ day: order }, { id: order }],
    take,
    select: {
      id: true,
      kind: true,
      day: true,
      place: true,
      calledAt: true,
      minutesRecordedAt: true,
      minutesApprovedAt: true,
      subjects: {
        where: { case: casesVisibleTo(actor) },
        select: {
          case: { select: { status: true } },
          voices: {
            where: speaks ? { unionId: actor.unionId ?? "", state: { not: "planned" } } : {},
            select: {
              state: true,
              caseId: true,
              versionNumber: true,
              statements: { orderBy: { versionNumber: "desc" }, select: { versionNumber: true } },
            },
          },
        },
      },
    },
  });
  const voices = rows.flatMap((row) => row.subjects.flatMap((it) => it.voices));
  const changed = speaks ? await changedSinceAnswered(tx, voices) : new Set();
  return rows.map((row) => {
    const live = row.subjects.filter((it) => !FINAL_CASE.includes(it.case.status));
    const asked =
      speaks && row.kind === "unions" ? row.subjects.filter((it) => it.voices.length > 0) : row.subjects;
    // A representative has left what was never answered; the coordinator waits for all that is not concluded.
    const isWaiting = ({ state }: { state: VoiceState }) =>
      speaks ? state === "called" : state !== "concluded" && state !== "centralConcluded";
    return {
      id: row.id,
      kind: row.kind,
      day: day(row.day),
      place: row.place,
      called: row.calledAt !== null,
      subjects: asked.length,
      open: live.flatMap((it) => it.voices).filter(isWaiting).length,
      changed: live.flatMap((it) => it.voices).filter((it) => changed.has(it)).length,
      minutes: row.minutesApprovedAt ? "approved" : row.minutesRecordedAt ? "recorded" : "none",
    };
  });
}

type Asked = { caseId: string; versionNumber: number; statements: { versionNumber: number }[] };

/** The voices that are asked about something else than they answered last. */
async function changedSinceAnswered(tx: Tx, voices: readonly Asked[]): Promise<Set<Asked>> {
  const answered = voices.flatMap((voice) => {
    const last = voice.statements.find((it) => it.versionNumber < voice.versionNumber);
    return last ? [{ voice, last: last.versionNumber }] : [];
  });
  if (answered.length === 0) return new Set();
  const versions = await tx.caseVersion.findMany({
    where: { caseId: { in: answered.map(({ voice }) => voice.caseId) } },
    select: { caseId: true, number: true, content: true },
  });
  const content = (caseId: string, number: number) =>
    readFrozen(versions.find((it) => it.caseId === caseId && it.number === number)?.content);
  return new Set(
    answered
      .filter(
        ({ voice, last }) =>
          changesBetween(content(voice.caseId, last), content(voice.caseId, voice.versionNumber)).length > 0,
      )
      .map(({ voice }) => voice),
  );
}

/** What a union said on other cases, and what came of it; the latest first. */
export type SaidBefore = {
  id: string;
  caseId: string;
  title: string;
  on: Day;
  kind: StatementKind;
  /** How it ended, or that the proposal was changed after the answer, or that it goes on. */
  came: "changed" | "approved" | "declined" | "withdrawn" | "goesOn";
};

/** The last things that the reader's own union said, outside one meeting; at most six. */
export function getSaidBefore(actor: Actor, exceptMeetingId: string | null): Promise<SaidBefore[]> {
  if (actor.role !== "unionRep" || !actor.unionId) return Promise.resolve([]);
  const unionId = actor.unionId;
  return read(actor, async (tx) => {
    const rows = await tx.statement.findMany({
      where: {
        kind: { not: "noStatement" },
        voice: {
          unionId,
          subject: {
            case: casesVisibleTo(actor),
            ...(exceptMeetingId ? { consultationId: { not: exceptMeetingId } } : {}),
          },
        },
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 6,
      select: {
        id: true,
        kind: true,
        at: true,
        versionNumber: true,
        version: {
          select: { case: { select: { id: true, title: true, status: true, currentVersion: true } } },
        },
      },
    });
    return rows.map(({ version: { case: of }, ...row }) => ({
      id: row.id,
      caseId: of.id,
      title: of.title,
      on: dayOf(row.at),
      kind: row.kind,
      came: cameOf(of.status, row.versionNumber < of.currentVersion),
    }));
  });
}

function cameOf(status: string, changedAfter: boolean): SaidBefore["came"] {
  if (status === "declined") return "declined";
  if (status === "withdrawn" || status === "expired") return "withdrawn";
  if (changedAfter) return "changed";
  return status === "approved" || status === "converted" ? "approved" : "goesOn";
}
