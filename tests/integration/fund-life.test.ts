import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobActor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { recordRefusal } from "@/features/filings/commands";
import { openFund } from "@/features/funds/commands";
import { moveFunds, reverseEntry, rollOver } from "@/features/funds/move-commands";
import { addInitiative, stopInitiative } from "@/features/initiatives/plan-commands";
import { reconcileRequisition } from "@/features/requisitions/payment-commands";
import { disconnect, read } from "@/server/db";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, kr, noon, type World, world } from "../people";
import {
  answer,
  carryOut,
  claimed,
  file,
  filed,
  grant,
  initiative,
  kinds,
  left,
  pay,
  planned,
  prepare,
  refusal,
  reserved,
} from "./after-decision";
import { type Approved, approvedCase, grantedCase } from "./approved-case";
import { DIFFERENCES, POT_KEY } from "./money-world";

// A fund from its first day to its last, by the commands and a clock that is moved: once with the date move run at every
// step, once with a job that was off for six years. The days decide, so both end with the same money.

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

const FRAME = {
  from: "2024-01-01",
  until: "2026-12-31",
  applicationDay: "2026-12-15",
  reserveDay: "2026-12-31",
  grantDay: "2027-06-30",
  requisitionDay: "2029-12-31",
};

/** The house with a new fund of a million in the place of the one it came with. */
async function withFund(house: House, days: Partial<typeof FRAME> = {}): Promise<House> {
  const opened = noon("2023-12-10");
  const fundId = await openFund(
    house.people.hr,
    { ...FRAME, ...days, name: "Medel", amount: kr(1_000_000), reference: "Beslut" },
    opened,
  );
  const { rows } = await owner.query("SELECT id FROM pot WHERE fund_id = $1", [fundId]);
  return { ...house, fund: { fundId, potId: rows[0].id } };
}

const job = (house: House, on: Day) => moveFunds(jobActor(house.employerId), noon(on));

/** Whole kronor on each account, with the fund's state. */
async function stand(house: House) {
  const { rows } = await owner.query(
    `SELECT f.state, b.available / 100 AS available, b.reserved / 100 AS reserved, b.committed / 100 AS committed, b.drawn / 100 AS drawn
     FROM fund f JOIN fund_balance b ON b.employer_id = f.employer_id AND b.fund_id = f.id AND b.key = $2 WHERE f.id = $1`,
    [house.fund.fundId, POT_KEY],
  );
  const { state, ...sums } = rows[0];
  return [
    state,
    ...["available", "reserved", "committed", "drawn"].map((name) => Number(sums[name])),
  ] as const;
}

/** Whole kronor per movement over the fund's whole life. */
async function moved(house: House): Promise<Record<string, number>> {
  const { rows } = await owner.query(
    "SELECT movement, sum(amount) / 100 AS amount FROM ledger_entry WHERE from_fund_id = $1 OR to_fund_id = $1 GROUP BY movement",
    [house.fund.fundId],
  );
  return Object.fromEntries(rows.map((row) => [row.movement, Number(row.amount)]));
}

const statusOf = async (it: Approved) =>
  (await owner.query("SELECT status FROM pre_registration WHERE id = $1", [it.caseId])).rows[0].status;
const ideaOf = async (it: Approved) =>
  (await owner.query("SELECT status FROM idea WHERE id = $1", [it.ideaId])).rows[0].status;
/** Whole kronor that history says went back. */
async function toldReverted(house: House): Promise<number> {
  const { rows } = await owner.query(
    "SELECT sum(amount) / 100 AS kr FROM case_event WHERE subject_id = $1 AND kind = 'fund.reverted'",
    [house.fund.fundId],
  );
  return Number(rows[0].kr);
}

/** Six years of a fund. `tick` is the job, on a day; the checks along the way are only asked when it runs. */
async function life(
  house: House,
  tick: (on: Day) => Promise<unknown>,
  check: (asked: () => Promise<void>) => Promise<void>,
) {
  const { people } = house;
  await tick("2023-12-31");
  await check(async () => expect((await stand(house))[0]).toBe("planned"));
  await tick("2024-01-01");
  await check(async () => expect(await stand(house)).toEqual(["open", 1_000_000, 0, 0, 0]));

  const unfiled = await approvedCase(house, { amount: kr(100_000) });
  const late = await planned(house, unfiled);
  const lateFiling = await prepare(house, late);
  const inTime = await approvedCase(house, { amount: kr(200_000) });
  const waiting = await filed(house, inTime);
  const refused = await approvedCase(house, { amount: kr(50_000) });
  const refusedFiling = (await filed(house, refused)).filingId;
  const carried = await grantedCase(house, { amount: kr(150_000) });
  const stopped = await grantedCase(house, { amount: kr(80_000) });
  await tick("2026-12-31");
  await check(async () => expect(await stand(house)).toEqual(["open", 420_000, 350_000, 230_000, 0]));

  // The reserve day has passed, whether the job has run or not: what was not filed can be neither filed nor planned for.
  await expect(file(house, lateFiling, "2027-01-01")).rejects.toEqual(refusal("filings.whyNot.tooLate"));
  await expect(
    addInitiative(
      people.coordinator,
      {
        caseId: unfiled.caseId,
        title: "En till",
        unitId: house.units.north,
        amount: 1n,
        periodFrom: null,
        periodUntil: null,
        headcount: null,
        ideaIds: [],
      },
      noon("2027-01-01"),
    ),
  ).rejects.toEqual(refusal("initiatives.whyNot.moreThanReserved"));
  await tick("2027-01-01");
  await check(async () => {
    expect(await stand(house)).toEqual(["closing", 0, 250_000, 230_000, 0]);
    expect([await statusOf(unfiled), await ideaOf(unfiled)]).toEqual(["expired", "inDialogue"]);
    expect((await initiative(house, late)).status).toBe("cancelled");
    expect(await reserved(house, unfiled)).toBe(0n);
    expect([await statusOf(inTime), await ideaOf(inTime)]).toEqual(["approved", "converted"]);
    expect(await moved(house)).toMatchObject({ unreserve: 100_000, revert: 520_000 });
    expect((await kinds(house, unfiled.caseId)).slice(-4)).toEqual([
      "initiative.cancelled",
      "idea.reopened",
      "preRegistration.expired",
      "fund.reverted",
    ]);
  });

  // The answer to what was sent in time comes after the day: most of it is granted, the rest is lost.
  await grant(house, answer(waiting.filingId, [kr(180_000)], { answeredOn: "2027-02-10" }), "2027-02-11");
  await tick("2027-02-12");
  await check(async () => {
    expect(await stand(house)).toEqual(["closing", 0, 50_000, 410_000, 0]);
    expect(await statusOf(inTime)).toBe("converted");
    expect(await moved(house)).toMatchObject({ unreserve: 120_000, revert: 540_000 });
  });

  // From the reserve day on a release goes back in the same transaction, without any job.
  await stopInitiative(
    people.coordinator,
    { id: stopped.initiativeId, to: "notCarriedOut", reason: "Kursen ställdes in." },
    noon("2027-03-01"),
  );
  await check(async () => {
    expect((await stand(house))[3]).toBe(330_000);
    const { rows } = await owner.query(
      "SELECT movement, amount / 100 AS kr FROM ledger_entry WHERE at = $1 AND (from_fund_id = $2 OR to_fund_id = $2) ORDER BY seq",
      [noon("2027-03-01"), house.fund.fundId],
    );
    expect(rows.map((row) => [row.movement, Number(row.kr)])).toEqual([
      ["release", 80_000],
      ["revert", 80_000],
    ]);
  });
  // Only what was free before the day waits for the job.
  expect((await stand(house))[1]).toBe(house === daily ? 0 : 420_000);

  // Past the grant day what waits for its answer keeps its money still; a no takes it.
  await tick("2027-06-30");
  await check(async () => expect((await stand(house))[0]).toBe("closing"));
  await tick("2027-07-01");
  await check(async () => expect(await stand(house)).toEqual(["drawOnly", 0, 50_000, 330_000, 0]));
  await recordRefusal(
    people.coordinator,
    { id: refusedFiling, outcome: "rejected", answeredOn: "2027-07-05", text: "Ryms inte." },
    noon("2027-07-06"),
  );
  await tick("2027-07-07");
  await check(async () => {
    expect(await stand(house)).toEqual(["drawOnly", 0, 0, 330_000, 0]);
    expect([await statusOf(refused), await ideaOf(refused)]).toEqual(["expired", "inDialogue"]);
  });

  // Both were carried out; one claims on the last day, the other never does.
  const [partId] = carried.partIds;
  await carryOut(house, carried);
  await carryOut(house, { ...inTime, initiativeId: waiting.initiativeId, partIds: [] });
  const claim = await claimed(house, partId ?? "", kr(150_000), "2029-12-31");
  await tick("2029-12-31");
  await check(async () => expect(await stand(house)).toEqual(["drawOnly", 0, 0, 330_000, 0]));
  await tick("2030-01-01");
  await check(async () => {
    expect(await stand(house)).toEqual(["drawOnly", 0, 0, 150_000, 0]);
    expect(await left(house, partId ?? "")).toEqual({ committed: kr(150_000), drawn: 0n });
    expect((await initiative(house, waiting.initiativeId)).status).toBe("settled");
  });
  await pay(house, claim, kr(140_000), "Två uteblev.", "2030-02-01");
  await reconcileRequisition(people.hr, { id: claim }, noon("2030-02-02"));
  await tick("2030-02-03");
}

let daily: House;

test("planned, open, closing with what goes back, draw-only, closed; a job that was off ends with the same money", {
  timeout: 120_000,
}, async () => {
  daily = await withFund(all.city);
  const late = await withFund(all.region);
  await life(
    daily,
    async (on) => {
      // Four at once, as when two workers start together; and once more.
      await Promise.all([1, 2, 3, 4].map(() => job(daily, on)));
      const before = await moved(daily);
      expect(await job(daily, on)).toEqual([]);
      expect(await moved(daily)).toEqual(before);
      expect((await owner.query(DIFFERENCES)).rows).toEqual([]);
    },
    (asked) => asked(),
  );
  await life(
    late,
    async () => {},
    async () => {},
  );
  expect((await owner.query(DIFFERENCES)).rows).toEqual([]);
  await job(late, "2030-02-03");
  expect((await owner.query(DIFFERENCES)).rows).toEqual([]);

  for (const house of [daily, late]) {
    expect(await stand(house)).toEqual(["closed", 0, 0, 0, 140_000]);
    expect(await toldReverted(house)).toBe(860_000);
  }
  expect(await moved(late)).toEqual(await moved(daily));
  expect(await moved(daily)).toEqual({
    provide: 1_000_000,
    reserve: 580_000,
    unreserve: 170_000,
    commit: 410_000,
    release: 270_000,
    draw: 140_000,
    revert: 860_000,
  });
});

describe("a reservation that the days took", () => {
  test("is not granted either, though the job has not run", async () => {
    const house = await withFund(all.city);
    const it = await approvedCase(house, { amount: kr(10_000) });
    const { filingId } = await filed(house, it);
    await owner.query("UPDATE filing SET sent_on = '2026-12-16' WHERE id = $1", [filingId]);
    await expect(
      grant(house, answer(filingId, [kr(10_000)], { answeredOn: "2027-01-04" }), "2027-01-05"),
    ).rejects.toEqual(refusal("filings.whyNot.notHeld"));
    await owner.query("UPDATE filing SET sent_on = '2026-12-15' WHERE id = $1", [filingId]);
    await grant(house, answer(filingId, [kr(10_000)], { answeredOn: "2027-01-04" }), "2027-01-05");
    expect(await reserved(house, it)).toBe(0n);
  });
});

describe("a fund that keeps its money", () => {
  test("releases what was not claimed by its last day, which then stays; rolled over it follows the next year", async () => {
    const { agency } = all;
    const year = async (of: number, requisitionDay: Day | null): Promise<House> => {
      const days = { applicationDay: null, reserveDay: null, grantDay: null, requisitionDay };
      const fundId = await openFund(
        agency.people.hr,
        { name: `LOM ${of}`, from: `${of}-01-01`, until: `${of}-12-31`, ...days, amount: kr(100_000) },
        noon(`${of}-01-02`),
      );
      const { rows } = await owner.query("SELECT id FROM pot WHERE fund_id = $1", [fundId]);
      return { ...agency, fund: { fundId, potId: rows[0].id } };
    };
    const stays = await year(2024, "2027-12-31");
    await grantedCase(stays, { amount: kr(30_000), lom: true, numbers: [null] });
    await job(agency, "2027-12-31");
    expect(await stand(stays)).toEqual(["open", 70_000, 0, 30_000, 0]);
    await job(agency, "2028-01-01");
    expect((await stand(stays)).slice(1)).toEqual([100_000, 0, 0, 0]);

    const rolled = await year(2025, "2027-12-31");
    const next = await year(2026, null);
    await grantedCase(rolled, { amount: kr(30_000), lom: true, numbers: [null] });
    await rollOver(
      agency.people.hr,
      { fundId: rolled.fund.fundId, toFundId: next.fund.fundId },
      noon("2026-12-30"),
    );
    await job(agency, "2028-01-01");
    expect((await stand(rolled)).slice(1)).toEqual([0, 0, 0, 0]);
    expect((await stand(next)).slice(1)).toEqual([200_000, 0, 0, 0]);
    expect((await owner.query(DIFFERENCES)).rows).toEqual([]);
  });
});

test("a fund whose state moved on while its money stayed is put right, and then left alone", async () => {
  const house = await withFund(all.city);
  await approvedCase(house, { amount: kr(20_000) });
  await grantedCase(house, { amount: kr(30_000) });
  await owner.query("UPDATE fund SET state = 'closed' WHERE id = $1", [house.fund.fundId]);
  await job(house, "2029-12-31");
  expect(await stand(house)).toEqual(["drawOnly", 0, 0, 30_000, 0]);
  await owner.query("UPDATE fund SET state = 'closed' WHERE id = $1", [house.fund.fundId]);
  await job(house, "2030-01-01");
  expect(await stand(house)).toEqual(["closed", 0, 0, 0, 0]);
  const entries = await moved(house);
  await job(house, "2030-01-02");
  expect(await moved(house)).toEqual(entries);
});

test("what the days have taken is not undone by hand", async () => {
  const house = await withFund(all.city);
  await job(house, "2027-01-01");
  const { rows } = await owner.query(
    "SELECT id FROM ledger_entry WHERE movement = 'revert' AND from_fund_id = $1",
    [house.fund.fundId],
  );
  await expect(
    reverseEntry(
      house.people.hr,
      { fundId: house.fund.fundId, entryId: rows[0].id, reason: "Fel" },
      noon("2027-01-02"),
    ),
  ).rejects.toEqual(refusal("funds.rules.revertsNow"));
  // Nor is money put in that would go back at once, by opening a fund late either.
  await expect(
    openFund(house.people.hr, { name: "Sent", ...FRAME, amount: kr(1) }, noon("2027-01-02")),
  ).rejects.toEqual(refusal("funds.rules.revertsNow"));
  // Before its day the same fund is corrected as ever.
  const open = await withFund(all.region);
  const [entry] = await read(open.people.hr, (tx) =>
    tx.ledgerEntry.findMany({ where: { toFundId: open.fund.fundId }, select: { id: true } }),
  );
  await reverseEntry(
    open.people.hr,
    { fundId: open.fund.fundId, entryId: entry?.id ?? "", reason: "Fel belopp" },
    noon("2026-12-31"),
  );
  expect(await stand(open)).toEqual(["planned", 0, 0, 0, 0]);
});
