import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, jobActor } from "@/domain/actor";
import { addDays, column, type Day } from "@/domain/day";
import { fundForecast } from "@/features/funds/forecast-case-queries";
import { silentUnits } from "@/features/funds/forecast-unit-queries";
import { moveFunds } from "@/features/funds/move-commands";
import { submitIdea } from "@/features/ideas/author-commands";
import { book, reverse } from "@/features/ledger/commands";
import { disconnect, write } from "@/server/db";
import { calledMeeting, preparedCase, readyCases } from "../cases";
import { type FreshDatabase, freshDatabase } from "../database";
import { acting, type House, kr, noon, TODAY, type World, world } from "../people";
import { filed } from "./after-decision";
import { approvedCase, grantedCase } from "./approved-case";

// What the forecast says, against the book counted anew entry by entry, and against what the days then take.

let db: FreshDatabase;
let owner: pg.Client;
let all: World;
beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.drop();
});

const sumOf = async (sql: string, values: unknown[]): Promise<bigint> =>
  BigInt(
    (await owner.query(`SELECT coalesce(sum(amount), 0) AS sum FROM (${sql}) moved`, values)).rows[0].sum,
  );

/** What was booked net from one day to another, counted from the entries: a reversal of a movement is its opposite. */
const bookedInBook = (house: House, from: Day, until: Day) =>
  sumOf(
    `SELECT CASE WHEN to_account = 'reserved' THEN amount ELSE -amount END AS amount FROM ledger_entry
     WHERE employer_id = $1 AND movement IN ('reserve', 'unreserve') AND day BETWEEN $2 AND $3`,
    [house.employerId, from, until],
  );

/** What accounts of a fund held at the end of a day, counted from the entries. */
const heldInBook = (house: House, accounts: string[], day: Day) =>
  sumOf(
    `SELECT amount FROM ledger_entry WHERE employer_id = $1 AND day <= $2 AND to_account::text = ANY($3) AND to_fund_id = $4
     UNION ALL
     SELECT -amount FROM ledger_entry WHERE employer_id = $1 AND day <= $2 AND from_account::text = ANY($3) AND from_fund_id = $4`,
    [house.employerId, day, accounts, house.fund.fundId],
  );

const UNDRAWN = ["available", "reserved", "committed"];

/** Gives the house's money its true first day: the world was opened today. */
async function openedOn(house: House, day: Day): Promise<void> {
  await write(jobActor(house.employerId), noon(), null, async (w) => {
    const { rows } = await owner.query(
      "SELECT id FROM ledger_entry WHERE employer_id = $1 AND movement = 'provide'",
      [house.employerId],
    );
    await reverse(w, rows[0].id);
  });
  await write(jobActor(house.employerId), noon(day), null, async (w) => {
    await book(w, [{ movement: "provide", amount: kr(9_800_000), ...house.fund }]);
  });
}

describe("a fund that reverts", () => {
  const ask = (actor: Actor, today: Day = TODAY) => fundForecast(actor, all.city.fund.fundId, today);

  it("is the book's, week by week and day by day", async () => {
    const { city } = all;
    const { coordinator } = city.people;
    await openedOn(city, "2026-07-06");
    for (const [on, amount] of [
      ["2026-08-20", 900_000],
      ["2026-10-28", 300_000],
      ["2026-11-05", 750_000],
      ["2026-11-22", 410_000],
      // This week is not full yet.
      [TODAY, 70_000],
    ] as const)
      await approvedCase(city, { amount: kr(amount), on });
    await grantedCase(city, { amount: kr(500_000), on: "2026-09-30" });
    // One is taken back, and another was booked by mistake and reversed a week later.
    const back = await approvedCase(city, { amount: kr(120_000), on: "2026-11-11" });
    await write(coordinator, noon("2026-11-18"), null, async (w) => {
      const { caseId, fundId, potId } = back;
      await book(w, [{ movement: "unreserve", amount: kr(20_000), caseId, fundId, potId }]);
    });
    const wrong = await approvedCase(city, { amount: kr(33_000), on: "2026-10-29" });
    await write(coordinator, noon("2026-11-10"), null, async (w) => {
      const { rows } = await owner.query("SELECT id FROM ledger_entry WHERE to_case_id = $1", [wrong.caseId]);
      await reverse(w, rows[0].id);
    });

    const { forecast: it } = await ask(coordinator);
    const weeks = ["2026-11-16", "2026-11-09", "2026-11-02", "2026-10-26"];
    const counted: bigint[] = [];
    for (const from of weeks) counted.push(await bookedInBook(city, from, addDays(from, 6)));
    expect(it.bookedByWeek).toEqual(counted);
    expect(it.bookedByWeek).toEqual([kr(390_000), kr(87_000), kr(750_000), kr(333_000)]);
    expect(it.forecast.pacePerWeek).toBe(kr(390_000));
    expect(it.available).toBe(await heldInBook(city, ["available"], TODAY));
    expect(it.history[0]?.day).toBe("2026-07-06");
    expect(it.history.length).toBeGreaterThan(8);
    for (const { day, available, undrawn } of it.history) {
      expect([day, available]).toEqual([day, await heldInBook(city, ["available"], day)]);
      expect([day, undrawn]).toEqual([day, await heldInBook(city, UNDRAWN, day)]);
    }
  });

  it("says whom to hurry: what is not secured, what makes it, and what does not", async () => {
    const { city } = all;
    const { coordinator } = city.people;
    const [ready] = await readyCases(city, [{ amount: kr(530_000) }]);
    const heard = await preparedCase(city, { amount: kr(240_000) });
    await calledMeeting(city, [heard]);
    const { forecast: it, cases } = await ask(coordinator);
    const days = it.forecast.wholeWayDays ?? Number.NaN;
    // The unions were called 14 days ago, the other case could be decided since two.
    expect(days).toBe(16);
    expect(it.forecast.lastDayForNewProposals).toBe(addDays("2026-12-31", -16));
    expect(cases?.inTime).toMatchObject({ count: 2, amount: kr(770_000) });
    expect(cases?.inTime.shown.map(({ id }) => id)).toEqual([ready, heard]);
    expect(cases?.inTime.shown.map(({ standing }) => standing.ball)).toEqual(["decider", "unions"]);
    expect(cases?.tooLate.count).toBe(0);
    // The day before the end only what waits for its decision alone can still make it.
    const late = await ask(coordinator, "2026-12-30");
    expect(late.cases?.inTime.shown.map(({ id }) => id)).toEqual([ready]);
    expect(late.cases?.tooLate.shown.map(({ id }) => id)).toEqual([heard]);
    expect(it.notSecured.map(({ amount }) => amount)).toEqual(
      [900_000, 750_000, 410_000, 300_000, 100_000, 70_000].map(kr),
    );
    expect(cases?.notSecured).toMatchObject({ count: 6, amount: it.unsecured });
    expect(it.losing).toEqual({ amount: it.available + it.unsecured, after: "2026-12-31" });
  });

  it("takes no more sight than the role has: sums of the whole, cases of its own", async () => {
    const { city } = all;
    const { careCoordinator, coordinator, rep, admin, employee } = city.people;
    const school = await preparedCase(city, { amount: kr(61_000), unit: "school" });
    const whole = await ask(coordinator);
    expect(whole.cases?.inTime.shown.map(({ id }) => id)).toContain(school);
    const part = await ask(careCoordinator);
    expect(part.forecast.losing).toEqual(whole.forecast.losing);
    expect(part.forecast.history).toEqual(whole.forecast.history);
    const seen = Object.values(part.cases ?? {}).flatMap(({ shown }) => shown.map(({ id }) => id));
    expect(seen).not.toContain(school);
    expect(part.forecast.forecast.readyInTime).not.toContain(school);
    expect(seen.length).toBeGreaterThan(0);

    const schoolOnly = await ask(acting(coordinator, { units: [city.units.school] }));
    expect(schoolOnly.forecast.notSecured).toEqual([]);
    expect(schoolOnly.forecast.unsecured).toBe(whole.forecast.unsecured);
    for (const actor of [rep, admin]) {
      const { cases, forecast: it } = await ask(actor);
      expect(cases).toBeNull();
      expect([it.notSecured, it.forecast.readyInTime, it.forecast.tooLate]).toEqual([[], [], []]);
      expect(it.losing).toEqual(whole.forecast.losing);
    }
    await expect(ask(employee)).rejects.toMatchObject({ reason: { key: "refusals.notFound" } });
    await expect(ask(all.region.people.coordinator)).rejects.toMatchObject({
      reason: { key: "refusals.notFound" },
    });
  });

  it("what was said to be lost is what the day takes, to the öre, if nothing more happens", async () => {
    const { city } = all;
    const asksFor = await approvedCase(city, { amount: kr(200_000) });
    await filed(city, asksFor);
    const { forecast: it } = await ask(city.people.coordinator);
    expect(it.notSecured.map(({ id }) => id)).not.toContain(asksFor.caseId);
    await moveFunds(jobActor(city.employerId), noon("2027-01-01"));
    const taken = await sumOf(
      "SELECT amount FROM ledger_entry WHERE employer_id = $1 AND movement = 'revert'",
      [city.employerId],
    );
    expect(taken).toBe(it.losing?.amount);

    const after = await ask(city.people.coordinator, "2027-01-02");
    // Now only the filing that waits can be lost, after the grant day; nothing can be booked any more.
    expect(after.forecast).toMatchObject({ isOpen: false, available: 0n, losing: { after: "2027-06-30" } });
  });
});

describe("money that stays", () => {
  it("is never lost; it grows old, and all open years are counted together", async () => {
    const { office } = all;
    await openedOn(office, "2026-01-07");
    await grantedCase(office, { amount: kr(800_000), on: "2026-11-12", lom: true });
    const {
      forecast: it,
      cases,
      together,
    } = await fundForecast(office.people.coordinator, office.fund.fundId, TODAY);
    expect(it).toMatchObject({ losing: null, unsecured: 0n, lastDay: "2026-12-31", ageInTenths: 9 });
    expect(it.available).toBe(kr(9_000_000));
    expect(it.bookedByWeek).toEqual([0n, kr(800_000), 0n, 0n]);
    expect(it.history[0]).toMatchObject({ available: kr(9_800_000) });
    expect(cases?.notSecured.count).toBe(0);
    expect(together).toBe(false);
  });

  it("a young fund has no pace yet", async () => {
    const { agency } = all;
    const { forecast: it } = await fundForecast(agency.people.hr, agency.fund.fundId, TODAY);
    expect(it.bookedByWeek).toEqual([]);
    expect(it.forecast).toMatchObject({ pacePerWeek: 0n, expectedLeft: kr(9_800_000) });
  });
});

describe("who never applied", () => {
  const names = async (actor: Actor) => (await silentUnits(actor, TODAY))?.units.map(({ name }) => name);
  const staff = (house: House, counts: Record<string, number | null>) =>
    write(house.people.coordinator, noon(), null, async ({ tx }) => {
      for (const [unit, headcount] of Object.entries(counts))
        await tx.unit.updateMany({
          where: { id: house.units[unit as keyof House["units"]] },
          data: { headcount },
        });
    });

  it("is the topmost units with people and nothing ever, in the whole branch, the largest first", async () => {
    const { region } = all;
    const { coordinator, careCoordinator, rep, employee } = region.people;
    // Where no number is stated, those who are registered count.
    expect(await names(coordinator)).toEqual(["care enhet", "school enhet"]);
    await staff(region, { care: 300, north: 120, south: 180, school: 80 });
    expect(await names(coordinator)).toEqual(["care enhet", "school enhet"]);
    expect(await names(careCoordinator)).toEqual(["care enhet"]);
    expect(await silentUnits(rep, TODAY)).toBeNull();

    await submitIdea(
      employee,
      { title: "Teckenspråk", why: "För alla.", audience: "some", headcount: 6, withManager: false },
      noon(),
    );
    // North has spoken, so care as a whole has not been silent; south still has.
    expect(await names(coordinator)).toEqual(["south enhet", "school enhet"]);
    const [south] = (await silentUnits(coordinator, TODAY))?.units ?? [];
    expect(south).toMatchObject({ headcount: 180, manager: { name: "Maja Cederlund", email: null } });
    expect(south?.share).toBeCloseTo(180 / 380, 5);
    await preparedCase(region, { unit: "school" });
    expect(await names(coordinator)).toEqual(["south enhet"]);
  });

  it("a unit that was merged into another has spoken for it", async () => {
    const { agency } = all;
    const { coordinator } = agency.people;
    await staff(agency, { south: 40, north: 50, school: 0 });
    await preparedCase(agency, { unit: "north" });
    expect(await names(coordinator)).toEqual(["south enhet"]);
    await write(coordinator, noon(), null, async ({ tx }) => {
      await tx.unit.updateMany({
        where: { id: agency.units.north },
        data: { validTo: column("2026-06-30"), successorId: agency.units.south },
      });
    });
    expect(await names(coordinator)).toEqual([]);
  });
});
