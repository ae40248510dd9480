import { AGREEMENTS } from "@/domain/agreement";
import type { Parties } from "@/domain/conflict";
import type { StatementKind, VoiceFacts, VoiceState } from "@/domain/consultation";
import { column, type Day, day, dayOf } from "@/domain/day";
import type { GateFacts, GateVoice } from "@/domain/gate";
import { shownName } from "@/domain/person";
import { unitsAbove } from "@/domain/unit";
import type { Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";

export type UnionName = { id: string; name: string };

/**
 * The unions to hear about what touches some units, on a day: the employer's dated list for those units and every unit
 * above them. By name; empty when the list names none.
 */
export async function unionsToHear(
  tx: Tx,
  employerId: string,
  unitIds: readonly string[],
  today: Day,
): Promise<UnionName[]> {
  const rows = await tx.unit.findMany({
    where: { employerId },
    select: { id: true, parentId: true, validFrom: true, validTo: true, successorId: true },
  });
  const units = rows.map((it) => ({ ...it, from: day(it.validFrom), until: day(it.validTo) }));
  const touched = unitIds.flatMap((id) => [id, ...unitsAbove(units, id)]);
  const on = column(today);
  const listed = await tx.union.findMany({
    where: {
      employerId,
      toHear: {
        some: { unitId: { in: touched }, from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] },
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return listed;
}

/** What a union said, as given, on the version it answered. */
type StatementView = {
  id: string;
  kind: StatementKind;
  text: string;
  returnsOn: Day | null;
  versionNumber: number;
  /** Null: protected, or the coordinator's record of silence. */
  by: string | null;
  at: Date;
};

/** One union on one subject; `newest` is its answer on the version it is asked about, `said` all of them. */
export type VoiceView = {
  id: string;
  caseId: string;
  subjectId: string;
  union: UnionName;
  state: VoiceState;
  stateSince: Date;
  versionNumber: number;
  calledAt: Date | null;
  meeting: {
    id: string;
    day: Day;
    minutesRecorded: boolean;
    minutesApprovedAt: Date | null;
  };
  newest: StatementView | null;
  said: StatementView[];
  /** False when the same union is asked about the case at a later meeting. */
  latest: boolean;
};

const VOICE = {
  id: true,
  caseId: true,
  subjectId: true,
  state: true,
  stateSince: true,
  versionNumber: true,
  calledAt: true,
  union: { select: { id: true, name: true } },
  subject: {
    select: {
      consultation: {
        select: { id: true, day: true, minutesRecordedAt: true, minutesApprovedAt: true },
      },
    },
  },
  statements: {
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      text: true,
      returnsOn: true,
      versionNumber: true,
      role: true,
      at: true,
      person: { select: { givenName: true, familyName: true, isProtected: true } },
    },
  },
} satisfies Prisma.VoiceSelect;

/** Every voice on some cases, the later meeting first and then by the union's name. */
export async function voicesOfCases(
  tx: Tx,
  employerId: string,
  caseIds: readonly string[],
): Promise<VoiceView[]> {
  const rows = await tx.voice.findMany({
    where: { employerId, caseId: { in: [...caseIds] } },
    orderBy: [{ subject: { consultation: { day: "desc" } } }, { stateSince: "desc" }, { id: "asc" }],
    select: VOICE,
  });
  const seen = new Set<string>();
  return rows
    .map(({ subject: { consultation }, statements, ...row }): VoiceView => {
      const said = statements.map(({ person, role, ...it }) => ({
        ...it,
        returnsOn: day(it.returnsOn),
        by: role === "unionRep" ? shownName(person) : null,
      }));
      const key = `${row.caseId} ${row.union.id}`;
      const latest = !seen.has(key);
      seen.add(key);
      return {
        ...row,
        meeting: {
          id: consultation.id,
          day: day(consultation.day),
          minutesRecorded: consultation.minutesRecordedAt !== null,
          minutesApprovedAt: consultation.minutesApprovedAt,
        },
        newest: said.find((it) => it.versionNumber === row.versionNumber) ?? null,
        said,
        latest,
      };
    })
    .sort(
      (a, b) => b.meeting.day.localeCompare(a.meeting.day) || a.union.name.localeCompare(b.union.name, "sv"),
    );
}

/** Every voice on one case; the ones that count now have `latest`. */
export function voicesOf(tx: Tx, employerId: string, caseId: string): Promise<VoiceView[]> {
  return voicesOfCases(tx, employerId, [caseId]);
}

/** A voice as the rules of domain/consultation.ts ask of it; instants become days in Stockholm. */
export function voiceFacts(voice: VoiceView): VoiceFacts & { concludedOn: Day } {
  return {
    state: voice.state,
    calledOn: voice.calledAt && dayOf(voice.calledAt),
    answer: voice.newest,
    meetingDay: voice.meeting.day,
    minutesApprovedOn: voice.meeting.minutesApprovedAt && dayOf(voice.meeting.minutesApprovedAt),
    concludedOn: dayOf(voice.stateSince),
  };
}

/** Who speaks for each union on a day, by union id; protected people are left out. */
export async function repsOf(tx: Tx, employerId: string, today: Day): Promise<Map<string, string>> {
  const on = column(today);
  const rows = await tx.roleAssignment.findMany({
    where: {
      employerId,
      role: "unionRep",
      from: { lte: on },
      OR: [{ until: null }, { until: { gte: on } }],
      person: { isProtected: false, OR: [{ leftOn: null }, { leftOn: { gt: on } }] },
    },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    select: { unionId: true, person: { select: { givenName: true, familyName: true, isProtected: true } } },
  });
  const reps = new Map<string, string>();
  for (const { unionId, person } of rows) {
    const name = shownName(person);
    if (unionId && name && !reps.has(unionId)) reps.set(unionId, name);
  }
  return reps;
}

/** What the gate asks of a case on a day; `whyNotDecide` of domain/gate.ts answers. Read it after the case's lock. */
export async function gateFacts(tx: Tx, employerId: string, caseId: string, today: Day): Promise<GateFacts> {
  const found = await tx.preRegistration.findUniqueOrThrow({
    where: { employerId_id: { employerId, id: caseId } },
    select: {
      currentVersion: true,
      version: true,
      unitId: true,
      units: { select: { unitId: true } },
      fund: { select: { version: true } },
    },
  });
  const voices = (await voicesOf(tx, employerId, caseId)).filter((it) => it.latest);
  const listed = await unionsToHear(
    tx,
    employerId,
    [found.unitId, ...found.units.map((it) => it.unitId)],
    today,
  );
  const reps = await repsOf(tx, employerId, today);
  return {
    voices: voices.map((voice): GateVoice => {
      const { minutesApprovedOn } = voiceFacts(voice);
      const { id, day: on, minutesRecorded } = voice.meeting;
      return {
        union: voice.union.name,
        rep: reps.get(voice.union.id) ?? null,
        state: voice.state,
        stateSince: dayOf(voice.stateSince),
        onVersion: voice.versionNumber,
        newest: voice.newest,
        meeting: { id, day: on, minutesRecorded, minutesApprovedOn },
      };
    }),
    missing: listed.filter((it) => !voices.some((voice) => voice.union.id === it.id)).map((it) => it.name),
    currentVersion: found.currentVersion,
    requiresPartyAgreement: AGREEMENTS[found.version ?? found.fund.version].requiresPartyAgreement,
    today,
  };
}

/** Whose own case it is, for domain/conflict.ts; endorsers also of the ideas in it. */
export async function partiesOfCase(tx: Tx, employerId: string, caseId: string): Promise<Parties> {
  const found = await tx.preRegistration.findUniqueOrThrow({
    where: { employerId_id: { employerId, id: caseId } },
    select: {
      ownerId: true,
      people: { select: { personId: true, part: true } },
      endorsements: { select: { personId: true } },
      ideas: { select: { idea: { select: { endorsements: { select: { personId: true } } } } } },
    },
  });
  const of = (part: "applicant" | "participant") =>
    found.people.flatMap((it) => (it.part === part ? [it.personId] : []));
  return {
    applicants: of("applicant"),
    participants: of("participant"),
    ownerId: found.ownerId,
    endorsers: [...found.endorsements, ...found.ideas.flatMap((it) => it.idea.endorsements)].map(
      (it) => it.personId,
    ),
  };
}

/** Who has acted on a case for one side of the table; history tells. Nobody stands on both. [design 5] */
export async function actedFor(
  tx: Tx,
  employerId: string,
  caseId: string,
  side: "employer" | "union",
): Promise<string[]> {
  const rows = await tx.caseEvent.findMany({
    where: {
      employerId,
      caseId,
      personId: { not: null },
      role: { in: side === "union" ? ["unionRep"] : ["manager", "coordinator", "hr"] },
    },
    distinct: ["personId"],
    select: { personId: true },
  });
  return rows.flatMap((it) => it.personId ?? []);
}
