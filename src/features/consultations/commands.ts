import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import { whyNotApproveMinutes, whyNotCall, whyNotRecordMinutes } from "@/domain/consultation";
import { column, type Day } from "@/domain/day";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import { lockCases } from "@/server/lock";
import type { Receipt } from "@/server/receipts";
import { consultationsVisibleTo } from "@/server/scope";
import { partiesOfCase } from "./queries";
import { type LockedMeeting, lockMeeting } from "./subject-commands";

/** Puts a meeting in the calendar; cases are added to it when they are prepared. Refuses a day that has passed. */
export async function planConsultation(
  actor: Actor,
  input: { kind: "unions" | "jointGroup"; day: Day; place: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "consultation.plan"));
    if (input.day < w.today) throw new Refusal({ key: "consultations.whyNot.dayPassed", field: "day" });
    const id = newId(now.getTime());
    const { kind, day, place } = input;
    await w.tx.consultation.createMany({
      data: [{ employerId: actor.employerId, id, kind, day: column(day), place }],
    });
    w.tell({ kind: "consultation.planned", subjectId: id, day });
    return id;
  });
}

/** Finds a meeting in scope, locks its cases and then itself, and reads it anew. */
async function findAndLock(w: Work, actor: Actor, id: string): Promise<LockedMeeting> {
  const found = await w.tx.consultation.findFirst({
    where: { AND: [consultationsVisibleTo(actor), { id }] },
    select: { subjects: { select: { caseId: true } } },
  });
  if (!found) throw new Refusal(NOT_FOUND);
  await lockCases(
    w,
    found.subjects.map((it) => it.caseId),
  );
  return lockMeeting(w, id);
}

/** History is per case: what happens to a meeting is told once for each case on it. */
function tellEachCase(
  w: Work,
  meeting: LockedMeeting,
  kind: "consultation.called" | "consultation.minutesRecorded" | "consultation.minutesApproved",
  detail?: string,
): void {
  for (const caseId of meeting.caseIds)
    w.tell({ kind, subjectId: meeting.id, caseId, day: meeting.day, detail });
}

/**
 * Calls the unions: the underlag is laid out from now, and the days until the meeting are counted from now. May be done
 * again for cases that came on the agenda later; who was called before keeps their day. [DIK: about a week ahead]
 */
export async function callConsultation(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "consultation.call"));
    const meeting = await findAndLock(w, actor, input.id);
    const planned = { state: "planned" as const, subject: { consultationId: meeting.id } };
    const uncalled = await w.tx.voice.count({ where: planned });
    refuseIf(whyNotCall({ ...meeting, uncalled }, w.today));
    const fresh = meeting.called
      ? (await w.tx.voice.findMany({ where: planned, select: { caseId: true } })).map((it) => it.caseId)
      : meeting.caseIds;
    await w.tx.voice.updateMany({
      where: planned,
      data: { state: "called", stateSince: now, calledAt: now },
    });
    await w.tx.consultation.updateMany({
      where: { id: meeting.id, calledAt: null },
      data: { calledAt: now },
    });
    tellEachCase(w, { ...meeting, caseIds: [...new Set(fresh)] }, "consultation.called");
  });
}

/** Writes the minutes of a meeting that has been held. May be written anew until a representative has approved them. */
export async function recordMinutes(
  actor: Actor,
  input: { id: string; number: string; text: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "consultation.recordMinutes"));
    const meeting = await findAndLock(w, actor, input.id);
    refuseIf(whyNotRecordMinutes(meeting, w.today));
    const { count } = await w.tx.consultation.updateMany({
      where: { id: meeting.id, minutesApprovedAt: null },
      data: { minutesNumber: input.number, minutes: input.text, minutesRecordedAt: now },
    });
    if (count === 0) throw new Refusal(MOVED_ON);
    tellEachCase(w, meeting, "consultation.minutesRecorded");
  });
}

/**
 * Approves the minutes for a union that had a voice at the meeting (at a joint group's: a member of the group). Refuses
 * who wrote them and who is a party to a case in them. Approved minutes are never reopened.
 */
export async function approveMinutes(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "consultation.approveMinutes"));
    const meeting = await findAndLock(w, actor, input.id);
    const recorded = await w.tx.caseEvent.findFirst({
      where: { subjectId: meeting.id, kind: "consultation.minutesRecorded" },
      orderBy: { seq: "desc" },
      select: { personId: true },
    });
    const hasVoice = await hadVoice(w, actor, meeting);
    refuseIf(
      whyNotApproveMinutes(meeting, {
        personId: actor.personId,
        hasVoice,
        recorderId: recorded?.personId ?? null,
      }),
    );
    for (const caseId of meeting.caseIds)
      refuseIf(whyNotImpartial(actor, await partiesOfCase(w.tx, actor.employerId, caseId)));
    const { count } = await w.tx.consultation.updateMany({
      where: { id: meeting.id, minutesApprovedAt: null },
      data: { minutesApprovedAt: now, minutesApproverId: actor.personId },
    });
    if (count === 0) throw new Refusal(MOVED_ON);
    tellEachCase(w, meeting, "consultation.minutesApproved");
  });
}

async function hadVoice({ tx }: Work, actor: Actor, meeting: LockedMeeting): Promise<boolean> {
  if (meeting.kind === "jointGroup")
    return actor.mandates.some((it) => it.kind === "jointGroupMember" && it.side === "union");
  if (!actor.unionId) return false;
  const voices = await tx.voice.count({
    where: { unionId: actor.unionId, subject: { consultationId: meeting.id }, state: { not: "planned" } },
  });
  return voices > 0;
}
