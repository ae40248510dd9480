import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/domain/day";
import { whyNotDecide } from "@/domain/gate";
import {
  approveMinutes,
  callConsultation,
  planConsultation,
  recordMinutes,
} from "@/features/consultations/commands";
import { gateFacts, unionsToHear, voicesOf } from "@/features/consultations/queries";
import { askAgain, takeUpAgain } from "@/features/consultations/subject-commands";
import { concludeSilent, giveStatement } from "@/features/consultations/voice-commands";
import { disconnect, read, write } from "@/server/db";
import { newId } from "@/server/id";
import { lockCases } from "@/server/lock";
import { receiptOf } from "@/server/receipts";
import { answer, calledMeeting, freeze, MEETING, minuted, preparedCase, sendTo, voiceOf } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, noon, TODAY, world } from "../people";
import { refused } from "../refused";

let db: FreshDatabase;
let city: House;
let region: House;
beforeAll(async () => {
  db = await freshDatabase();
  ({ city, region } = await world(db));
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

const gate = async (caseId: string, today = TODAY) =>
  read(city.people.coordinator, async (tx) =>
    whyNotDecide(await gateFacts(tx, city.employerId, caseId, today)).map((it) =>
      it.key.replace("approvals.gate.", ""),
    ),
  );
const states = async (caseId: string) =>
  read(city.people.coordinator, async (tx) =>
    (await voicesOf(tx, city.employerId, caseId)).map(
      (it) => `${it.union.name} ${it.state} v${it.versionNumber}`,
    ),
  );

describe("the way to an open gate", () => {
  it("is: put on a meeting, called, answered by every union, minuted, minutes approved", async () => {
    const { coordinator, rep, otherRep } = city.people;
    const caseId = await preparedCase(city);
    expect(await gate(caseId)).toEqual(["notConsulted"]);
    const meeting = await planConsultation(
      coordinator,
      { kind: "unions", day: MEETING.day, place: "Bryggan" },
      noon(MEETING.planned),
    );
    await sendTo(city, meeting, [caseId], MEETING.planned);
    expect(await gate(caseId)).toEqual(["notCalled", "notCalled", "noMinutes"]);
    await callConsultation(coordinator, { id: meeting }, noon(MEETING.called));
    expect(await gate(caseId)).toEqual(["notAnswered", "notAnswered", "noMinutes"]);
    await answer(city, caseId, rep, "willReturn", MEETING.called, { returnsOn: MEETING.day });
    await answer(city, caseId, otherRep, "remarks", MEETING.day, { text: "Mer tid för handledarna." });
    expect(await gate(caseId)).toEqual(["willReturn", "noMinutes"]);
    await answer(city, caseId, rep, "noObjection", MEETING.day);
    await recordMinutes(
      coordinator,
      { id: meeting, number: "12", text: "Samverkan är avslutad." },
      noon(MEETING.day),
    );
    expect(await gate(caseId)).toEqual(["minutesNotApproved"]);
    await approveMinutes(otherRep, { id: meeting }, noon());
    expect(await gate(caseId)).toEqual([]);
  });

  it("hears the unions on the employer's list for the unit that day, and names one that was left out", async () => {
    const caseId = await preparedCase(city, { unit: "school" });
    const third = newId();
    const listed = newId();
    await write(city.people.admin, noon(), null, async ({ tx }) => {
      await tx.union.createMany({
        data: [{ employerId: city.employerId, id: third, name: "Lärarförbundet" }],
      });
      await tx.unionToHear.createMany({
        data: [
          {
            employerId: city.employerId,
            id: listed,
            unionId: third,
            unitId: city.units.school,
            from: new Date(`${addDays(TODAY, -5)}T00:00:00Z`),
          },
        ],
      });
    });
    const heard = (unit: string, on: string) =>
      read(city.people.coordinator, async (tx) =>
        (await unionsToHear(tx, city.employerId, [unit], on)).map((it) => it.name),
      );
    expect(await heard(city.units.school, TODAY)).toEqual(["Kommunal", "Lärarförbundet", "Vision"]);
    expect(await heard(city.units.school, addDays(TODAY, -6))).toEqual(["Kommunal", "Vision"]);
    expect(await heard(city.units.north, TODAY)).toEqual(["Kommunal", "Vision"]);
    // The meeting was called before the third union came on the list.
    await calledMeeting(city, [caseId]);
    expect(await gate(caseId)).toContain("notAsked");
    await write(city.people.admin, noon(), null, async ({ tx }) => {
      await tx.unionToHear.updateMany({
        where: { id: listed },
        data: { until: new Date(`${addDays(TODAY, -1)}T00:00:00Z`) },
      });
    });
    expect(await gate(caseId)).not.toContain("notAsked");
  });
});

describe("an answer", () => {
  it("comes from a representative of that union, never of another, and never of a neighbour", async () => {
    const caseId = await preparedCase(city);
    await calledMeeting(city, [caseId]);
    const { id, versionNumber } = await voiceOf(city, caseId, "first");
    const say = (actor: House["people"]["rep"]) =>
      giveStatement(
        actor,
        { voiceId: id, versionNumber, kind: "noObjection", text: "", returnsOn: null },
        noon(MEETING.day),
      );
    expect(await refused(say(city.people.otherRep))).toBe("refusals.notFound");
    expect(await refused(say(region.people.rep))).toBe("refusals.notFound");
    expect(await refused(say(city.people.coordinator))).toBe("refusals.noRight");
    expect(await refused(say(city.people.fellowRep))).toBe("not refused");
  });

  it("is not seen or given before the call", async () => {
    const caseId = await preparedCase(city);
    const meeting = await planConsultation(
      city.people.coordinator,
      { kind: "unions", day: addDays(TODAY, 14), place: "" },
      noon(),
    );
    await sendTo(city, meeting, [caseId]);
    expect(await refused(answer(city, caseId, city.people.rep, "noObjection", TODAY))).toBe(
      "refusals.notFound",
    );
  });

  it("is not given on one's own case, nor by who has acted on it for the employer", async () => {
    const { rep, fellowRep, coordinator } = city.people;
    const caseId = await preparedCase(city, { participant: rep });
    await calledMeeting(city, [caseId]);
    expect(await refused(answer(city, caseId, rep, "noObjection", MEETING.day))).toBe("refusals.ownCase");
    const coordinatorAsRep = acting(coordinator, { role: "unionRep", unionId: city.unions.first });
    expect(await refused(answer(city, caseId, coordinatorAsRep, "noObjection", MEETING.day))).toBe(
      "whyNot.otherSide",
    );
    expect(await refused(answer(city, caseId, fellowRep, "noObjection", MEETING.day))).toBe("not refused");
  });

  it("is refused when it was written on an older version, and asked for again", async () => {
    const { rep, otherRep } = city.people;
    const caseId = await preparedCase(city);
    await calledMeeting(city, [caseId]);
    const before = await voiceOf(city, caseId, "first");
    await answer(city, caseId, otherRep, "noObjection", MEETING.called);
    await write(city.people.coordinator, noon(MEETING.called), null, async (w) => {
      await lockCases(w, [caseId]);
    });
    const versionNumber = await freeze(city, caseId, { amount: "12000000" });
    await write(city.people.coordinator, noon(MEETING.called), null, async (w) => {
      await lockCases(w, [caseId]);
      await askAgain(w, { caseId, versionNumber });
    });
    expect(await states(caseId)).toEqual(["Kommunal called v2", "Vision called v2"]);
    const old = {
      voiceId: before.id,
      versionNumber: 1,
      kind: "noObjection" as const,
      text: "",
      returnsOn: null,
    };
    expect(await refused(giveStatement(rep, old, noon(MEETING.day)))).toBe("whyNot.newVersion");
    await answer(city, caseId, rep, "noObjection", MEETING.day);
    expect(await gate(caseId)).toEqual(["notAnswered", "noMinutes"]);
  });

  it("pressed twice is one statement", async () => {
    const { rep } = city.people;
    const caseId = await preparedCase(city);
    await calledMeeting(city, [caseId]);
    const { id, versionNumber } = await voiceOf(city, caseId, "first");
    const input = { voiceId: id, versionNumber, kind: "remarks" as const, text: "Mer tid.", returnsOn: null };
    const receipt = receiptOf("statement.give", newId(), input);
    await Promise.all([
      giveStatement(rep, input, noon(MEETING.day), receipt),
      giveStatement(rep, input, noon(MEETING.day), receipt),
    ]);
    expect(await read(rep, (tx) => tx.statement.count({ where: { caseId } }))).toBe(1);
    expect(await read(rep, (tx) => tx.caseEvent.count({ where: { caseId, kind: "statement.given" } }))).toBe(
      1,
    );
  });
});

describe("silence", () => {
  it("is put on record the day after a meeting that was called seven days before, and opens the gate", async () => {
    const { coordinator, rep } = city.people;
    const caseId = await preparedCase(city);
    const days = {
      planned: addDays(TODAY, -9),
      called: addDays(TODAY, -8),
      day: addDays(TODAY, -1),
      minuted: TODAY,
    };
    const meeting = await calledMeeting(city, [caseId], days);
    await answer(city, caseId, rep, "noObjection", days.day);
    const silent = await voiceOf(city, caseId, "second");
    expect(await refused(concludeSilent(coordinator, { voiceId: silent.id }, noon(days.day)))).toBe(
      "whyNot.meetingAhead",
    );
    await concludeSilent(coordinator, { voiceId: silent.id }, noon());
    await minuted(city, meeting);
    expect(await gate(caseId)).toEqual([]);
    const said = await read(coordinator, (tx) =>
      tx.statement.findMany({
        where: { voiceId: silent.id },
        select: { kind: true, personId: true, role: true },
      }),
    );
    expect(said).toEqual([{ kind: "noStatement", personId: coordinator.personId, role: "coordinator" }]);
  });

  it("of a union that was called six days before needs another meeting, which asks that union alone", async () => {
    const { coordinator, rep } = city.people;
    const caseId = await preparedCase(city);
    const days = {
      planned: addDays(TODAY, -8),
      called: addDays(TODAY, -7),
      day: addDays(TODAY, -1),
      minuted: TODAY,
    };
    const first = await calledMeeting(city, [caseId], days);
    await answer(city, caseId, rep, "noObjection", days.day);
    await minuted(city, first);
    const silent = await voiceOf(city, caseId, "second");
    expect(await refused(concludeSilent(coordinator, { voiceId: silent.id }, noon()))).toBe(
      "whyNot.calledTooLate",
    );

    const again = await planConsultation(
      coordinator,
      { kind: "unions", day: addDays(TODAY, 14), place: "" },
      noon(),
    );
    await takeUpAgain(coordinator, { caseId, consultationId: again }, noon());
    expect(await refused(takeUpAgain(coordinator, { caseId, consultationId: again }, noon()))).toBe(
      "whyNot.alreadyOnMeeting",
    );
    expect(await states(caseId)).toEqual(["Vision planned v1", "Kommunal concluded v1", "Vision called v1"]);
    expect(await refused(concludeSilent(coordinator, { voiceId: silent.id }, noon(addDays(TODAY, 30))))).toBe(
      "whyNot.laterMeeting",
    );
    await callConsultation(coordinator, { id: again }, noon());
    await answer(city, caseId, city.people.otherRep, "noObjection", addDays(TODAY, 14));
    await minuted2(again, addDays(TODAY, 14));
    expect(await gate(caseId, addDays(TODAY, 14))).toEqual([]);
  });

  async function minuted2(meeting: string, on: string) {
    await recordMinutes(city.people.coordinator, { id: meeting, number: "8", text: "Avslutad." }, noon(on));
    await approveMinutes(city.people.otherRep, { id: meeting }, noon(on));
  }
});
