import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { dayOf } from "@/domain/day";
import {
  completeInitiative,
  countParticipants,
  startInitiative,
} from "@/features/initiatives/carry-out-commands";
import { addInitiative, assignInitiative, stopInitiative } from "@/features/initiatives/plan-commands";
import { getInitiative } from "@/features/initiatives/queries";
import { disconnect } from "@/server/db";
import { receiptOf } from "@/server/receipts";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, type World, world } from "../people";
import { initiative, kinds, refusal, tookPart, warm } from "./after-decision";
import { approvedCase, type Granted, grantedCase, PERIOD } from "./approved-case";

let db: FreshDatabase;
let all: World;
let city: House;
beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  city = all.city;
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

describe("planning out of an approved case", () => {
  const plan = (caseId: string, amount: bigint) => ({
    caseId,
    title: "Första delen",
    unitId: city.units.north,
    amount,
    periodFrom: PERIOD.from,
    periodUntil: PERIOD.until,
    headcount: 6,
    ideaIds: [] as string[],
  });

  test("several initiatives share what is reserved, to the öre; provider and owner follow the case", async () => {
    const { caseId, ideaId } = await approvedCase(city);
    const id = await addInitiative(
      city.people.coordinator,
      { ...plan(caseId, kr(200_000)), ideaIds: [ideaId] },
      noon(),
    );
    expect(await initiative(city, id)).toMatchObject({
      status: "planned",
      ownerId: city.people.northManager.personId,
      providerName: "Sundhamns vuxenskola",
    });
    await expect(
      addInitiative(city.people.coordinator, plan(caseId, kr(112_000) + 1n), noon()),
    ).rejects.toEqual(refusal("initiatives.whyNot.moreThanReserved", "amount"));
    await addInitiative(city.people.coordinator, plan(caseId, kr(112_000)), noon());
    expect(await kinds(city, caseId)).toEqual(["initiative.planned", "initiative.planned"]);
  });

  test("what a cancelled one was planned to cost may be planned anew", async () => {
    const { caseId } = await approvedCase(city);
    const id = await addInitiative(city.people.coordinator, plan(caseId, kr(312_000)), noon());
    await stopInitiative(
      city.people.coordinator,
      { id, to: "cancelled", reason: "Kursen ges inte." },
      noon(),
    );
    await addInitiative(city.people.coordinator, plan(caseId, kr(312_000)), noon());
  });

  test("eight at once on what is left for one: one gets it", async () => {
    const { caseId } = await approvedCase(city);
    await warm(city, 8);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        addInitiative(city.people.coordinator, plan(caseId, kr(200_000)), noon()),
      ),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("only the coordinator, only a unit and ideas of the case, only in sight", async () => {
    const { caseId } = await approvedCase(city);
    const other = await approvedCase(city);
    await expect(addInitiative(city.people.northManager, plan(caseId, 1n), noon())).rejects.toEqual(
      refusal("refusals.noRight"),
    );
    await expect(
      addInitiative(city.people.coordinator, { ...plan(caseId, 1n), unitId: city.units.school }, noon()),
    ).rejects.toEqual(refusal("refusals.notFound"));
    await expect(
      addInitiative(city.people.coordinator, { ...plan(caseId, 1n), ideaIds: [other.ideaId] }, noon()),
    ).rejects.toEqual(refusal("refusals.notFound"));
    await expect(addInitiative(all.region.people.coordinator, plan(caseId, 1n), noon())).rejects.toEqual(
      refusal("refusals.notFound"),
    );
  });

  test("not out of a case that is no longer approved", async () => {
    const { caseId } = await approvedCase(city, { lom: true });
    await expect(addInitiative(city.people.coordinator, plan(caseId, 1n), noon())).rejects.toEqual(
      refusal("initiatives.whyNot.caseNotApproved"),
    );
  });
});

describe("owner and period", () => {
  const assign = (it: Granted, change: Partial<Parameters<typeof assignInitiative>[1]> = {}) =>
    assignInitiative(
      city.people.coordinator,
      {
        id: it.initiativeId,
        ownerId: city.people.manager.personId,
        periodFrom: PERIOD.from,
        periodUntil: PERIOD.until,
        revision: 1,
        ...change,
      },
      noon(),
    );

  test("a granted initiative without an owner is scheduled once it has one", async () => {
    const it = await grantedCase(city, { ownerId: null });
    expect((await initiative(city, it.initiativeId)).status).toBe("planned");
    await assign(it);
    expect(await initiative(city, it.initiativeId)).toMatchObject({
      status: "scheduled",
      ownerId: city.people.manager.personId,
      revision: 3,
    });
    expect((await kinds(city, it.caseId)).slice(-2)).toEqual([
      "initiative.ownerChanged",
      "initiative.scheduled",
    ]);
  });

  test("one that is not granted stays planned", async () => {
    const { caseId } = await approvedCase(city);
    const id = await addInitiative(
      city.people.coordinator,
      {
        caseId,
        title: "Ännu inte sökt",
        unitId: city.units.north,
        amount: kr(1),
        periodFrom: null,
        periodUntil: null,
        headcount: null,
        ideaIds: [],
      },
      noon(),
    );
    await assign({ initiativeId: id } as Granted);
    expect((await initiative(city, id)).status).toBe("planned");
  });

  test("a period that ends before it begins, an unknown owner, and another's changes are refused", async () => {
    const it = await grantedCase(city, { ownerId: null });
    await expect(assign(it, { periodUntil: "2027-01-31" })).rejects.toEqual(
      refusal("refusals.endBeforeStart", "periodUntil"),
    );
    await expect(assign(it, { ownerId: all.region.people.manager.personId })).rejects.toEqual(
      refusal("refusals.notFound", "ownerId"),
    );
    await expect(assign(it, { revision: 7 })).rejects.toEqual(refusal("refusals.changedMeanwhile"));
    expect((await initiative(city, it.initiativeId)).revision).toBe(1);
  });
});

describe("carrying out", () => {
  test("started from its first day, counted, completed", async () => {
    const it = await grantedCase(city);
    await expect(
      startInitiative(city.people.northManager, { id: it.initiativeId }, noon("2027-01-31")),
    ).rejects.toEqual(refusal("initiatives.whyNot.tooEarly"));
    await startInitiative(city.people.northManager, { id: it.initiativeId }, noon(PERIOD.from));
    await expect(
      completeInitiative(
        city.people.northManager,
        { id: it.initiativeId, completedOn: "2027-05-31" },
        noon("2027-05-31"),
      ),
    ).rejects.toEqual(refusal("initiatives.whyNot.notCounted"));
    await expect(
      countParticipants(
        city.people.northManager,
        { id: it.initiativeId, groups: [...tookPart(2), ...tookPart(0)] },
        noon("2027-05-31"),
      ),
    ).rejects.toEqual(refusal("initiatives.whyNot.nobody", "groups.1.women"));
    await countParticipants(
      city.people.northManager,
      { id: it.initiativeId, groups: [...tookPart(2), ...tookPart(1, 1)] },
      noon("2027-05-31"),
    );
    await countParticipants(
      city.people.northManager,
      { id: it.initiativeId, groups: tookPart(8, 3) },
      noon("2027-05-31"),
    );
    await completeInitiative(
      city.people.northManager,
      { id: it.initiativeId, completedOn: "2027-05-31" },
      noon("2027-06-02"),
    );
    const done = await initiative(city, it.initiativeId);
    expect({
      status: done.status,
      tookPart: done.tookPart,
      on: done.completedOn && dayOf(done.completedOn),
    }).toEqual({
      status: "completed",
      tookPart: 11,
      on: "2027-05-31",
    });
    // The second count stands alone.
    const { groups } = await getInitiative(city.people.northManager, it.initiativeId, "2027-06-02");
    expect(groups).toEqual(tookPart(8, 3));
    expect((await kinds(city, it.caseId)).slice(-4)).toEqual([
      "initiative.started",
      "initiative.counted",
      "initiative.counted",
      "initiative.completed",
    ]);
  });

  test.each<[string, (house: House) => Actor, string | null]>([
    [
      "the owner as an employee",
      (house) => acting(house.people.northManager, { role: "employee", units: "all" }),
      null,
    ],
    [
      "the owner's substitute",
      (house) =>
        acting(house.people.colleague, {
          role: "manager",
          units: [house.units.school],
          onBehalfOf: house.people.northManager.personId,
        }),
      null,
    ],
    ["the manager above", (house) => house.people.manager, null],
    ["the coordinator", (house) => house.people.coordinator, null],
    ["another unit's manager", (house) => house.people.schoolManager, "refusals.notFound"],
    ["the applicant, who sees it", (house) => house.people.employee, "initiatives.whyNot.notYours"],
    ["somebody who does not see it", (house) => house.people.colleague, "refusals.notFound"],
    ["HR", (house) => house.people.hr, "refusals.noRight"],
    ["a union's representative", (house) => house.people.rep, "refusals.noRight"],
  ])("%s", async (_, who, why) => {
    const it = await grantedCase(city);
    const start = startInitiative(who(city), { id: it.initiativeId }, noon(PERIOD.from));
    if (why) await expect(start).rejects.toEqual(refusal(why));
    else await start;
    expect((await initiative(city, it.initiativeId)).status).toBe(why ? "scheduled" : "underWay");
  });

  test("a double click starts once, with one event", async () => {
    const it = await grantedCase(city);
    const receipt = receiptOf("initiative.carryOut", "key", { id: it.initiativeId });
    const start = () =>
      startInitiative(city.people.northManager, { id: it.initiativeId }, noon(PERIOD.from), receipt);
    await Promise.all([start(), start()]);
    expect((await kinds(city, it.caseId)).filter((kind) => kind === "initiative.started")).toHaveLength(1);
  });
});
