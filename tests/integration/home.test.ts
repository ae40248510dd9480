import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/actor";
import { addDays, column, type Day } from "@/domain/day";
import { approveCase } from "@/features/approvals/commands";
import { submitIdea } from "@/features/ideas/author-commands";
import { supportIdea } from "@/features/ideas/commands";
import { book } from "@/features/ledger/commands";
import { readiness } from "@/features/reports/home-admin-queries";
import { ideasToSupport } from "@/features/reports/home-employee-queries";
import { managerHome } from "@/features/reports/home-manager-queries";
import { coordinatorHome } from "@/features/reports/home-money-queries";
import { moneySharing } from "@/features/reports/home-sharing-queries";
import { readQuery, search } from "@/features/tasks/search-queries";
import { disconnect, type Tx, write } from "@/server/db";
import { newId } from "@/server/id";
import { calledMeeting, freeze, preparedCase, readyCases } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, TODAY, type World, world } from "../people";
import { approvedCase, grantedCase } from "./approved-case";

let db: FreshDatabase;
let all: World;
let city: House;
let region: House;
beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  ({ city, region } = all);
});
afterAll(async () => {
  await disconnect();
  await db.drop();
});

const homeMoney = async (actor: Actor, today: Day) => (await coordinatorHome(actor, "tlo", today)).funds;
const homePipeline = async (actor: Actor, scheme: "tlo" | "lom", today: Day) =>
  (await coordinatorHome(actor, scheme, today)).pipeline;

const lay = (house: House, change: (tx: Tx) => Promise<unknown>) =>
  write(house.people.coordinator, noon(), null, async ({ tx }) => {
    await change(tx);
  });

describe("the money of the coordinator's home", () => {
  it("is the ledger's, with what is on its way and what has no proposal", async () => {
    const { coordinator, careCoordinator } = city.people;
    const before = await homeMoney(coordinator, TODAY);
    expect(before).toMatchObject({
      fund: { name: "Medel 2024–2026", reserveDay: "2026-12-31" },
      lastDay: "2026-12-31",
      forecast: { daysLeft: 38, pacePerWeek: 0n },
      losing: { amount: kr(9_800_000), after: "2026-12-31" },
      whole: true,
      yearly: null,
    });
    expect(before?.thread).toMatchObject({ frame: kr(9_800_000), available: kr(9_800_000), onItsWay: 0n });

    await approvedCase(city, { amount: kr(740_000) });
    await grantedCase(city, { amount: kr(1_840_000) });
    await preparedCase(city, { amount: kr(300_000) });
    await preparedCase(city, { amount: kr(200_000), unit: "school" });
    await preparedCase(region, { amount: kr(5_000_000) });
    const { thread, forecast, losing, notSecured, largest } = (await homeMoney(coordinator, TODAY)) ?? {};
    expect(thread).toEqual({
      frame: kr(9_800_000),
      available: kr(7_220_000),
      paid: 0n,
      granted: kr(1_840_000),
      booked: kr(740_000),
      onItsWay: kr(500_000),
      noProposal: kr(6_720_000),
    });
    // What is left spread over the 38 days until the last, to the öre above.
    expect(forecast?.paceNeeded).toBe((kr(7_220_000) * 7n + 37n) / 38n);
    // Decided and not filed is lost like what is left; what is granted is safe.
    expect(losing).toEqual({ amount: kr(7_960_000), after: "2026-12-31" });
    expect(notSecured?.map(({ amount }) => amount)).toEqual([kr(740_000)]);
    expect(largest?.amount).toBe(kr(740_000));

    const part = await homeMoney(careCoordinator, TODAY);
    expect(part?.whole).toBe(false);
    expect(part?.thread.onItsWay).toBe(kr(300_000));
    expect(part?.losing).toEqual(losing);
  });

  it("under LOM has no last day but how many yearly provisions it is", async () => {
    const { agency } = all;
    const at = await homeMoney(agency.people.coordinator, TODAY);
    expect(at).toMatchObject({ fund: { reserveDay: null }, losing: null, yearly: kr(9_800_000) });
    expect(at?.ageInTenths).toBe(10);
    const newest = { fundId: newId(), potId: newId() };
    await write(agency.people.hr, noon(), null, async (w) => {
      await w.tx.fund.createMany({
        data: [
          {
            employerId: agency.employerId,
            id: newest.fundId,
            name: "LOM, nästa",
            version: "lom",
            state: "open",
            reverts: false,
            from: column("2026-07-01"),
            until: column("2027-06-30"),
          },
        ],
      });
      await w.tx.pot.createMany({
        data: [{ employerId: agency.employerId, fundId: newest.fundId, id: newest.potId }],
      });
      await book(w, [{ movement: "provide", amount: kr(1_200_000), ...newest }]);
    });
    const both = await homeMoney(agency.people.coordinator, TODAY);
    expect(both).toMatchObject({ fund: { name: "LOM, nästa" }, yearly: kr(1_200_000) });
    expect(both?.thread.available).toBe(kr(11_000_000));
    // Eleven million in years of 1.2.
    expect(both?.ageInTenths).toBe(91);
  });

  it("is nothing when nothing can be reserved, and nobody else's sight", async () => {
    expect(await homeMoney(city.people.coordinator, "2027-01-01")).toBeNull();
    expect(await homeMoney(city.people.coordinator, "2026-12-31")).not.toBeNull();
  });
});

describe("the pipeline", () => {
  it("holds kronor, count and median days per step, within the role's units", async () => {
    const { office } = all;
    const { coordinator, careCoordinator, chief } = office.people;
    const lying = async (actor: Actor = coordinator) => {
      const { before, after } = await homePipeline(actor, "tlo", TODAY);
      return Object.fromEntries(
        [...before, ...after].filter(({ count }) => count > 0).map(({ step, ...facts }) => [step, facts]),
      );
    };
    expect(await lying()).toEqual({});

    const [ready] = (await readyCases(office, [{ amount: kr(530_000) }])) as [string];
    const heard = await preparedCase(office, { amount: kr(240_000) });
    await calledMeeting(office, [heard]);
    const school = await preparedCase(office, { amount: kr(70_000), unit: "school" });
    await preparedCase(office, { amount: kr(30_000) });
    await lay(office, (tx) =>
      tx.preRegistration.updateMany({
        where: { id: school },
        data: { status: "submitted", statusSince: noon(addDays(TODAY, -4)) },
      }),
    );
    expect(await lying()).toEqual({
      submitted: { amount: kr(70_000), count: 1, medianDays: 4 },
      endorsed: { amount: kr(30_000), count: 1, medianDays: 0 },
      inConsultation: { amount: kr(240_000), count: 1, medianDays: 14 },
      // Open since its minutes were approved, two days ago.
      toDecision: { amount: kr(530_000), count: 1, medianDays: 2 },
    });
    expect(Object.keys(await lying(careCoordinator))).toEqual(["endorsed", "inConsultation", "toDecision"]);

    await approveCase(chief, { caseId: ready, amount: kr(530_000) }, noon());
    // LOM: granted with the decision, and its period has not begun.
    expect(await lying()).toMatchObject({ notStarted: { amount: kr(530_000), count: 1, medianDays: 0 } });
    expect(await lying()).not.toHaveProperty("toDecision");
    const { notStarted, after } = await homePipeline(coordinator, "lom", TODAY);
    expect(after.map(({ step }) => step)).toEqual(["notStarted", "underWay", "toRequisition"]);
    expect(notStarted).toMatchObject([
      { owner: { name: "Nils Dunder" }, scheduled: true, amount: kr(530_000) },
    ]);
  });

  it("follows granted money to its claim, and what is booked as the ledger has it", async () => {
    const { coordinator } = region.people;
    const lying = async () => {
      const { after, late } = await homePipeline(coordinator, "tlo", TODAY);
      return { late, ...Object.fromEntries(after.map(({ step, amount, count }) => [step, [amount, count]])) };
    };
    await approvedCase(region, { amount: kr(100_000), on: "2026-11-01" });
    const { initiativeId, partIds } = await grantedCase(region, {
      amount: kr(50_000),
      period: { from: "2026-09-01", until: "2026-10-31" },
    });
    const none = [0n, 0];
    expect(await lying()).toEqual({
      late: 0,
      // The granted case is still approved, with nothing reserved any more.
      withNationalFund: [kr(100_000), 1],
      notStarted: [kr(50_000), 1],
      underWay: none,
      toRequisition: none,
    });
    const become = (status: "underWay" | "completed") =>
      lay(region, (tx) =>
        tx.initiative.updateMany({
          where: { id: initiativeId },
          data: { status, completedOn: status === "completed" ? column(TODAY) : null },
        }),
      );
    await become("underWay");
    expect(await lying()).toMatchObject({ late: 1, notStarted: none, underWay: [kr(50_000), 1] });
    await become("completed");
    expect(await lying()).toMatchObject({ late: 0, underWay: none, toRequisition: [kr(50_000), 1] });
    await lay(region, (tx) =>
      tx.requisition.createMany({
        data: [
          {
            employerId: region.employerId,
            id: newId(),
            partId: partIds[0] ?? "",
            status: "sent",
            statusSince: noon(),
            amount: kr(50_000),
          },
        ],
      }),
    );
    expect(await lying()).toMatchObject({ toRequisition: none });
  });
});

describe("how the money is shared", () => {
  it("adds up what is decided per top unit, beside its people, and shows no small unit's people", async () => {
    const { rep } = city.people;
    await lay(city, async (tx) => {
      for (const [unit, headcount] of [
        ["care", 300],
        ["school", 4],
      ] as const)
        await tx.unit.updateMany({ where: { id: city.units[unit] }, data: { headcount } });
    });
    // 740 000 and 1 840 000 in north above.
    const school = await approvedCase(city, { amount: kr(420_000) });
    await lay(city, (tx) =>
      tx.preRegistration.updateMany({
        where: { id: school.caseId },
        data: { unitId: city.units.school, status: "converted" },
      }),
    );
    const sharing = await moneySharing(rep, TODAY);
    expect(sharing?.total).toBe(kr(3_000_000));
    expect(sharing?.shares).toEqual([
      {
        unitId: city.units.care,
        unit: "care enhet",
        cases: 2,
        amount: kr(2_580_000),
        ofMoney: 0.86,
        ofPeople: 300 / 304,
      },
      {
        unitId: city.units.school,
        unit: "school enhet",
        cases: 1,
        amount: kr(420_000),
        ofMoney: 0.14,
        ofPeople: null,
      },
    ]);
  });

  it("is nothing where the role sees no funds, or nothing is decided", async () => {
    expect(await moneySharing(city.people.employee, TODAY)).toBeNull();
    expect(await moneySharing(all.agency.people.rep, TODAY)).toBeNull();
  });
});

describe("the manager's home", () => {
  it("says what each case that waits costs the unit itself, and what the units do this quarter", async () => {
    const { northManager, schoolManager } = city.people;
    const id = await preparedCase(city, { ownerId: null, amount: kr(90_000) });
    await lay(city, async (tx) => {
      await tx.preRegistration.updateMany({
        where: { id },
        data: { status: "submitted", amount: kr(95_000) },
      });
      await tx.caseUnit.updateMany({ where: { caseId: id }, data: { ownCost: kr(40_000) } });
    });
    const { asked } = await managerHome(northManager, "tlo", TODAY);
    expect(asked).toMatchObject([{ id, unit: "north enhet", amount: kr(95_000), ownCost: kr(40_000) }]);
    expect((await managerHome(schoolManager, "tlo", TODAY)).asked).toEqual([]);

    const now = await grantedCase(city, { period: { from: "2026-06-01", until: "2026-10-01" } });
    const past = await grantedCase(city, { period: { from: "2026-06-01", until: "2026-09-30" } });
    const later = await grantedCase(city, { period: { from: "2027-01-01", until: "2027-02-01" } });
    const plans = (await managerHome(northManager, "tlo", TODAY)).planned.map((it) => it.id);
    expect(plans).toContain(now.initiativeId);
    expect(plans).not.toContain(past.initiativeId);
    expect(plans).not.toContain(later.initiativeId);
    expect((await managerHome(schoolManager, "tlo", TODAY)).planned).toEqual([]);
  });
});

it("the employee's home offers colleagues' open ideas until one has said me too, and never one's own", async () => {
  const { employee, colleague } = city.people;
  const id = await submitIdea(
    employee,
    { title: "Teckenspråk", why: "För alla.", audience: "some", headcount: 6, withManager: false },
    noon(),
  );
  const offered = async (actor: Actor) => (await ideasToSupport(actor, 3)).map((idea) => idea.id);
  expect(await offered(colleague)).toContain(id);
  expect(await offered(employee)).not.toContain(id);
  expect(await offered(region.people.colleague)).not.toContain(id);
  await supportIdea(colleague, { id }, noon());
  expect(await offered(colleague)).not.toContain(id);
});

describe("what is missing before an employer can run", () => {
  const missing = async (house: House, scheme: "tlo" | "lom", on = TODAY) =>
    (await readiness(house.people.admin, scheme, on)).filter(({ met }) => !met).map(({ need }) => need);

  it("is nothing in a house with everything", async () => {
    expect(await missing(city, "tlo")).toEqual([]);
    expect(await missing(all.agency, "lom")).toEqual([]);
    expect(await missing(all.office, "lom")).toEqual([]);
  });

  it("asks for what the scheme and the local agreement need", async () => {
    const needs = async (house: House, scheme: "tlo" | "lom") =>
      (await readiness(house.people.admin, scheme, TODAY)).map(({ need }) => need);
    expect(await needs(city, "tlo")).toEqual([
      "units",
      "coordinator",
      "decider",
      "sender",
      "unions",
      "money",
    ]);
    expect(await needs(all.agency, "lom")).toEqual([
      "units",
      "coordinator",
      "agreement",
      "jointGroup",
      "money",
    ]);
    expect(await needs(all.office, "lom")).toEqual([
      "units",
      "coordinator",
      "agreement",
      "decider",
      "unions",
      "money",
    ]);
  });

  it("is what has ended or run out", async () => {
    // After the last day to reserve no money is open.
    expect(await missing(city, "tlo", "2027-01-01")).toEqual(["money"]);
    const { office } = all;
    await lay(office, async (tx) => {
      const ended = { until: column(addDays(TODAY, -1)) };
      await tx.localAgreement.updateMany({ data: ended });
      await tx.unionToHear.updateMany({ data: ended });
      await tx.mandate.updateMany({ where: { kind: "decisionMaker" }, data: ended });
      await tx.roleAssignment.updateMany({ where: { role: "coordinator" }, data: ended });
    });
    expect(await missing(office, "lom")).toEqual(["coordinator", "agreement", "decider", "unions"]);
    // The neighbour's agreement, mandates and roles are its own.
    expect(await missing(all.agency, "lom")).toEqual([]);
  });
});

describe("search", () => {
  const titles = async (actor: Actor, q: string) => {
    const { cases, initiatives, ideas } = await search(actor, readQuery(q));
    return {
      cases: cases.rows.map(({ title }) => title),
      initiatives: initiatives.rows.map(({ title }) => title),
      ideas: ideas.rows.map(({ title }) => title),
    };
  };
  const NOTHING = { cases: [], initiatives: [], ideas: [] };

  it("finds cases by title and number, initiatives by title and the national fund's number, ideas by title", async () => {
    const { coordinator, employee } = region.people;
    const id = await preparedCase(region, { title: "Svetsarbevis för Park & gata" });
    const { caseId } = await grantedCase(region);
    await submitIdea(
      employee,
      { title: "Vi vill svetsa", why: "Behövs.", audience: "me", headcount: null, withManager: false },
      noon(),
    );
    expect(await titles(coordinator, "  SVETS ")).toEqual({
      cases: ["Svetsarbevis för Park & gata"],
      initiatives: [],
      ideas: ["Vi vill svetsa"],
    });
    expect(await titles(coordinator, "park  & Gata")).toMatchObject({
      cases: ["Svetsarbevis för Park & gata"],
    });
    const { cases } = await search(coordinator, "Svetsarbevis");
    expect(cases.rows[0]).toMatchObject({ id, unit: "north enhet", status: "prepared" });
    expect(await titles(coordinator, cases.rows[0]?.number ?? "")).toMatchObject({
      cases: ["Svetsarbevis för Park & gata"],
    });
    expect((await titles(coordinator, `n-${caseId.slice(0, 8)}-1`)).initiatives).toEqual([
      "Vård och omsorg 1 och 2",
    ]);
  });

  it("takes wildcards and backslashes for what they are", async () => {
    const { coordinator } = region.people;
    await preparedCase(region, { title: "50 % av tiden" });
    await preparedCase(region, { title: "a_b \\ c" });
    expect((await titles(coordinator, "50 %")).cases).toEqual(["50 % av tiden"]);
    expect((await titles(coordinator, "a_b")).cases).toEqual(["a_b \\ c"]);
    expect((await titles(coordinator, "b \\ c")).cases).toEqual(["a_b \\ c"]);
    expect((await titles(coordinator, "5%t")).cases).toEqual([]);
    expect((await titles(coordinator, "%%")).cases).toEqual([]);
    expect((await titles(coordinator, "__")).cases).toEqual([]);
  });

  it("finds nothing outside the role's sight, and nothing for a single letter", async () => {
    const { careCoordinator, schoolManager, employee, admin, rep, coordinator } = region.people;
    expect((await titles(careCoordinator, "Svetsarbevis")).cases).toHaveLength(1);
    for (const actor of [schoolManager, admin, rep, city.people.coordinator])
      expect(await titles(actor, "Svets")).toEqual(NOTHING);
    // Colleagues see open ideas, not cases.
    expect(await titles(employee, "Svets")).toEqual({ ...NOTHING, ideas: ["Vi vill svetsa"] });
    expect(await titles(acting(coordinator, { role: "admin" }), "Svets")).toEqual(NOTHING);
    expect(await titles(coordinator, "s")).toEqual(NOTHING);
    expect(await titles(coordinator, "   ")).toEqual(NOTHING);
  });

  it("shows the unions what was frozen for them, found by those words", async () => {
    const { rep } = region.people;
    const id = await preparedCase(region, { title: "Frusen rubrik" });
    await calledMeeting(region, [id]);
    await lay(region, (tx) => tx.preRegistration.updateMany({ where: { id }, data: { title: "Ny rubrik" } }));
    expect((await titles(rep, "frusen")).cases).toEqual(["Frusen rubrik"]);
    expect((await titles(rep, "Ny rub")).cases).toEqual([]);
    await freeze(region, id);
    expect((await titles(rep, "Ny rub")).cases).toEqual(["Ny rubrik"]);
  });

  it("shows twenty of a noun and says that there are more", async () => {
    const { coordinator, employee } = region.people;
    await lay(region, (tx) =>
      tx.idea.createMany({
        data: Array.from({ length: 21 }, (_, nth) => ({
          employerId: region.employerId,
          id: newId(),
          unitId: region.units.north,
          authorId: employee.personId,
          title: `Många ${nth}`,
          why: "",
          audience: "me" as const,
          withManager: true,
          status: "endorsed" as const,
          statusSince: noon(),
        })),
      }),
    );
    const { ideas, cases } = await search(coordinator, "Många");
    expect([ideas.rows.length, ideas.more, cases.more]).toEqual([20, true, false]);
  });
});
