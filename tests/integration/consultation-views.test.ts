import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, type Day } from "@/domain/day";
import { approveCase } from "@/features/approvals/commands";
import { getDecision } from "@/features/approvals/queries";
import { getCaseVoices } from "@/features/consultations/case-queries";
import { planConsultation } from "@/features/consultations/commands";
import { getMeetings, getSaidBefore } from "@/features/consultations/list-queries";
import { getMeeting } from "@/features/consultations/meeting-queries";
import { askAgain } from "@/features/consultations/subject-commands";
import { disconnect, write } from "@/server/db";
import { lockCases } from "@/server/lock";
import { answer, calledMeeting, freeze, type MEETING, preparedCase, readyCases, sendTo } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, TODAY, type World, world } from "../people";
import { refused } from "../refused";

let db: FreshDatabase;
let at: World;
let city: House;
beforeAll(async () => {
  db = await freshDatabase();
  at = await world(db);
  city = at.city;
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

const AHEAD: typeof MEETING = { planned: TODAY, called: TODAY, day: addDays(TODAY, 11), minuted: TODAY };

describe("a meeting", () => {
  it("shows a union its own words and of another only how far it is", async () => {
    const { rep, otherRep, coordinator } = city.people;
    const caseId = await preparedCase(city, { title: "Delad" });
    const meeting = await calledMeeting(city, [caseId], AHEAD);
    await answer(city, caseId, otherRep, "disagrees", TODAY, { text: "Hemligt för andra fack." });
    const textsFor = async (actor: typeof rep) =>
      (await getMeeting(actor, meeting, TODAY)).items.flatMap((it) =>
        it.voices.map((voice) => [voice.union.name, voice.newest?.kind, voice.newest?.text]),
      );
    expect(await textsFor(rep)).toEqual([
      ["Kommunal", undefined, undefined],
      ["Vision", "disagrees", ""],
    ]);
    expect(JSON.stringify(await getMeeting(rep, meeting, TODAY))).not.toContain("Hemligt");
    expect(JSON.stringify(await getCaseVoices(rep, caseId, TODAY))).not.toContain("Hemligt");
    expect(await textsFor(otherRep)).toContainEqual(["Vision", "disagrees", "Hemligt för andra fack."]);
    expect(await textsFor(coordinator)).toContainEqual(["Vision", "disagrees", "Hemligt för andra fack."]);
  });

  it("shows a union only the items that it was called to, and a neighbour nothing", async () => {
    const { rep, coordinator } = city.people;
    const [first, later] = [
      await preparedCase(city, { title: "Först" }),
      await preparedCase(city, { title: "Senare" }),
    ];
    const meeting = await calledMeeting(city, [first], AHEAD);
    await sendTo(city, meeting, [later]);
    const titles = async (actor: typeof rep) =>
      (await getMeeting(actor, meeting, TODAY)).items.map((it) => it.content.title);
    expect(await titles(rep)).toEqual(["Först"]);
    expect(await titles(coordinator)).toEqual(["Först", "Senare"]);
    expect(await titles(acting(rep, { units: city.people.schoolManager.units })).catch(() => "nothing")).toBe(
      "nothing",
    );
    expect(await refused(getMeeting(at.region.people.rep, meeting, TODAY))).toBe("refusals.notFound");
    expect(await refused(getMeeting(at.region.people.coordinator, meeting, TODAY))).toBe("refusals.notFound");
  });

  it("says what changed since the union answered last, from what was frozen and not from the case of today", async () => {
    const { rep, otherRep, coordinator } = city.people;
    const caseId = await preparedCase(city, { amount: kr(292_600) });
    const meeting = await calledMeeting(city, [caseId], AHEAD);
    await answer(city, caseId, rep, "remarks", TODAY, { text: "Fler timmar." });
    for (const amount of ["30000000", "31200000"]) {
      const versionNumber = await freeze(city, caseId, { amount });
      await write(coordinator, noon(), null, async (w) => {
        await lockCases(w, [caseId]);
        await askAgain(w, { caseId, versionNumber });
      });
    }
    await write(coordinator, noon(), null, async ({ tx }) => {
      await tx.preRegistration.updateMany({ where: { id: caseId }, data: { amount: kr(1) } });
    });
    const changes = async (actor: typeof rep) => (await getMeeting(actor, meeting, TODAY)).items[0]?.changes;
    expect(await changes(rep)).toEqual([{ field: "amount", before: kr(292_600), after: kr(312_000) }]);
    expect(await changes(otherRep)).toEqual([{ field: "amount", before: kr(300_000), after: kr(312_000) }]);
    const [item] = (await getMeeting(rep, meeting, TODAY)).items;
    expect(item?.own?.before.map((it) => it.text)).toEqual(["Fler timmar."]);
    expect(item?.own?.newest).toBeNull();
  });

  it("tells a party why there is no form, and the coordinator why silence cannot be recorded yet", async () => {
    const { rep, coordinator } = city.people;
    const caseId = await preparedCase(city, { participant: rep });
    const meeting = await calledMeeting(city, [caseId], AHEAD);
    const [own] = (await getMeeting(rep, meeting, TODAY)).items;
    expect(own?.own?.answer?.key).toBe("refusals.ownCase");
    const silence = async (today: Day) =>
      (await getMeeting(coordinator, meeting, today)).items[0]?.voices.map((it) => it.silence?.key ?? "may");
    expect(await silence(AHEAD.day)).toEqual(Array(2).fill("consultations.whyNot.meetingAhead"));
    expect(await silence(addDays(AHEAD.day, 1))).toEqual(["may", "may"]);
  });
});

describe("the list of meetings", () => {
  it("tells a representative what is left to answer and what changed, and the coordinator what is not concluded", async () => {
    const { region } = at;
    const { coordinator, rep } = region.people;
    const ids = [await preparedCase(region), await preparedCase(region), await preparedCase(region)];
    const [one = "", two = ""] = ids;
    await calledMeeting(region, ids, AHEAD);
    await answer(region, one, rep, "willReturn", TODAY, { returnsOn: AHEAD.day });
    await answer(region, two, rep, "noObjection", TODAY);
    const versionNumber = await freeze(region, two, { headcount: 20 });
    await write(coordinator, noon(), null, async (w) => {
      await lockCases(w, [two]);
      await askAgain(w, { caseId: two, versionNumber });
    });
    expect((await getMeetings(rep, TODAY, undefined)).ahead).toMatchObject([
      { subjects: 3, open: 2, changed: 1, minutes: "none", called: true },
    ]);
    expect((await getMeetings(coordinator, TODAY, undefined)).ahead).toMatchObject([
      { subjects: 3, open: 6 },
    ]);
  });

  it("turns through held meetings by key, each once", async () => {
    const { coordinator } = at.office.people;
    const days = Array.from({ length: 60 }, (_, nth) => addDays(TODAY, -60 + Math.floor(nth / 2)));
    for (const day of days)
      await planConsultation(coordinator, { kind: "unions", day, place: "" }, noon(day));
    const first = await getMeetings(coordinator, TODAY, undefined);
    const second = await getMeetings(coordinator, TODAY, first.next ?? "");
    const all = [...first.behind, ...second.behind];
    expect([first.behind.length, second.behind.length, second.next]).toEqual([50, 10, null]);
    expect(new Set(all.map((it) => it.id)).size).toBe(60);
    expect(all.map((it) => it.day)).toEqual(days.toSorted().toReversed());
    expect((await getMeetings(coordinator, TODAY, "nonsense")).behind).toHaveLength(50);
  });

  it("says what came of what was said", async () => {
    const { agency } = at;
    const seen = await getSaidBefore(agency.people.rep, null);
    expect(seen).toEqual([]);
    const { rep, chief } = at.office.people;
    const [gone = "", waits = ""] = await readyCases(at.office, [
      { title: "Gick", amount: kr(1_000) },
      { title: "Väntar" },
    ]);
    await approveCase(chief, { caseId: gone, amount: kr(1_000) }, noon());
    await freeze(at.office, waits, { amount: "5" });
    expect((await getSaidBefore(rep, null)).map((it) => [it.title, it.kind, it.came]).toSorted()).toEqual([
      ["Gick", "noObjection", "approved"],
      ["Väntar", "noObjection", "changed"],
    ]);
  });
});

describe("the decision on a case's page", () => {
  it("lists what hinders in the order it can be mended, and names who could decide", async () => {
    const { chief, decider, coordinator } = city.people;
    const caseId = await preparedCase(city, { amount: kr(400_000), participant: chief });
    await calledMeeting(city, [caseId], AHEAD);
    const view = await getDecision(chief, caseId, TODAY);
    expect(view.against.map((it) => it.key.replace("approvals.gate.", ""))).toEqual([
      "notAnswered",
      "notAnswered",
      "noMinutes",
    ]);
    expect(view.decider).toEqual({ yes: { key: "refusals.ownCase" }, no: { key: "refusals.ownCase" } });
    expect(view.deciders).toEqual([]);
    expect((await getDecision(decider, caseId, TODAY)).decider?.yes?.key).toBe("approvals.whyNot.overLimit");
    expect((await getDecision(decider, caseId, TODAY)).decider?.no).toBeNull();
    expect((await getDecision(coordinator, caseId, TODAY)).decider).toBeNull();
  });

  it("agrees with the command: nothing against means that it goes through", async () => {
    const { decider } = city.people;
    const [caseId = ""] = await readyCases(city, [{ amount: kr(1_000) }]);
    const view = await getDecision(decider, caseId, TODAY);
    expect([view.against, view.decider, view.unionsDone, view.enough]).toEqual([
      [],
      { yes: null, no: null },
      true,
      true,
    ]);
    expect(view.deciders).toEqual(["Disa Malm", "Carl Nord"]);
    await approveCase(decider, { caseId, amount: view.amount }, noon());
    expect((await getDecision(decider, caseId, TODAY)).decisions).toMatchObject([
      { by: "Disa Malm", outcome: "approved", paragraph: "KS 4.2", onBehalfOf: "Sundhamns stad" },
    ]);
  });

  it("is not there for who does not see the case", async () => {
    const caseId = await preparedCase(city);
    expect(await refused(getDecision(at.region.people.chief, caseId, TODAY))).toBe("refusals.notFound");
    expect(await refused(getCaseVoices(city.people.employee, caseId, TODAY))).toBe("refusals.notFound");
  });
});
