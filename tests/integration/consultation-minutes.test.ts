import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/domain/day";
import { whyNotDecide } from "@/domain/gate";
import {
  approveMinutes,
  callConsultation,
  planConsultation,
  recordMinutes,
} from "@/features/consultations/commands";
import { gateFacts, voicesOf } from "@/features/consultations/queries";
import { addSubject, askAgain, takeUpAgain } from "@/features/consultations/subject-commands";
import {
  concludeCentral,
  concludeNegotiation,
  concludeSilent,
  requestCentral,
} from "@/features/consultations/voice-commands";
import { disconnect, read, write } from "@/server/db";
import { lockCases } from "@/server/lock";
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

describe("a disagreement", () => {
  async function disagreed() {
    const caseId = await preparedCase(city);
    const meeting = await calledMeeting(city, [caseId]);
    await answer(city, caseId, city.people.otherRep, "noObjection", MEETING.day);
    await answer(city, caseId, city.people.rep, "disagrees", MEETING.day, {
      text: "Fel grupp får utbildning.",
    });
    return { caseId, meeting, voice: (await voiceOf(city, caseId, "first")).id };
  }

  it("keeps the gate closed for seven days after the approved minutes", async () => {
    const { caseId, meeting } = await disagreed();
    await minuted(city, meeting, TODAY);
    expect(await gate(caseId, addDays(TODAY, 7))).toEqual(["timeForCentral"]);
    expect(await gate(caseId, addDays(TODAY, 8))).toEqual([]);
  });

  it("may be taken to a central negotiation until the seventh day, and then waits for its end", async () => {
    const late = await disagreed();
    await minuted(city, late.meeting, TODAY);
    expect(
      await refused(requestCentral(city.people.rep, { voiceId: late.voice }, noon(addDays(TODAY, 8)))),
    ).toBe("whyNot.centralTooLate");
    const { caseId, meeting, voice } = await disagreed();
    await minuted(city, meeting, TODAY);
    await requestCentral(city.people.rep, { voiceId: voice }, noon(addDays(TODAY, 7)));
    expect(await gate(caseId, addDays(TODAY, 60))).toEqual(["centralOpen"]);
    expect(
      await refused(concludeCentral(city.people.rep, { voiceId: voice, record: "Klart." }, noon())),
    ).toBe("refusals.noRight");
    await concludeCentral(
      city.people.coordinator,
      { voiceId: voice, record: "Parterna är överens om att gå vidare." },
      noon(addDays(TODAY, 40)),
    );
    expect(await gate(caseId, addDays(TODAY, 40))).toEqual([]);
  });

  it("asked as a negotiation is concluded by the coordinator only as one without agreement", async () => {
    const { coordinator, rep, otherRep } = city.people;
    const caseId = await preparedCase(city);
    const meeting = await calledMeeting(city, [caseId]);
    await answer(city, caseId, otherRep, "noObjection", MEETING.day);
    await answer(city, caseId, rep, "requestsNegotiation", MEETING.day, { text: "" });
    const { id } = await voiceOf(city, caseId, "first");
    await minuted(city, meeting, TODAY);
    expect(await gate(caseId)).toEqual(["negotiating"]);
    expect(await refused(concludeSilent(coordinator, { voiceId: id }, noon(addDays(TODAY, 30))))).toBe(
      "whyNot.negotiationUnderWay",
    );
    await concludeNegotiation(
      coordinator,
      { voiceId: id, record: "Oenighet i fråga om tiden." },
      noon(addDays(TODAY, 5)),
    );
    expect(await gate(caseId, addDays(TODAY, 12))).toEqual(["timeForCentral"]);
    expect(await gate(caseId, addDays(TODAY, 13))).toEqual([]);
  });
});

describe("minutes", () => {
  it("are approved by somebody who had a voice, did not write them, and is no party to a case in them", async () => {
    const { coordinator, rep, otherRep, fellowRep } = city.people;
    const caseId = await preparedCase(city, { applicant: rep });
    const meeting = await calledMeeting(city, [caseId]);
    expect(await refused(approveMinutes(otherRep, { id: meeting }, noon()))).toBe("whyNot.noMinutes");
    expect(
      await refused(
        recordMinutes(coordinator, { id: meeting, number: "1", text: "x" }, noon(addDays(MEETING.day, -1))),
      ),
    ).toBe("whyNot.meetingNotHeld");
    await recordMinutes(coordinator, { id: meeting, number: "1", text: "Ett." }, noon(MEETING.day));
    await recordMinutes(coordinator, { id: meeting, number: "1", text: "Rättat." }, noon(MEETING.day));
    const writer = acting(coordinator, { role: "unionRep", unionId: city.unions.first });
    expect(await refused(approveMinutes(writer, { id: meeting }, noon()))).toBe("whyNot.ownMinutes");
    expect(await refused(approveMinutes(rep, { id: meeting }, noon()))).toBe("refusals.ownCase");
    expect(await refused(approveMinutes(region.people.otherRep, { id: meeting }, noon()))).toBe(
      "refusals.notFound",
    );
    await approveMinutes(fellowRep, { id: meeting }, noon());
    expect(await refused(approveMinutes(otherRep, { id: meeting }, noon()))).toBe("whyNot.minutesStand");
    expect(
      await refused(
        recordMinutes(coordinator, { id: meeting, number: "1", text: "Ändrat i efterhand." }, noon()),
      ),
    ).toBe("whyNot.minutesStand");
  });

  it("once approved stay as they are: a change asks at another meeting, and the gate says so", async () => {
    const { coordinator, rep, otherRep } = city.people;
    const caseId = await preparedCase(city);
    const meeting = await calledMeeting(city, [caseId]);
    for (const one of [rep, otherRep]) await answer(city, caseId, one, "noObjection", MEETING.day);
    await minuted(city, meeting, TODAY);
    expect(await refused(answer(city, caseId, rep, "disagrees", TODAY, { text: "Vi har ångrat oss." }))).toBe(
      "whyNot.answerInMinutes",
    );
    const versionNumber = await freeze(city, caseId, { headcount: 20 });
    await write(coordinator, noon(), null, async (w) => {
      await lockCases(w, [caseId]);
      await askAgain(w, { caseId, versionNumber });
    });
    expect(await states(caseId)).toEqual(["Kommunal concluded v1", "Vision concluded v1"]);
    expect(await gate(caseId)).toEqual(["olderVersion", "olderVersion"]);
    const again = await planConsultation(
      coordinator,
      { kind: "unions", day: addDays(TODAY, 14), place: "" },
      noon(),
    );
    await takeUpAgain(coordinator, { caseId, consultationId: again }, noon());
    expect(await gate(caseId)).toEqual(["notCalled", "notCalled", "noMinutes"]);
  });
});

describe("a meeting", () => {
  it("takes no case after its day, none twice, and none of a neighbour", async () => {
    const { coordinator } = city.people;
    const caseId = await preparedCase(city);
    const meeting = await planConsultation(
      coordinator,
      { kind: "unions", day: addDays(TODAY, 7), place: "" },
      noon(),
    );
    const put = (house: House, id: string, on = TODAY) =>
      write(house.people.coordinator, noon(on), null, async (w) => {
        await lockCases(w, [id]);
        await addSubject(w, { consultationId: meeting, caseId: id, versionNumber: 1 });
      });
    expect(await refused(put(city, caseId, addDays(TODAY, 8)))).toBe("whyNot.meetingPassed");
    await put(city, caseId);
    expect(await refused(put(city, caseId))).toBe("whyNot.alreadyOnMeeting");
    expect(await refused(put(region, await preparedCase(region)))).toBe("refusals.notFound");
    expect(
      await refused(
        planConsultation(coordinator, { kind: "unions", day: addDays(TODAY, -1), place: "" }, noon()),
      ),
    ).toBe("whyNot.dayPassed");
    expect(
      await refused(planConsultation(city.people.rep, { kind: "unions", day: TODAY, place: "" }, noon())),
    ).toBe("refusals.noRight");
  });

  it("of the joint group is not for a city, whose unions are heard", async () => {
    const caseId = await preparedCase(city);
    const meeting = await planConsultation(
      city.people.coordinator,
      { kind: "jointGroup", day: TODAY, place: "" },
      noon(),
    );
    expect(await refused(sendTo(city, meeting, [caseId]))).toBe("whyNot.wrongKind");
  });

  it("called again reaches only what came on the agenda later", async () => {
    const { coordinator } = city.people;
    const [first, second] = [await preparedCase(city), await preparedCase(city)];
    const days = { planned: TODAY, called: TODAY, day: addDays(TODAY, 14), minuted: TODAY };
    const meeting = await calledMeeting(city, [first], days);
    expect(await refused(callConsultation(coordinator, { id: meeting }, noon()))).toBe(
      "whyNot.calledAlready",
    );
    await sendTo(city, meeting, [second]);
    await callConsultation(coordinator, { id: meeting }, noon(addDays(TODAY, 2)));
    const called = (caseId: string) =>
      read(coordinator, async (tx) => (await voicesOf(tx, city.employerId, caseId)).map((it) => it.calledAt));
    expect(await called(first)).toEqual([noon(), noon()]);
    expect(await called(second)).toEqual([noon(addDays(TODAY, 2)), noon(addDays(TODAY, 2))]);
    const told = await read(coordinator, (tx) =>
      tx.caseEvent.findMany({
        where: { subjectId: meeting, kind: "consultation.called" },
        select: { caseId: true },
        orderBy: { seq: "asc" },
      }),
    );
    expect(told.map((it) => it.caseId)).toEqual([first, second]);
  });
});
