import type { Actor } from "@/domain/actor";
import { addDays, column, type Day, day } from "@/domain/day";
import type { FrozenCase } from "@/domain/frozen-case";
import type { Ore } from "@/domain/money";
import {
  approveMinutes,
  callConsultation,
  planConsultation,
  recordMinutes,
} from "@/features/consultations/commands";
import { voicesOf } from "@/features/consultations/queries";
import { addSubject } from "@/features/consultations/subject-commands";
import { giveStatement } from "@/features/consultations/voice-commands";
import { read, write } from "@/server/db";
import { newId } from "@/server/id";
import { lockCases } from "@/server/lock";
import { type House, kr, noon, TODAY } from "./people";

// Cases that have come far, for tests of what follows. The row itself is written directly; all that happens to it
// afterwards goes through the commands.

export type CaseOver = {
  title?: string;
  amount?: Ore;
  unit?: keyof House["units"];
  ownerId?: string | null;
  applicant?: Actor;
  participant?: Actor;
  headcount?: number;
};

let nth = 0;

/** A case that its unit has endorsed and the coordinator has prepared, with its first version frozen. */
export async function preparedCase(house: House, over: CaseOver = {}): Promise<string> {
  const { employerId, units, fund, people } = house;
  const id = newId();
  const amount = over.amount ?? kr(100_000);
  const unitId = units[over.unit ?? "north"];
  nth += 1;
  const number = `2026-${String(nth).padStart(4, "0")}`;
  await write(people.coordinator, noon(), null, async ({ tx, now }) => {
    const version = (
      await tx.fund.findFirstOrThrow({ where: { id: fund.fundId }, select: { version: true } })
    ).version;
    await tx.preRegistration.createMany({
      data: [
        {
          employerId,
          id,
          number,
          title: over.title ?? `Ärende ${number}`,
          unitId,
          ...fund,
          version,
          status: "prepared",
          statusSince: now,
          need: "Det saknas undersköterskor.",
          initiative: "Två kurser på halvfart.",
          beyondOrdinary: "Leder till ett nytt yrke.",
          risk: "Kvällspassen.",
          area: "competence",
          headcount: over.headcount ?? 12,
          providerKind: "external",
          providerName: "Kompetens AB",
          periodFrom: column("2027-02-01"),
          periodUntil: column("2027-05-31"),
          ownerId: over.ownerId === undefined ? people.northManager.personId : over.ownerId,
          amount,
          currentVersion: 0,
        },
      ],
    });
    await tx.caseUnit.createMany({ data: [{ employerId, caseId: id, unitId }] });
    await tx.costLine.createMany({
      data: [{ employerId, id: newId(), caseId: id, order: 1, costType: "courseFee", text: "Kurs", amount }],
    });
    await tx.participantGroup.createMany({
      data: [
        {
          employerId,
          id: newId(),
          caseId: id,
          occupation: "Vårdbiträden",
          aid: "207023",
          takingPart: over.headcount ?? 12,
          covering: 26,
        },
      ],
    });
    await tx.endorsement.createMany({
      data: [
        {
          employerId,
          id: newId(),
          caseId: id,
          unitId,
          personId: people.manager.personId,
          role: "manager",
          amount,
          at: now,
        },
      ],
    });
    const people2 = [
      over.applicant && { personId: over.applicant.personId, part: "applicant" as const },
      over.participant && { personId: over.participant.personId, part: "participant" as const },
    ];
    await tx.casePerson.createMany({
      data: people2.flatMap((it) => (it ? [{ employerId, caseId: id, ...it }] : [])),
    });
  });
  await freeze(house, id);
  return id;
}

/** Freezes the case as it stands as its next version, and gives the version's number. */
export async function freeze(house: House, caseId: string, over: Partial<FrozenCase> = {}): Promise<number> {
  const { employerId, people } = house;
  let number = 0;
  await write(people.coordinator, noon(), null, async ({ tx, now }) => {
    const it = await tx.preRegistration.findFirstOrThrow({
      where: { id: caseId },
      include: { groups: true, unit: true },
    });
    number = it.currentVersion + 1;
    const content: FrozenCase = {
      title: it.title,
      unit: it.unit.name,
      need: it.need,
      initiative: it.initiative,
      beyondOrdinary: it.beyondOrdinary,
      risk: it.risk,
      area: it.area,
      amount: String(it.amount),
      headcount: it.headcount,
      providerKind: it.providerKind,
      providerName: it.providerName,
      periodFrom: day(it.periodFrom),
      periodUntil: day(it.periodUntil),
      groups: it.groups.map(({ occupation, aid, takingPart, covering }) => ({
        occupation,
        aid,
        takingPart,
        covering,
      })),
      ...over,
    };
    await tx.caseVersion.createMany({ data: [{ employerId, caseId, number, content, at: now }] });
    await tx.preRegistration.updateMany({ where: { id: caseId }, data: { currentVersion: number } });
  });
  return number;
}

/** Puts prepared cases on a meeting, as sending them to consultation does. */
export async function sendTo(
  house: House,
  meetingId: string,
  caseIds: readonly string[],
  on: Day = TODAY,
): Promise<void> {
  for (const caseId of caseIds)
    await write(house.people.coordinator, noon(on), null, async (w) => {
      await lockCases(w, [caseId]);
      await addSubject(w, { consultationId: meetingId, caseId, versionNumber: 1 });
      await w.tx.preRegistration.updateMany({
        where: { id: caseId },
        data: { status: "inConsultation", statusSince: w.now },
      });
      w.tell({ kind: "preRegistration.sentToConsultation", subjectId: caseId, caseId });
    });
}

/** Days of a meeting that was called and held in time before TODAY. */
export const MEETING = {
  planned: addDays(TODAY, -14),
  called: addDays(TODAY, -13),
  day: addDays(TODAY, -3),
  minuted: addDays(TODAY, -2),
};

/** A meeting of the unions that was called in time for some cases. */
export async function calledMeeting(
  house: House,
  caseIds: readonly string[],
  days = MEETING,
): Promise<string> {
  const { coordinator } = house.people;
  const id = await planConsultation(
    coordinator,
    { kind: "unions", day: days.day, place: "Bryggan" },
    noon(days.planned),
  );
  await sendTo(house, id, caseIds, days.planned);
  await callConsultation(coordinator, { id }, noon(days.called));
  return id;
}

/** The voice of a union on a case: where its answer goes. */
export async function voiceOf(
  house: House,
  caseId: string,
  union: keyof House["unions"],
): Promise<{ id: string; state: string; versionNumber: number }> {
  const voices = await read(house.people.coordinator, (tx) => voicesOf(tx, house.employerId, caseId));
  const voice = voices.find((it) => it.latest && it.union.id === house.unions[union]);
  if (!voice) throw new Error("no such voice");
  return { id: voice.id, state: voice.state, versionNumber: voice.versionNumber };
}

/** A union answers, through a representative of its own. */
export async function answer(
  house: House,
  caseId: string,
  rep: Actor,
  kind: Parameters<typeof giveStatement>[1]["kind"],
  on: Day,
  more: { text?: string; returnsOn?: Day } = {},
): Promise<void> {
  const union = rep.unionId === house.unions.first ? "first" : "second";
  const { id, versionNumber } = await voiceOf(house, caseId, union);
  await giveStatement(
    rep,
    { voiceId: id, versionNumber, kind, text: more.text ?? "", returnsOn: more.returnsOn ?? null },
    noon(on),
  );
}

/** Minutes written by the coordinator and approved by a representative. */
export async function minuted(house: House, meetingId: string, approvedOn: Day = TODAY): Promise<void> {
  await recordMinutes(
    house.people.coordinator,
    { id: meetingId, number: "7", text: "Samverkan är avslutad." },
    noon(approvedOn),
  );
  await approveMinutes(house.people.rep, { id: meetingId }, noon(approvedOn));
}

/** Cases that the unions have nothing against, with approved minutes: the gate is open for them TODAY. */
export async function readyCases(house: House, overs: readonly CaseOver[]): Promise<string[]> {
  const ids: string[] = [];
  for (const over of overs) ids.push(await preparedCase(house, over));
  const meeting = await calledMeeting(house, ids);
  for (const id of ids) {
    await answer(house, id, house.people.rep, "noObjection", MEETING.day);
    await answer(house, id, house.people.otherRep, "noObjection", MEETING.day);
  }
  await minuted(house, meeting, MEETING.minuted);
  return ids;
}
