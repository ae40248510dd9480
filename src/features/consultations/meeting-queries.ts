import type { Actor } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import {
  whyNotAnswer,
  whyNotApproveMinutes,
  whyNotCall,
  whyNotConcludeCentral,
  whyNotConcludeNegotiation,
  whyNotConcludeSilent,
  whyNotInConsultation,
  whyNotRecordMinutes,
  whyNotRequestCentral,
} from "@/domain/consultation";
import { type Day, day, dayOf } from "@/domain/day";
import { type Change, changesBetween, type FrozenCase, readFrozen } from "@/domain/frozen-case";
import { shownName } from "@/domain/person";
import type { CaseStatus } from "@/domain/pre-registration";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { read, type Tx } from "@/server/db";
import { casesVisibleTo, consultationsVisibleTo } from "@/server/scope";
import { withoutOthersWords } from "./case-queries";
import { actedFor, partiesOfCase, repsOf, type VoiceView, voiceFacts, voicesOfCases } from "./queries";

/** One union on an item, with what the coordinator may do about it or why not. */
export type AgendaVoice = VoiceView & {
  rep: string | null;
  silence: Reason | null;
  negotiation: Reason | null;
  central: Reason | null;
};

/** What a representative may do on an item. */
export type OwnVoice = VoiceView & {
  answer: Reason | null;
  requestCentral: Reason | null;
  /** What this union said on versions before this one, newest first. */
  before: VoiceView["said"];
};

export type AgendaItem = {
  subjectId: string;
  caseId: string;
  number: string;
  order: number;
  caseStatus: CaseStatus;
  /** The version that is asked about, as it was frozen; null under a joint group before anything was frozen. */
  version: number;
  content: FrozenCase;
  /** What is another than last time, and since when: the union's last answer, else the day of the version before. */
  changes: Change[];
  changedSince: Day | null;
  /** Every union here; a representative sees of the others how far they are, not what they wrote. */
  voices: AgendaVoice[];
  own: OwnVoice | null;
  /** Why the reader, a party to the case or on its other side, does nothing with it. */
  partial: Reason | null;
};

export type MeetingView = {
  id: string;
  kind: "unions" | "jointGroup";
  day: Day;
  place: string;
  calledAt: Date | null;
  minutes: {
    number: string;
    text: string;
    recordedAt: Date;
    approvedAt: Date | null;
    approver: string | null;
  } | null;
  items: AgendaItem[];
  union: string | null;
  /** Null: may be done now. */
  call: Reason | null;
  record: Reason | null;
  approve: Reason | null;
};

const MEETING = {
  id: true,
  kind: true,
  day: true,
  place: true,
  calledAt: true,
  minutesNumber: true,
  minutes: true,
  minutesRecordedAt: true,
  minutesApprovedAt: true,
  minutesApprover: { select: { givenName: true, familyName: true, isProtected: true } },
} as const;

/** A meeting with its agenda as the reader's role sees it: a representative only what their union was called to. */
export function getMeeting(actor: Actor, id: string, today: Day): Promise<MeetingView> {
  return read(actor, async (tx) => {
    const row = await tx.consultation.findFirst({
      where: { AND: [consultationsVisibleTo(actor), { id }] },
      select: MEETING,
    });
    if (!row) throw new Refusal(NOT_FOUND);
    const items = await itemsOf(tx, actor, id, today);
    const union = actor.unionId
      ? await tx.union.findFirst({ where: { id: actor.unionId }, select: { name: true } })
      : null;
    const facts = {
      kind: row.kind,
      day: day(row.day),
      called: row.calledAt !== null,
      subjects: items.length,
      minutesRecorded: row.minutesRecordedAt !== null,
      minutesApproved: row.minutesApprovedAt !== null,
    };
    const uncalled = items.flatMap((it) => it.voices).filter((it) => it.state === "planned").length;
    const approver = row.minutesApprover && shownName(row.minutesApprover);
    return {
      id,
      kind: row.kind,
      day: facts.day,
      place: row.place,
      calledAt: row.calledAt,
      minutes: row.minutesRecordedAt && {
        number: row.minutesNumber ?? "",
        text: row.minutes ?? "",
        recordedAt: row.minutesRecordedAt,
        approvedAt: row.minutesApprovedAt,
        approver,
      },
      items,
      union: union?.name ?? null,
      call: whyNotCall({ ...facts, uncalled }, today),
      record: whyNotRecordMinutes(facts, today),
      approve:
        items.map((it) => it.partial).find((why) => why !== null) ??
        whyNotApproveMinutes(facts, {
          personId: actor.personId,
          hasVoice: row.kind === "jointGroup" || items.some((it) => it.own !== null),
          recorderId: await recorderOf(tx, id),
        }),
    };
  });
}

async function recorderOf(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.caseEvent.findFirst({
    where: { subjectId: id, kind: "consultation.minutesRecorded" },
    orderBy: { seq: "desc" },
    select: { personId: true },
  });
  return found?.personId ?? null;
}

async function itemsOf(tx: Tx, actor: Actor, meetingId: string, today: Day): Promise<AgendaItem[]> {
  const speaks = actor.role === "unionRep";
  const rows = await tx.consultationSubject.findMany({
    where: { AND: [{ consultationId: meetingId }, { case: casesVisibleTo(actor) }] },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: {
      id: true,
      caseId: true,
      order: true,
      consultation: { select: { kind: true } },
      case: {
        select: {
          number: true,
          status: true,
          currentVersion: true,
          versions: { orderBy: { number: "desc" }, select: { number: true, content: true, at: true } },
        },
      },
    },
  });
  const voices = await voicesOfCases(
    tx,
    actor.employerId,
    rows.map((row) => row.caseId),
  );
  const reps = await repsOf(tx, actor.employerId, today);
  const items: AgendaItem[] = [];
  for (const row of rows) {
    const here = voices.filter((it) => it.subjectId === row.id);
    const mine = speaks
      ? here.find((it) => it.union.id === actor.unionId && it.state !== "planned")
      : undefined;
    if (speaks && !mine && row.consultation.kind === "unions") continue;
    const said = voices
      .filter((it) => it.caseId === row.caseId && it.union.id === actor.unionId)
      .flatMap((it) => it.said);
    const version = mine?.versionNumber ?? row.case.currentVersion;
    const frozen = row.case.versions.find((it) => it.number === version);
    const content = readFrozen(frozen?.content);
    // A union compares with what it answered last, everybody else with the version before.
    const answered = speaks ? said.find((it) => it.versionNumber < version) : undefined;
    const last = row.case.versions.find((it) => it.number === (answered?.versionNumber ?? version - 1));
    const partial = await whyNotTakePart(tx, actor, row.caseId);
    items.push({
      subjectId: row.id,
      caseId: row.caseId,
      number: row.case.number,
      order: row.order,
      caseStatus: row.case.status,
      version,
      content,
      changes: last ? changesBetween(readFrozen(last.content), content) : [],
      changedSince: last ? dayOf(answered?.at ?? last.at) : null,
      voices: here.map((it) => asSeen(it, actor, reps.get(it.union.id) ?? null, row.case.status, today)),
      own: mine ? ownVoice(mine, said, row.case.status, partial, today) : null,
      partial,
    });
  }
  return items;
}

/** Nobody stands on both sides of one case, nor acts on their own. */
async function whyNotTakePart(tx: Tx, actor: Actor, caseId: string): Promise<Reason | null> {
  const own = whyNotImpartial(actor, await partiesOfCase(tx, actor.employerId, caseId));
  if (own) return own;
  const others = await actedFor(
    tx,
    actor.employerId,
    caseId,
    actor.role === "unionRep" ? "employer" : "union",
  );
  return others.includes(actor.personId) ? { key: "consultations.whyNot.otherSide" } : null;
}

function ownVoice(
  voice: VoiceView,
  said: VoiceView["said"],
  caseStatus: string,
  partial: Reason | null,
  today: Day,
): OwnVoice {
  const facts = voiceFacts(voice);
  const away = whyNotInConsultation(caseStatus) ?? partial;
  return {
    ...voice,
    answer:
      away ??
      (voice.latest ? null : { key: "consultations.whyNot.laterMeetingSoon" }) ??
      whyNotAnswer(facts, { kind: "noObjection", text: "", returnsOn: null }, today),
    requestCentral: away ?? whyNotRequestCentral(facts, today),
    before: said.filter((it) => it.versionNumber < voice.versionNumber),
  };
}

function asSeen(
  voice: VoiceView,
  actor: Actor,
  rep: string | null,
  caseStatus: string,
  today: Day,
): AgendaVoice {
  const facts = voiceFacts(voice);
  const away = whyNotInConsultation(caseStatus);
  return {
    ...withoutOthersWords(voice, actor),
    rep,
    silence: away ?? whyNotConcludeSilent(facts, today),
    negotiation: away ?? whyNotConcludeNegotiation(facts),
    central: away ?? whyNotConcludeCentral(facts),
  };
}
