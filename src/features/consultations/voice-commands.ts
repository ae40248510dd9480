import { type Act, whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import {
  type Answer,
  moveOfAnswer,
  moveVoice,
  type VoiceMove,
  whyNotAnswer,
  whyNotConcludeCentral,
  whyNotConcludeNegotiation,
  whyNotConcludeSilent,
  whyNotInConsultation,
  whyNotRequestCentral,
} from "@/domain/consultation";
import { column, type Day } from "@/domain/day";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import { lockCases } from "@/server/lock";
import type { Receipt } from "@/server/receipts";
import { casesVisibleTo } from "@/server/scope";
import { actedFor, partiesOfCase, type VoiceView, voiceFacts, voicesOf } from "./queries";

/**
 * Finds a voice in scope (a representative's own union; a coordinator's cases), locks its case and reads it anew.
 * Refuses who is a party to the case, who stands on its other side, and a case that no longer lies with the unions.
 */
async function lockVoice(w: Work, actor: Actor, act: Act, id: string): Promise<VoiceView> {
  refuseIf(whyNotAct(actor, act));
  const speaks = actor.role === "unionRep";
  const found = await w.tx.voice.findFirst({
    where: {
      AND: [
        { id },
        { subject: { case: casesVisibleTo(actor) } },
        speaks ? { unionId: actor.unionId ?? "", state: { not: "planned" } } : {},
      ],
    },
    select: { caseId: true },
  });
  if (!found) throw new Refusal(NOT_FOUND);
  const { caseId } = found;
  await lockCases(w, [caseId]);
  const { employerId } = actor;
  const { status } = await w.tx.preRegistration.findUniqueOrThrow({
    where: { employerId_id: { employerId, id: caseId } },
    select: { status: true },
  });
  refuseIf(whyNotInConsultation(status));
  refuseIf(whyNotImpartial(actor, await partiesOfCase(w.tx, employerId, caseId)));
  const others = await actedFor(w.tx, employerId, caseId, speaks ? "employer" : "union");
  if ([actor.personId, actor.onBehalfOf].some((it) => it !== null && others.includes(it)))
    throw new Refusal({ key: "consultations.whyNot.otherSide" });
  const voices = await voicesOf(w.tx, employerId, caseId);
  const voice = voices.find((it) => it.id === id);
  if (!voice) throw new Refusal(NOT_FOUND);
  if (!voice.latest) {
    const later = voices.find((it) => it.latest && it.union.id === voice.union.id);
    throw new Refusal({
      key: "consultations.whyNot.laterMeeting",
      values: { day: later?.meeting.day ?? "" },
    });
  }
  return voice;
}

async function move(w: Work, voice: VoiceView, by: VoiceMove): Promise<void> {
  const state = moveVoice(voice.state, by);
  if (!state) throw new Refusal(MOVED_ON);
  const { count } = await w.tx.voice.updateMany({
    where: { id: voice.id, state: voice.state, versionNumber: voice.versionNumber },
    data: { state, stateSince: w.now },
  });
  if (count === 0) throw new Refusal(MOVED_ON);
}

async function putOnRecord(
  w: Work,
  actor: Actor,
  voice: VoiceView,
  said: { kind: Answer | "noStatement"; text: string; returnsOn: Day | null },
): Promise<void> {
  await w.tx.statement.createMany({
    data: [
      {
        employerId: actor.employerId,
        id: newId(w.now.getTime()),
        voiceId: voice.id,
        caseId: voice.caseId,
        versionNumber: voice.versionNumber,
        kind: said.kind,
        text: said.text,
        returnsOn: column(said.returnsOn),
        personId: actor.personId,
        role: actor.role,
        at: w.now,
      },
    ],
  });
}

export type GivenStatement = {
  voiceId: string;
  /** The version that the representative had before them. */
  versionNumber: number;
  kind: Answer;
  text: string;
  returnsOn: Day | null;
};

/**
 * A union's answer on the frozen version it is asked about; kept as given. Refuses one that was written on an older
 * version than the one that lies with the unions now, and the rules of `whyNotAnswer`.
 */
export async function giveStatement(
  actor: Actor,
  input: GivenStatement,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const voice = await lockVoice(w, actor, "statement.give", input.voiceId);
    if (voice.versionNumber !== input.versionNumber)
      throw new Refusal({ key: "consultations.whyNot.newVersion" });
    refuseIf(whyNotAnswer(voiceFacts(voice), input, w.today));
    const text = input.kind === "noObjection" || input.kind === "willReturn" ? "" : input.text;
    const returnsOn = input.kind === "willReturn" ? input.returnsOn : null;
    await putOnRecord(w, actor, voice, { kind: input.kind, text, returnsOn });
    await move(w, voice, moveOfAnswer(input.kind));
    w.tell({
      kind: "statement.given",
      subjectId: voice.id,
      caseId: voice.caseId,
      detail: input.kind,
      day: returnsOn ?? undefined,
      text: text || undefined,
    });
    return voice.meeting.id;
  });
}

/** Puts a union's silence on record, when it was called in time and the meeting has passed. Never consent. */
export async function concludeSilent(
  actor: Actor,
  input: { voiceId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const voice = await lockVoice(w, actor, "consultation.concludeSilent", input.voiceId);
    refuseIf(whyNotConcludeSilent(voiceFacts(voice), w.today));
    await putOnRecord(w, actor, voice, { kind: "noStatement", text: "", returnsOn: null });
    await move(w, voice, "concludeSilent");
    w.tell({ kind: "voice.concluded", subjectId: voice.id, caseId: voice.caseId, detail: "noStatement" });
    return voice.meeting.id;
  });
}

/**
 * Concludes a local negotiation that ended without agreement, with what was said. One that ended in agreement is
 * concluded by the union's own new answer: the employer records no union's consent.
 */
export async function concludeNegotiation(
  actor: Actor,
  input: { voiceId: string; record: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const voice = await lockVoice(w, actor, "consultation.concludeCentral", input.voiceId);
    refuseIf(whyNotConcludeNegotiation(voiceFacts(voice)));
    await move(w, voice, "concludeNegotiation");
    w.tell({
      kind: "voice.concluded",
      subjectId: voice.id,
      caseId: voice.caseId,
      detail: "requestsNegotiation",
      text: input.record,
    });
    return voice.meeting.id;
  });
}

/** Requests a central negotiation after a disagreement, within seven days of the approved minutes. [DIK] */
export async function requestCentral(
  actor: Actor,
  input: { voiceId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const voice = await lockVoice(w, actor, "consultation.requestCentral", input.voiceId);
    refuseIf(whyNotRequestCentral(voiceFacts(voice), w.today));
    await move(w, voice, "requestCentral");
    w.tell({ kind: "voice.centralRequested", subjectId: voice.id, caseId: voice.caseId });
    return voice.meeting.id;
  });
}

/** Concludes the central negotiation, with how it ended. */
export async function concludeCentral(
  actor: Actor,
  input: { voiceId: string; record: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    const voice = await lockVoice(w, actor, "consultation.concludeCentral", input.voiceId);
    refuseIf(whyNotConcludeCentral(voiceFacts(voice)));
    await move(w, voice, "concludeCentral");
    w.tell({ kind: "voice.centralConcluded", subjectId: voice.id, caseId: voice.caseId, text: input.record });
    return voice.meeting.id;
  });
}
