import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEmployer } from "@/cli/create-employer";
import { type Actor, jobActor } from "@/domain/actor";
import type { FundDays } from "@/domain/fund";
import { addPot, adjust, openFund, provide, transfer } from "@/features/funds/commands";
import { getEntries, getEntry } from "@/features/funds/entry-queries";
import { moveFunds, reverseEntry, rollOver } from "@/features/funds/move-commands";
import { fundTotals, getFund } from "@/features/funds/queries";
import { fundsOpenOn } from "@/features/ledger/queries";
import { read } from "@/server/db";
import { newId } from "@/server/id";
import { receiptOf } from "@/server/receipts";
import { DIFFERENCES, hrActor, type MoneyWorld, moneyWorld, NOW, part, TODAY } from "./money-world";

let world: MoneyWorld;
let agency: Actor;
beforeAll(async () => {
  world = await moneyWorld();
  const lom = await createEmployer(
    world.owner,
    {
      slug: "verket",
      name: "Verket",
      scheme: "lom",
      demo: true,
      admin: { givenName: "Bo", familyName: "Al" },
    },
    NOW,
    "2024-01-01",
  );
  agency = hrActor(lom.employerId, lom.adminId);
});
afterAll(() => world.close());

const refusal = (key: string, field?: string) =>
  expect.objectContaining({ reason: expect.objectContaining({ key, ...(field ? { field } : {}) }) });
const noDays = { applicationDay: null, reserveDay: null, grantDay: null, requisitionDay: null };
const FRAME: FundDays & { name: string; amount: bigint | null } = {
  name: "Förebyggande insatser 2024–2026",
  from: "2024-01-01",
  until: "2026-12-31",
  applicationDay: "2026-11-30",
  reserveDay: "2026-12-31",
  grantDay: "2027-06-30",
  requisitionDay: "2029-12-31",
  amount: 9_800_000_00n,
};
const year = (of: number, amount: bigint | null = null) => ({
  name: `LOM ${of}`,
  from: `${of}-01-01`,
  until: `${of}-12-31`,
  ...noDays,
  amount,
});
const on = (today: string) => new Date(`${today}T11:00:00Z`);
const kinds = async (actor: Actor, subjectId: string) =>
  (
    await world.owner.query(
      "SELECT kind, amount::text, detail FROM case_event WHERE employer_id = $1 AND subject_id = $2 ORDER BY seq",
      [actor.employerId, subjectId],
    )
  ).rows;
const centralOf = async (actor: Actor, fundId: string) =>
  (await getFund(actor, fundId, TODAY)).pots.find((pot) => pot.unitId === null)?.id ?? "";
async function aUnit(actor: Actor, until: string | null = null): Promise<string> {
  const id = newId();
  await world.owner.query(
    "INSERT INTO unit (employer_id, id, parent_id, name, kind, valid_from, valid_to) SELECT $1, $2, id, 'Vård', 'enhet', '2024-01-01', $3 FROM unit WHERE employer_id = $1 AND parent_id IS NULL",
    [actor.employerId, id, until],
  );
  return id;
}

describe("opening", () => {
  test("fund, central pot and first money in one transaction, and history tells both", async () => {
    const id = await openFund(world.actor, { ...FRAME, reference: "Beslut 2023-12-01" }, NOW);
    const fund = await getFund(world.actor, id, TODAY);
    expect(fund).toMatchObject({
      version: "komKr2022",
      reverts: true,
      state: "open",
      reserveDay: "2026-12-31",
      totals: { frame: FRAME.amount, available: FRAME.amount, provided: FRAME.amount, reverted: 0n },
    });
    expect(fund.pots).toMatchObject([{ unitId: null, available: FRAME.amount }]);
    expect(await kinds(world.actor, id)).toEqual([
      { kind: "fund.opened", amount: null, detail: "komKr2022" },
      { kind: "fund.provided", amount: "980000000", detail: null },
    ]);
  });

  test("a state agency's year stays with the agency; one for next year is planned", async () => {
    expect(await getFund(agency, await openFund(agency, year(2026, 100n), NOW), TODAY)).toMatchObject({
      version: "lom",
      reverts: false,
      state: "open",
    });
    expect(await getFund(agency, await openFund(agency, year(2027), NOW), TODAY)).toMatchObject({
      state: "planned",
      totals: { frame: 0n },
    });
  });

  test("a double click opens one", async () => {
    const receipt = receiptOf("fund.open", newId(), FRAME);
    const ids = await Promise.all([
      openFund(world.actor, FRAME, NOW, receipt),
      openFund(world.actor, FRAME, NOW, receipt),
    ]);
    expect(new Set(ids).size).toBe(1);
  });

  test("refused: days out of order, a period before any agreement, and who may not", async () => {
    const before = (await fundTotals(world.actor)).length;
    await expect(openFund(world.actor, { ...FRAME, grantDay: "2026-12-30" }, NOW)).rejects.toEqual(
      refusal("funds.rules.daysInOrder", "grantDay"),
    );
    await expect(
      openFund(world.actor, { ...FRAME, ...noDays, from: "2010-01-01", until: "2012-12-31" }, NOW),
    ).rejects.toEqual(refusal("funds.rules.noVersion", "from"));
    await expect(openFund({ ...world.actor, role: "manager" }, FRAME, NOW)).rejects.toEqual(
      refusal("refusals.noRight"),
    );
    expect(await fundTotals(world.actor)).toHaveLength(before);
  });
});

describe("money in, out and between pots", () => {
  let fundId: string;
  let central: string;
  beforeEach(async () => {
    fundId = await openFund(world.actor, { ...FRAME, amount: 1_000n }, NOW);
    central = await centralOf(world.actor, fundId);
  });

  test("provide, adjust and a unit's share", async () => {
    const unitId = await aUnit(world.actor);
    await provide(world.actor, { fundId, potId: central, amount: 500n }, NOW);
    await adjust(
      world.actor,
      { fundId, potId: central, amount: 200n, direction: "out", reason: "Räknat fel" },
      NOW,
    );
    const share = await addPot(world.actor, { fundId, unitId, amount: 300n }, NOW);
    await transfer(world.actor, { fundId, fromPotId: share, toPotId: central, amount: 100n }, NOW);
    const { totals, pots } = await getFund(world.actor, fundId, TODAY);
    expect(totals).toEqual({
      provided: 1_300n,
      frame: 1_300n,
      reverted: 0n,
      available: 1_300n,
      reserved: 0n,
      committed: 0n,
      drawn: 0n,
    });
    expect(pots.map((pot) => pot.available)).toEqual([1_100n, 200n]);
    expect((await kinds(world.actor, fundId)).map((event) => event.kind)).toEqual([
      "fund.opened",
      "fund.provided",
      "fund.provided",
      "fund.adjusted",
      "fund.potAdded",
      "fund.transferred",
      "fund.transferred",
    ]);
  });

  test("refused: more than there is, the same pot, a second share, a unit that has ended, and past the last day", async () => {
    const unitId = await aUnit(world.actor);
    const share = await addPot(world.actor, { fundId, unitId, amount: null }, NOW);
    await expect(
      transfer(world.actor, { fundId, fromPotId: share, toPotId: central, amount: 1n }, NOW),
    ).rejects.toEqual(refusal("refusals.notEnoughAvailable"));
    await expect(
      adjust(world.actor, { fundId, potId: central, amount: 1_001n, direction: "out", reason: "Fel" }, NOW),
    ).rejects.toEqual(refusal("refusals.notEnoughAvailable"));
    await expect(
      transfer(world.actor, { fundId, fromPotId: central, toPotId: central, amount: 1n }, NOW),
    ).rejects.toEqual(refusal("funds.rules.potSame", "toPotId"));
    await expect(addPot(world.actor, { fundId, unitId, amount: null }, NOW)).rejects.toEqual(
      refusal("funds.rules.potThere", "unitId"),
    );
    await expect(
      addPot(world.actor, { fundId, unitId: await aUnit(world.actor, "2025-12-31"), amount: null }, NOW),
    ).rejects.toEqual(refusal("funds.rules.unitEnded", "unitId"));
    await expect(
      provide(world.actor, { fundId, potId: central, amount: 1n }, on("2030-01-01")),
    ).rejects.toEqual(refusal("funds.rules.requisitionPast"));
  });

  test("two shares for one unit at once: one", async () => {
    const unitId = await aUnit(world.actor);
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => addPot(world.actor, { fundId, unitId, amount: 10n }, NOW)),
    );
    const lost = answers.filter((answer) => answer.status === "rejected").map((answer) => answer.reason);
    expect(lost).toEqual([
      refusal("funds.rules.potThere", "unitId"),
      refusal("funds.rules.potThere", "unitId"),
    ]);
    expect((await getFund(world.actor, fundId, TODAY)).pots.map((pot) => pot.available)).toEqual([990n, 10n]);
  });

  test("a neighbour's ids are not found, whichever of them it is", async () => {
    const theirs = await openFund(agency, year(2026, 100n), NOW);
    const theirPot = await centralOf(agency, theirs);
    const missing = refusal("refusals.notFound");
    await expect(getFund(world.actor, theirs, TODAY)).rejects.toEqual(missing);
    await expect(getEntries(world.actor, theirs, {})).rejects.toEqual(missing);
    await expect(provide(world.actor, { fundId: theirs, potId: theirPot, amount: 1n }, NOW)).rejects.toEqual(
      missing,
    );
    await expect(provide(world.actor, { fundId, potId: theirPot, amount: 1n }, NOW)).rejects.toEqual(missing);
    await expect(
      transfer(world.actor, { fundId, fromPotId: central, toPotId: theirPot, amount: 1n }, NOW),
    ).rejects.toEqual(missing);
    await expect(
      addPot(world.actor, { fundId, unitId: await aUnit(agency), amount: 1n }, NOW),
    ).rejects.toEqual(missing);
    await expect(rollOver(agency, { fundId: theirs, toFundId: fundId }, NOW)).rejects.toEqual(missing);
    const { entries } = await getEntries(agency, theirs, {});
    await expect(
      reverseEntry(world.actor, { fundId, entryId: entries[0]?.id ?? "", reason: "Fel" }, NOW),
    ).rejects.toEqual(missing);
    expect((await getFund(agency, theirs, TODAY)).totals.available).toBe(100n);
  });
});

describe("rolling a year over", () => {
  test("every pot to its own in the next year; what is reserved stays; the year takes nothing more", async () => {
    const old = await openFund(agency, year(2025, 1_000n), on("2025-01-10"));
    const next = await openFund(agency, year(2026), on("2025-12-20"));
    const [going, gone] = [await aUnit(agency), await aUnit(agency)];
    await addPot(agency, { fundId: old, unitId: going, amount: 300n }, on("2025-02-01"));
    await addPot(agency, { fundId: old, unitId: gone, amount: 200n }, on("2025-02-01"));
    await world.owner.query("UPDATE unit SET valid_to = '2025-12-31' WHERE id = $1", [gone]);
    await rollOver(agency, { fundId: old, toFundId: next }, on("2026-01-05"));

    const [before, after] = [await getFund(agency, old, TODAY), await getFund(agency, next, TODAY)];
    expect(before).toMatchObject({
      state: "drawOnly",
      rolledOver: true,
      totals: { available: 0n, provided: 1_000n, frame: 0n },
    });
    // The unit that ended has no share to go to: its rest lands in the central pot.
    expect(after.pots.map(({ unitId, available }) => [unitId, available])).toEqual([
      [null, 700n],
      [going, 300n],
    ]);
    expect(after.totals).toMatchObject({ provided: 0n, frame: 1_000n });
    await expect(
      provide(agency, { fundId: old, potId: await centralOf(agency, old), amount: 1n }, NOW),
    ).rejects.toEqual(refusal("funds.rules.rolledOver"));
    await expect(rollOver(agency, { fundId: old, toFundId: next }, NOW)).rejects.toEqual(
      refusal("funds.rules.nothingLeft"),
    );
    expect(
      (await read(agency, (tx) => fundsOpenOn(tx, agency.employerId, TODAY))).map((fund) => fund.id),
    ).not.toContain(old);

    // By the days it is settled now, so it closes; undoing the roll-over opens it again.
    await moveFunds(jobActor(agency.employerId), NOW);
    expect(await getFund(agency, old, TODAY)).toMatchObject({ state: "closed" });
    const rolled = (await getEntries(agency, old, { movement: "rollOver" })).entries;
    expect(rolled).toHaveLength(3);
    for (const [nth, entry] of rolled.entries()) {
      expect((await getFund(agency, old, TODAY)).rolledOver, `${nth}`).toBe(true);
      await reverseEntry(agency, { fundId: old, entryId: entry.id, reason: "Fel år" }, NOW);
    }
    expect(await getFund(agency, old, TODAY)).toMatchObject({
      state: "open",
      rolledOver: false,
      totals: { available: 1_000n, frame: 1_000n },
    });
  });

  test("money of the national fund is never rolled over", async () => {
    const [a, b] = [
      await openFund(world.actor, { ...FRAME, amount: 5n }, NOW),
      await openFund(
        world.actor,
        { ...FRAME, from: "2027-01-01", until: "2029-12-31", ...noDays, amount: null },
        NOW,
      ),
    ];
    await expect(rollOver(world.actor, { fundId: a, toFundId: b }, NOW)).rejects.toEqual(
      refusal("funds.rules.revertsInstead"),
    );
  });

  test("a booking at the same time either rolls over or is counted: nothing is left between", async () => {
    const old = await openFund(agency, year(2025, 1_000n), on("2025-01-10"));
    const next = await openFund(agency, year(2026), on("2025-12-20"));
    const potId = await centralOf(agency, old);
    const answers = await Promise.allSettled([
      ...Array.from({ length: 6 }, () =>
        provide(agency, { fundId: old, potId, amount: 10n }, on("2026-01-05")),
      ),
      rollOver(agency, { fundId: old, toFundId: next }, on("2026-01-05")),
      ...Array.from({ length: 6 }, () =>
        provide(agency, { fundId: old, potId, amount: 10n }, on("2026-01-05")),
      ),
    ]);
    const done = answers.filter((answer) => answer.status === "fulfilled").length - 1;
    expect((await getFund(agency, old, TODAY)).totals.available).toBe(0n);
    expect((await getFund(agency, next, TODAY)).totals.available).toBe(1_000n + BigInt(done) * 10n);
  });
});

describe("reversing by hand", () => {
  test("what belongs to no case, once, with the reason in history", async () => {
    const fundId = await openFund(world.actor, { ...FRAME, amount: 70n }, NOW);
    const [entry] = (await getEntries(world.actor, fundId, {})).entries;
    const wish = { fundId, entryId: entry?.id ?? "", reason: "Dubbelt beslut" };
    await expect(reverseEntry({ ...world.actor, role: "coordinator" }, wish, NOW)).rejects.toEqual(
      refusal("refusals.noRight"),
    );
    const answers = await Promise.allSettled([
      reverseEntry(world.actor, wish, NOW),
      reverseEntry(world.actor, wish, NOW),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(reverseEntry(world.actor, wish, NOW)).rejects.toEqual(refusal("refusals.reversedTwice"));
    const { entries } = await getEntries(world.actor, fundId, {});
    expect(entries.map(({ isReversal, isReversed }) => ({ isReversal, isReversed }))).toEqual([
      { isReversal: true, isReversed: false },
      { isReversal: false, isReversed: true },
    ]);
    await expect(reverseEntry(world.actor, { ...wish, entryId: entries[0]?.id ?? "" }, NOW)).rejects.toEqual(
      refusal("funds.rules.isReversal"),
    );
    expect((await getFund(world.actor, fundId, TODAY)).totals).toMatchObject({
      provided: 0n,
      frame: 0n,
      available: 0n,
    });
    const { rows } = await world.owner.query(
      "SELECT t.text FROM case_event e JOIN event_text t ON t.event_id = e.id WHERE e.subject_id = $1 AND e.kind = 'fund.entryReversed'",
      [fundId],
    );
    expect(rows).toEqual([{ text: "Dubbelt beslut" }]);
  });

  test("never what a case rests on", async () => {
    const pot = await world.fund();
    await world.book([{ movement: "provide", amount: 100n, ...pot }]);
    const { caseId } = await world.aCase(pot);
    const [entryId = ""] = await world.book([{ movement: "reserve", amount: 10n, caseId, ...pot }]);
    await expect(
      reverseEntry(world.actor, { fundId: pot.fundId, entryId, reason: "Fel" }, NOW),
    ).rejects.toEqual(refusal("funds.rules.entryOfCase"));
    expect(await getEntry(world.actor, pot.fundId, entryId)).toMatchObject({
      movement: "reserve",
      from: { account: "available" },
      to: { account: "reserved", caseNumber: expect.stringMatching(/^2026-/) },
    });
  });
});

describe("moveFunds: the stored state follows the days, late or twice", () => {
  const job = () => jobActor(world.actor.employerId);
  const stateOf = async (id: string) =>
    (await world.owner.query("SELECT state FROM fund WHERE id = $1", [id])).rows[0].state;

  test("each move is told once, however often it is run, and what was free goes back once", async () => {
    const id = await openFund(world.actor, { ...FRAME, amount: 500n }, on("2024-01-10"));
    const money = (await getFund(world.actor, id, TODAY)).totals;
    const told = async () =>
      (await kinds(world.actor, id))
        .filter((event) => event.kind === "fund.stateMoved")
        .map((event) => event.detail);
    await moveFunds(job(), on("2026-12-31"));
    expect(await told()).toEqual([]);
    await Promise.all([1, 2, 3, 4].map(() => moveFunds(job(), on("2027-01-01"))));
    expect([await stateOf(id), await told()]).toEqual(["closing", ["closing"]]);
    await moveFunds(job(), on("2027-01-02"));
    // Two moves missed: straight to where the days are.
    await moveFunds(job(), on("2030-01-01"));
    await moveFunds(job(), on("2030-01-01"));
    // A clock that goes back opens nothing again.
    await moveFunds(job(), on("2026-06-01"));
    expect([await stateOf(id), await told()]).toEqual(["closed", ["closing", "closed"]]);
    expect((await getFund(world.actor, id, TODAY)).totals).toEqual({
      ...money,
      available: 0n,
      reverted: money.available,
    });
  });

  test("a claim on its way keeps the fund open for drawing", async () => {
    const id = await openFund(world.actor, { ...FRAME, amount: 500n }, on("2024-01-10"));
    const pot = { fundId: id, potId: await centralOf(world.actor, id) };
    const { caseId, parts } = await world.aCase(pot, 1);
    const partId = parts[0] ?? "";
    await world.book([
      { movement: "reserve", amount: 100n, caseId, ...pot },
      { movement: "commit", amount: 100n, ...part(pot, caseId, partId) },
    ]);
    await world.owner.query(
      "INSERT INTO requisition (employer_id, id, part_id, status, status_since, amount, sent_on) VALUES ($1, $2, $3, 'sent', $4, 100, '2029-12-30')",
      [world.actor.employerId, newId(), partId, NOW],
    );
    await moveFunds(job(), on("2030-01-01"));
    expect(await stateOf(id)).toBe("drawOnly");
    await world.owner.query("UPDATE requisition SET status = 'paid', paid_amount = 100 WHERE part_id = $1", [
      partId,
    ]);
    expect(await moveFunds(job(), on("2030-01-02"))).toContain(FRAME.name);
    expect(await stateOf(id)).toBe("closed");
  });

  test("a late job gives nobody a day: what is open is asked of the days", async () => {
    const id = await openFund(world.actor, { ...FRAME, amount: 500n }, on("2024-01-10"));
    const openOn = async (today: string) =>
      (await read(world.actor, (tx) => fundsOpenOn(tx, world.actor.employerId, today))).some(
        (fund) => fund.id === id,
      );
    expect([
      await stateOf(id),
      await openOn("2026-12-31"),
      await openOn("2027-01-01"),
      await openOn("2023-12-31"),
    ]).toEqual(["open", true, false, false]);
  });
});

describe("the entries as a list", () => {
  test("newest first, a page at a time, narrowed by movement; each once, also a transfer within the fund", async () => {
    const fundId = await openFund(world.actor, { ...FRAME, amount: 1_000n }, NOW);
    const pot = { fundId, potId: await centralOf(world.actor, fundId) };
    const share = await addPot(world.actor, { fundId, unitId: await aUnit(world.actor), amount: 100n }, NOW);
    for (let nth = 0; nth < 3; nth++)
      await world.book(
        Array.from({ length: 20 }, () => ({
          movement: "transfer" as const,
          amount: 1n,
          from: pot,
          to: { fundId, potId: share },
        })),
      );
    const first = await getEntries(world.actor, fundId, {});
    expect(first.entries).toHaveLength(50);
    const second = await getEntries(world.actor, fundId, { after: first.next });
    expect([second.entries.length, second.next]).toEqual([12, null]);
    const seqs = [...first.entries, ...second.entries].map((entry) => entry.seq);
    expect(new Set(seqs).size).toBe(62);
    expect(seqs).toEqual([...seqs].sort((a, b) => (a < b ? 1 : -1)));
    expect((await getEntries(world.actor, fundId, { movement: "provide" })).entries).toMatchObject([
      {
        movement: "provide",
        amount: 1_000n,
        from: { account: "outside" },
        to: { account: "available", potUnit: null },
      },
    ]);
  });

  test("only for those who book: others see the sums", async () => {
    const fundId = await openFund(world.actor, { ...FRAME, amount: 10n }, NOW);
    for (const role of ["unionRep", "admin"] as const) {
      expect((await getEntries({ ...world.actor, role }, fundId, {})).entries).toEqual([]);
      expect((await getFund({ ...world.actor, role }, fundId, TODAY)).totals.available).toBe(10n);
      await expect(getEntry({ ...world.actor, role }, fundId, newId())).rejects.toEqual(
        refusal("refusals.notFound"),
      );
    }
    for (const role of ["employee", "manager"] as const) {
      expect(await fundTotals({ ...world.actor, role })).toEqual([]);
      await expect(getFund({ ...world.actor, role }, fundId, TODAY)).rejects.toEqual(
        refusal("refusals.notFound"),
      );
    }
  });
});

test("after all this the balances are the sums of the entries, and every fund holds what it was given", async () => {
  expect((await world.owner.query(DIFFERENCES)).rows).toEqual([]);
  for (const actor of [world.actor, agency]) {
    const funds = await fundTotals(actor);
    expect(funds.length).toBeGreaterThan(3);
    const all = funds.reduce(
      (sum, { totals }) =>
        sum + totals.available + totals.reserved + totals.committed + totals.drawn + totals.reverted,
      0n,
    );
    expect(all).toBe(funds.reduce((sum, { totals }) => sum + totals.provided, 0n));
  }
});
