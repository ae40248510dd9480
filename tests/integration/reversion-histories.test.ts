import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobActor } from "@/domain/actor";
import { addDays, type Day } from "@/domain/day";
import { type Ore, sum } from "@/domain/money";
import { recordRefusal } from "@/features/filings/commands";
import { addPot, openFund, transfer } from "@/features/funds/commands";
import { moveFunds } from "@/features/funds/move-commands";
import { stopInitiative } from "@/features/initiatives/plan-commands";
import { disconnect } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, type World, world } from "../people";
import { answer, carryOut, claimed, filed, grant, pay } from "./after-decision";
import { approvedCase, type Granted, grantedCase } from "./approved-case";
import { DIFFERENCES } from "./money-world";

// Random lives of a fund whose money goes back, by the commands: what people do on which day is drawn by lot, and so are
// the nights on which the date move runs. Twice the same life, with a job that runs on some nights and with one that
// runs once at the end, leaves the same money; and after every night the book adds up.

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

const DAYS = {
  applicationDay: "2026-12-15",
  reserveDay: "2026-12-31",
  grantDay: "2027-06-30",
  requisitionDay: "2029-12-31",
};
const FATES = ["unfiled", "granted", "refused", "waits", "stopped", "claimed", "unclaimed"] as const;
type Fate = { fate: (typeof FATES)[number]; kronor: number; share: number; after: number };
/** How many days after the reserve day the national fund answers, or the initiative is stopped. */
const fate: fc.Arbitrary<Fate> = fc.record({
  fate: fc.constantFrom(...FATES),
  kronor: fc.integer({ min: 1, max: 90_000 }),
  share: fc.integer({ min: 1, max: 100 }),
  after: fc.integer({ min: -10, max: 179 }),
});
const life = fc.record({
  fates: fc.array(fate, { minLength: 1, maxLength: 4 }),
  toUnit: fc.integer({ min: 1, max: 200_000 }),
  back: fc.boolean(),
  nights: fc.uniqueArray(
    fc.constantFrom<Day>(
      "2026-12-31",
      "2027-01-01",
      "2027-02-01",
      "2027-06-30",
      "2027-07-01",
      "2029-12-31",
      "2030-01-01",
    ),
  ),
});

type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;
type Act = { on: Day; run: () => Promise<unknown> };

async function live(house: House, { fates, toUnit, back }: Life, nights: readonly Day[]) {
  const { people } = house;
  const fundId = await openFund(
    people.hr,
    { name: "Medel", from: "2024-01-01", until: "2026-12-31", ...DAYS, amount: kr(1_000_000) },
    noon("2024-01-02"),
  );
  const { rows } = await owner.query("SELECT id FROM pot WHERE fund_id = $1", [fundId]);
  const central: string = rows[0].id;
  const own = { ...house, fund: { fundId, potId: central } };
  const potId = await addPot(
    people.hr,
    { fundId, unitId: house.units.care, amount: kr(toUnit) },
    noon("2024-01-02"),
  );
  if (back)
    await transfer(
      people.hr,
      { fundId, fromPotId: potId, toPotId: central, amount: kr(toUnit) / 2n + 1n },
      noon("2024-02-01"),
    );
  const acts: Act[] = [];
  for (const it of fates) acts.push(...(await actsOf(own, it)));
  const all = [
    ...acts,
    ...nights.map((on) => ({ on, run: () => moveFunds(jobActor(house.employerId), noon(on)) })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const { run } of all) await run();
  await moveFunds(jobActor(house.employerId), noon("2030-02-01"));
  expect((await owner.query(DIFFERENCES)).rows).toEqual([]);
  return moneyOf(fundId);
}

/** What is done to one case, and when; everything up to its filing is done before the reserve day. */
async function actsOf(house: House, { fate, kronor, share, after }: Fate): Promise<Act[]> {
  const { people } = house;
  const amount: Ore = kr(kronor);
  const on = addDays(DAYS.reserveDay, after);
  if (fate === "unfiled") {
    await approvedCase(house, { amount });
    return [];
  }
  if (fate === "granted" || fate === "refused" || fate === "waits") {
    const { filingId } = await filed(house, await approvedCase(house, { amount }));
    const granted = (amount * BigInt(share)) / 100n || 1n;
    if (fate === "granted")
      return [{ on, run: () => grant(house, answer(filingId, [granted], { answeredOn: on }), on) }];
    const refusal = { id: filingId, outcome: "rejected" as const, answeredOn: on, text: "Nej." };
    return fate === "waits" ? [] : [{ on, run: () => recordRefusal(people.coordinator, refusal, noon(on)) }];
  }
  const made: Granted = await grantedCase(house, { amount });
  const id = made.initiativeId;
  if (fate === "stopped")
    return [
      {
        on,
        run: () => stopInitiative(people.coordinator, { id, to: "cancelled", reason: "Inställd." }, noon(on)),
      },
    ];
  if (fate === "unclaimed") return [{ on: "2027-06-01", run: () => carryOut(house, made) }];
  const part = made.partIds[0] ?? "";
  let claim = "";
  return [
    { on: "2027-06-01", run: () => carryOut(house, made) },
    {
      on: "2029-12-31",
      run: async () => {
        claim = await claimed(house, part, amount, "2029-12-31");
      },
    },
    { on: "2030-01-15", run: () => pay(house, claim, amount, "", "2030-01-15") },
  ];
}

/** Öre per movement and per account, and the state, over a fund's whole life. */
async function moneyOf(fundId: string) {
  const { rows: moved } = await owner.query(
    "SELECT movement, sum(amount) AS amount FROM ledger_entry WHERE from_fund_id = $1 OR to_fund_id = $1 GROUP BY movement",
    [fundId],
  );
  const { rows: held } = await owner.query(
    `SELECT f.state, sum(b.available)::text AS available, sum(b.reserved)::text AS reserved, sum(b.committed)::text AS committed, sum(b.drawn)::text AS drawn
     FROM fund f JOIN fund_balance b ON b.employer_id = f.employer_id AND b.fund_id = f.id AND b.key = '00000000-0000-0000-0000-000000000000'
     WHERE f.id = $1 GROUP BY f.state`,
    [fundId],
  );
  return { moved: Object.fromEntries(moved.map((row) => [row.movement, BigInt(row.amount)])), held: held[0] };
}

test("whatever happens and whenever the job runs: the same money, nothing lost, and what is left is what waits", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(life, async (it) => {
      const some = await live(all.city, it, it.nights);
      const once = await live(all.region, it, []);
      expect(once).toEqual(some);
      const { moved, held } = some;
      // Every krona that came in is drawn, went back, or waits for an answer of the national fund.
      const ends = [held.available, held.reserved, held.committed, held.drawn].map(BigInt);
      expect(sum(ends) + (moved.revert ?? 0n)).toBe(moved.provide);
      expect([held.available, held.committed]).toEqual(["0", "0"]);
      const waits = sum(it.fates.filter((one) => one.fate === "waits").map((one) => kr(one.kronor)));
      expect(BigInt(held.reserved)).toBe(waits);
      const claims = sum(it.fates.filter((one) => one.fate === "claimed").map((one) => kr(one.kronor)));
      expect(BigInt(held.drawn)).toBe(claims);
      expect(held.state).toBe("closed");
    }),
    { numRuns: 12, seed: 20261123, endOnFailure: true },
  );
});
