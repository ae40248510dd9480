import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { type MeetingFacts, moveVoice, whyNotAddSubject, whyNotInConsultation } from "@/domain/consultation";
import { type Day, day } from "@/domain/day";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { localAgreementOn } from "@/features/agreements/queries";
import { type Tx, type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import { lockCases } from "@/server/lock";
import type { Receipt } from "@/server/receipts";
import { casesVisibleTo, consultationsVisibleTo } from "@/server/scope";
import { unionsToHear, voicesOf } from "./queries";

export type LockedMeeting = MeetingFacts & { id: string; caseIds: string[] };

/**
 * Locks a meeting and reads it anew. After the locks of its cases, in that order. Whoever calls has found it in scope.
 */
export async function lockMeeting({ tx, actor }: Work, id: string): Promise<LockedMeeting> {
  await tx.$queryRaw`SELECT 1 FROM consultation WHERE employer_id = ${actor.employerId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const found = await tx.consultation.findFirst({
    where: { id },
    select: {
      id: true,
      kind: true,
      day: true,
      calledAt: true,
      minutesRecordedAt: true,
      minutesApprovedAt: true,
      subjects: { orderBy: { order: "asc" }, select: { caseId: true } },
    },
  });
  if (!found) throw new Refusal(NOT_FOUND);
  return {
    id: found.id,
    kind: found.kind,
    day: day(found.day),
    called: found.calledAt !== null,
    subjects: found.subjects.length,
    minutesRecorded: found.minutesRecordedAt !== null,
    minutesApproved: found.minutesApprovedAt !== null,
    caseIds: found.subjects.map((it) => it.caseId),
  };
}

/** Which kind of meeting decides or hears the employer's cases: a joint group where the local agreement says so. */
export async function kindOfMeeting(tx: Tx, employerId: string, today: Day): Promise<MeetingFacts["kind"]> {
  const employer = await tx.employer.findFirstOrThrow({
    where: { id: employerId },
    select: { scheme: true },
  });
  if (employer.scheme === "tlo") return "unions";
  const agreement = await localAgreementOn(tx, employerId, today);
  return agreement?.decisionRule === "jointGroup" ? "jointGroup" : "unions";
}

/**
 * Puts a case, whose lock the caller holds, on a meeting's agenda, with a planned voice for every union to hear that
 * is not concluded on this version already. A joint group's meeting has no voices: the group itself decides.
 * Refuses a meeting that has been held, one of the wrong kind, and a case with nobody left to hear.
 */
export async function addSubject(
  w: Work,
  input: { consultationId: string; caseId: string; versionNumber: number },
): Promise<string> {
  const { tx, actor, now, today } = w;
  const { employerId } = actor;
  const { consultationId, caseId, versionNumber } = input;
  const meeting = await lockMeeting(w, consultationId);
  refuseIf(whyNotAddSubject(meeting, today));
  if (meeting.kind !== (await kindOfMeeting(tx, employerId, today)))
    throw new Refusal({ key: "consultations.whyNot.wrongKind" });
  if (meeting.caseIds.includes(caseId)) throw new Refusal({ key: "consultations.whyNot.alreadyOnMeeting" });

  const subjectId = newId(now.getTime());
  await tx.consultationSubject.createMany({
    data: [{ employerId, id: subjectId, consultationId, caseId, order: meeting.subjects + 1 }],
  });
  if (meeting.kind === "jointGroup") return subjectId;

  const it = await tx.preRegistration.findUniqueOrThrow({
    where: { employerId_id: { employerId, id: caseId } },
    select: { unitId: true, units: { select: { unitId: true } } },
  });
  const listed = await unionsToHear(tx, employerId, [it.unitId, ...it.units.map((row) => row.unitId)], today);
  if (listed.length === 0) throw new Refusal({ key: "consultations.whyNot.noUnions" });
  const done = (await voicesOf(tx, employerId, caseId)).filter(
    (voice) => voice.latest && voice.versionNumber === versionNumber && isConcluded(voice.state),
  );
  const open = listed.filter((union) => !done.some((voice) => voice.union.id === union.id));
  if (open.length === 0) throw new Refusal({ key: "consultations.whyNot.stillAsked" });
  await tx.voice.createMany({
    data: open.map((union) => ({
      employerId,
      id: newId(now.getTime()),
      subjectId,
      unionId: union.id,
      caseId,
      state: "planned" as const,
      stateSince: now,
      versionNumber,
    })),
  });
  return subjectId;
}

const isConcluded = (state: string) => state === "concluded" || state.startsWith("central");

/**
 * Asks every union again about a new frozen version of a case whose lock the caller holds: who was called is called
 * anew from now, who was only planned is asked about the new version when the call comes. A meeting with approved
 * minutes stays as it was; the gate then says that the case needs another meeting.
 */
export async function askAgain(w: Work, input: { caseId: string; versionNumber: number }): Promise<void> {
  const { tx, actor, now } = w;
  const { caseId, versionNumber } = input;
  const voices = await voicesOf(tx, actor.employerId, caseId);
  for (const voice of voices) {
    if (!voice.latest || voice.meeting.minutesApprovedAt) continue;
    const state = moveVoice(voice.state, "askAgain");
    const data = state ? { versionNumber, state, stateSince: now, calledAt: now } : { versionNumber };
    await tx.voice.updateMany({ where: { id: voice.id }, data });
    if (state) w.tell({ kind: "voice.askedAgain", subjectId: voice.id, caseId });
  }
}

/**
 * Takes a case that lies with the unions up at another meeting: because the minutes of the last one stand and the
 * underlag has changed, or because a union was called too late. Asks only the unions that are not concluded.
 */
export async function takeUpAgain(
  actor: Actor,
  input: { caseId: string; consultationId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "consultation.plan"));
    const { caseId, consultationId } = input;
    const seen = await w.tx.preRegistration.findFirst({
      where: { AND: [casesVisibleTo(actor), { id: caseId }] },
      select: { id: true },
    });
    const meeting = await w.tx.consultation.findFirst({
      where: { AND: [consultationsVisibleTo(actor), { id: consultationId }] },
      select: { id: true },
    });
    if (!seen || !meeting) throw new Refusal(NOT_FOUND);
    await lockCases(w, [caseId]);
    const { status, currentVersion } = await w.tx.preRegistration.findUniqueOrThrow({
      where: { employerId_id: { employerId: actor.employerId, id: caseId } },
      select: { status: true, currentVersion: true },
    });
    // A deferred case comes back by being sent to a meeting again, which also moves it; here it is still with the unions.
    refuseIf(whyNotInConsultation(status));
    if (status === "deferred") throw new Refusal({ key: "consultations.whyNot.caseElsewhere" });
    const voices = (await voicesOf(w.tx, actor.employerId, caseId)).filter((it) => it.latest);
    const asked = voices.every(
      (it) => it.versionNumber === currentVersion && it.meeting.day >= w.today && !isConcluded(it.state),
    );
    if (voices.length > 0 && asked) throw new Refusal({ key: "consultations.whyNot.stillAsked" });
    await addSubject(w, { consultationId, caseId, versionNumber: currentVersion });
    w.tell({ kind: "preRegistration.sentToConsultation", subjectId: caseId, caseId, detail: "again" });
    return consultationId;
  });
}
