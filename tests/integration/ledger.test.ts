import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Booking, PotAddress } from "@/domain/ledger";
import { book, reverse } from "@/features/ledger/commands";
import { caseReserved, fundsOpenOn, partBalance, potBalance } from "@/features/ledger/queries";
import { disconnect, read, write } from "@/server/db";
import { DIFFERENCES, type MoneyWorld, moneyWorld, NOW, part, TODAY } from "./money-world";

let world: MoneyWorld;
beforeAll(async () => {
  world = await moneyWorld();
});
afterAll(() => world.close());

const refusal = (key: string) => expect.objectContaining({ reason: expect.objectContaining({ key }) });
const sums = (available: bigint, reserved: bigint, committed: bigint, drawn: bigint) => ({
  available,
  reserved,
  committed,
  drawn,
});

/** A fund with money in its central pot. */
async function fundWith(amount: bigint): Promise<PotAddress> {
  const on = await world.fund();
  await world.book([{ movement: "provide", amount, ...on }]);
  return on;
}

async function undo(entryId: string | undefined): Promise<void> {
  await write(world.actor, NOW, null, (w) => reverse(w, entryId ?? ""));
}

describe("each movement takes from one account and gives to another", () => {
  test("from the provision to the last krona drawn, and what was not used goes back", async () => {
    const on = await fundWith(1_000n);
    const { caseId, parts } = await world.aCase(on, 2);
    const [first = "", second = ""] = parts;
    const steps: [Booking, ReturnType<typeof sums>][] = [
      [{ movement: "adjust", direction: "in", amount: 50n, ...on }, sums(1_050n, 0n, 0n, 0n)],
      [{ movement: "adjust", direction: "out", amount: 50n, ...on }, sums(1_000n, 0n, 0n, 0n)],
      [{ movement: "reserve", amount: 600n, caseId, ...on }, sums(400n, 600n, 0n, 0n)],
      [{ movement: "commit", amount: 500n, ...part(on, caseId, first) }, sums(400n, 100n, 500n, 0n)],
      [
        { movement: "recommit", amount: 200n, caseId, partId: first, toPartId: second, ...on },
        sums(400n, 100n, 500n, 0n),
      ],
      [{ movement: "draw", amount: 250n, ...part(on, caseId, first) }, sums(400n, 100n, 250n, 250n)],
      [{ movement: "release", amount: 50n, ...part(on, caseId, first) }, sums(450n, 100n, 200n, 250n)],
      [{ movement: "unreserve", amount: 100n, caseId, ...on }, sums(550n, 0n, 200n, 250n)],
      [{ movement: "revert", amount: 550n, ...on }, sums(0n, 0n, 200n, 250n)],
    ];
    for (const [booking, after] of steps) {
      await world.book([booking]);
      expect(await world.balanceOf(on), booking.movement).toEqual(after);
    }
    expect(await world.balanceOf(on, caseId)).toEqual(sums(0n, 0n, 0n, 0n));
    expect(await world.balanceOf(on, first)).toEqual(sums(0n, 0n, 0n, 250n));
    expect(await world.balanceOf(on, second)).toEqual(sums(0n, 0n, 200n, 0n));
  });

  test("transfer goes to another pot, rollOver to another fund", async () => {
    const central = await fundWith(300n);
    const share = await world.pot(central.fundId);
    const next = await world.fund();
    await world.book([{ movement: "transfer", amount: 100n, from: central, to: share }]);
    await world.book([{ movement: "rollOver", amount: 200n, from: central, to: next }]);
    expect([
      await world.balanceOf(central),
      await world.balanceOf(share),
      await world.balanceOf(next),
    ]).toEqual([sums(0n, 0n, 0n, 0n), sums(100n, 0n, 0n, 0n), sums(200n, 0n, 0n, 0n)]);
  });

  test("what commands ask of the balances is what the book says", async () => {
    const on = await fundWith(900n);
    const { caseId, parts } = await world.aCase(on, 1);
    const partId = parts[0] ?? "";
    await world.book([
      { movement: "reserve", amount: 500n, caseId, ...on },
      { movement: "commit", amount: 300n, ...part(on, caseId, partId) },
      { movement: "draw", amount: 120n, ...part(on, caseId, partId) },
    ]);
    const { employerId } = world.actor;
    const asked = await read(world.actor, async (tx) => ({
      pot: await potBalance(tx, employerId, on.fundId, on.potId),
      case: await caseReserved(tx, employerId, on.fundId, on.potId, caseId),
      part: await partBalance(tx, employerId, on.fundId, on.potId, partId),
      untouched: await potBalance(tx, employerId, on.fundId, caseId),
      open: (await fundsOpenOn(tx, employerId, TODAY)).find((fund) => fund.id === on.fundId)?.pots,
    }));
    expect(asked).toEqual({
      pot: sums(400n, 200n, 180n, 120n),
      case: 200n,
      part: { committed: 180n, drawn: 120n },
      untouched: sums(0n, 0n, 0n, 0n),
      open: [{ id: on.potId, unitId: null, unitName: null, available: 400n }],
    });
  });
});

describe("no account goes below zero", () => {
  test("a pot, a case and a part each refuse, in words, and nothing is left behind", async () => {
    const on = await fundWith(100n);
    const one = await world.aCase(on, 2);
    const other = await world.aCase(on, 1);
    const [mine = "", mineToo = ""] = one.parts;
    await expect(
      world.book([{ movement: "reserve", amount: 101n, caseId: one.caseId, ...on }]),
    ).rejects.toEqual(refusal("refusals.notEnoughAvailable"));
    await world.book([
      { movement: "reserve", amount: 60n, caseId: one.caseId, ...on },
      { movement: "reserve", amount: 40n, caseId: other.caseId, ...on },
    ]);

    // One case cannot spend what another has reserved, although the pot has it.
    await expect(
      world.book([{ movement: "commit", amount: 61n, ...part(on, one.caseId, mine) }]),
    ).rejects.toEqual(refusal("refusals.notEnoughReserved"));
    await expect(
      world.book([{ movement: "unreserve", amount: 61n, caseId: one.caseId, ...on }]),
    ).rejects.toEqual(refusal("refusals.notEnoughReserved"));
    await world.book([
      { movement: "commit", amount: 30n, ...part(on, one.caseId, mine) },
      { movement: "commit", amount: 30n, ...part(on, one.caseId, mineToo) },
    ]);

    // Nor one part what another of the same case has.
    await expect(
      world.book([{ movement: "draw", amount: 31n, ...part(on, one.caseId, mine) }]),
    ).rejects.toEqual(refusal("refusals.notEnoughCommitted"));
    await expect(
      world.book([{ movement: "release", amount: 31n, ...part(on, one.caseId, mine) }]),
    ).rejects.toEqual(refusal("refusals.notEnoughCommitted"));
    expect(await world.balanceOf(on)).toEqual(sums(0n, 40n, 60n, 0n));
  });

  test("a part belongs to its case: another case cannot commit to it", async () => {
    const on = await fundWith(100n);
    const one = await world.aCase(on, 1);
    const other = await world.aCase(on, 0);
    await world.book([{ movement: "reserve", amount: 50n, caseId: other.caseId, ...on }]);
    await expect(
      world.book([{ movement: "commit", amount: 50n, ...part(on, other.caseId, one.parts[0] ?? "") }]),
    ).rejects.toThrow();
    expect(await world.balanceOf(on)).toEqual(sums(50n, 50n, 0n, 0n));
  });

  test("amounts are above zero, and both ends of a movement are its own", async () => {
    const on = await fundWith(100n);
    await expect(world.book([{ movement: "provide", amount: 0n, ...on }])).rejects.toThrow();
    await expect(world.book([{ movement: "provide", amount: -5n, ...on }])).rejects.toThrow();
    await expect(world.book([{ movement: "transfer", amount: 5n, from: on, to: on }])).rejects.toThrow();
    const { caseId, parts } = await world.aCase(on, 1);
    const partId = parts[0] ?? "";
    await world.book([
      { movement: "reserve", amount: 50n, caseId, ...on },
      { movement: "commit", amount: 50n, ...part(on, caseId, partId) },
    ]);
    await expect(
      world.book([{ movement: "recommit", amount: 5n, caseId, partId, toPartId: partId, ...on }]),
    ).rejects.toThrow();
    expect(await world.balanceOf(on)).toEqual(sums(50n, 0n, 50n, 0n));
  });

  test("one insert for all movements: release and revert at once is legal, and so is what only holds together", async () => {
    const on = await fundWith(100n);
    const { caseId, parts } = await world.aCase(on, 1);
    const partId = parts[0] ?? "";
    await world.owner.query(`CREATE TABLE inserts (n int);
      CREATE FUNCTION count_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN INSERT INTO inserts VALUES (1); RETURN NULL; END';
      CREATE TRIGGER zz_count AFTER INSERT ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION count_insert()`);
    // The draw comes first in the list, before there is anything to draw.
    await world.book([
      { movement: "draw", amount: 10n, ...part(on, caseId, partId) },
      { movement: "commit", amount: 100n, ...part(on, caseId, partId) },
      { movement: "reserve", amount: 100n, caseId, ...on },
    ]);
    await world.book([
      { movement: "revert", amount: 90n, ...on },
      { movement: "release", amount: 90n, ...part(on, caseId, partId) },
    ]);
    await world.book(
      Array.from({ length: 1_000 }, () => ({ movement: "provide" as const, amount: 1n, ...on })),
    );
    const { rows } = await world.owner.query("SELECT count(*)::int AS n FROM inserts");
    await world.owner.query("DROP TRIGGER zz_count ON ledger_entry");
    expect(rows[0]).toEqual({ n: 3 });
    expect(await world.balanceOf(on)).toEqual(sums(1_000n, 0n, 0n, 10n));
    await expect(
      world.book(Array.from({ length: 1_001 }, () => ({ movement: "provide" as const, amount: 1n, ...on }))),
    ).rejects.toThrow("one insert");
  });
});

describe("a reversal", () => {
  test("swaps the ends once; a second one and one of a reversal are refused", async () => {
    const on = await fundWith(100n);
    const { caseId } = await world.aCase(on);
    const [reserved] = await world.book([{ movement: "reserve", amount: 70n, caseId, ...on }]);
    await undo(reserved);
    expect(await world.balanceOf(on)).toEqual(sums(100n, 0n, 0n, 0n));
    await expect(undo(reserved)).rejects.toEqual(refusal("refusals.reversedTwice"));
    const { rows } = await world.owner.query("SELECT id FROM ledger_entry WHERE reverses_id = $1", [
      reserved,
    ]);
    await expect(undo(rows[0].id)).rejects.toEqual(refusal("refusals.notFound"));
  });

  test("is refused when the money has gone on", async () => {
    const on = await fundWith(100n);
    const { caseId } = await world.aCase(on);
    const { rows } = await world.owner.query("SELECT id FROM ledger_entry WHERE to_fund_id = $1", [
      on.fundId,
    ]);
    await world.book([{ movement: "reserve", amount: 1n, caseId, ...on }]);
    await expect(undo(rows[0].id)).rejects.toEqual(refusal("refusals.notEnoughAvailable"));
  });

  test("must be exact, whoever writes it: another amount, other ends or another movement are refused by the database", async () => {
    const on = await fundWith(100n);
    const { rows } = await world.owner.query("SELECT id FROM ledger_entry WHERE to_fund_id = $1", [
      on.fundId,
    ]);
    const swapped = `INSERT INTO ledger_entry (employer_id, id, movement, amount, day, at, from_account, from_fund_id, from_pot_id, to_account, reverses_id)
      SELECT employer_id, gen_random_uuid(), $2::"Movement", $3, day, at, 'available', to_fund_id, to_pot_id, 'outside', id FROM ledger_entry WHERE id = $1`;
    await expect(world.owner.query(swapped, [rows[0].id, "provide", 99])).rejects.toThrow(
      "a reversal must swap the two ends",
    );
    await expect(world.owner.query(swapped, [rows[0].id, "adjust", 100])).rejects.toThrow(
      "a reversal must swap the two ends",
    );
    await world.owner.query(swapped, [rows[0].id, "provide", 100]);
    expect(await world.balanceOf(on)).toEqual(sums(0n, 0n, 0n, 0n));
  });
});

describe("nobody rewrites the book", () => {
  test.each(["ledger_entry", "case_event"])(
    "%s refuses change, deletion and emptying, also from the owner",
    async (table) => {
      await expect(world.owner.query(`UPDATE ${table} SET amount = 1`)).rejects.toThrow("append-only");
      await expect(world.owner.query(`DELETE FROM ${table}`)).rejects.toThrow("append-only");
      await expect(world.owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow("append-only");
    },
  );

  test("the web's login can neither write balances nor change entries", async () => {
    const web = new pg.Client({ connectionString: world.database.webUrl });
    await web.connect();
    try {
      await web.query("SELECT set_config('app.employer_id', $1, false)", [world.actor.employerId]);
      const forbidden = [
        "UPDATE fund_balance SET available = 1",
        "DELETE FROM fund_balance",
        "INSERT INTO fund_balance (employer_id, fund_id, pot_id, key) SELECT employer_id, fund_id, id, id FROM pot",
        "UPDATE ledger_entry SET amount = 1",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry",
        "UPDATE case_event SET kind = ''",
        "DELETE FROM case_event",
      ];
      for (const sql of forbidden) await expect(web.query(sql), sql).rejects.toThrow("permission denied");
    } finally {
      await web.end();
    }
  });
});

describe("many at once", () => {
  /** 32 reservations of 100 at once, with room for 7: what `reserve` let through, and what it refused. */
  async function race(reserve: (nth: number) => Promise<unknown>): Promise<number> {
    const answers = await Promise.allSettled(Array.from({ length: 32 }, (_, nth) => reserve(nth)));
    const lost = answers.filter((answer) => answer.status === "rejected").map((answer) => answer.reason);
    for (const reason of lost) expect(reason).toEqual(refusal("refusals.notEnoughAvailable"));
    return answers.length - lost.length;
  }

  test("32 reservations with room for 7: exactly 7", async () => {
    const on = await fundWith(799n);
    const cases: Awaited<ReturnType<typeof world.aCase>>[] = [];
    for (let nth = 0; nth < 32; nth++) cases.push(await world.aCase(on));
    expect(
      await race((nth) =>
        world.book([{ movement: "reserve", amount: 100n, caseId: cases[nth]?.caseId ?? "", ...on }]),
      ),
    ).toBe(7);
    expect(await world.balanceOf(on)).toEqual(sums(99n, 700n, 0n, 0n));
  });

  test("control: one that reads before it writes lets more than 7 through the same race", async () => {
    await world.owner.query("CREATE TABLE read_first (amount bigint)");
    await world.owner.query("GRANT SELECT, INSERT ON read_first TO portal_app");
    const readFirst = () =>
      write(world.actor, NOW, null, async ({ tx }) => {
        const [room] = await tx.$queryRaw<
          { left: bigint }[]
        >`SELECT 799 - coalesce(sum(amount), 0)::bigint AS left, pg_sleep(0.02)::text FROM read_first`;
        if ((room?.left ?? 0n) < 100n)
          throw Object.assign(new Error(), { reason: { key: "refusals.notEnoughAvailable" } });
        await tx.$executeRaw`INSERT INTO read_first VALUES (100)`;
      });
    expect(await race(readFirst)).toBeGreaterThan(7);
  });

  test("opposite transfers do not deadlock", async () => {
    const a = await fundWith(1_000n);
    const b = await world.pot(a.fundId);
    await world.book([{ movement: "transfer", amount: 500n, from: a, to: b }]);
    const there = () => world.book([{ movement: "transfer", amount: 3n, from: a, to: b }]);
    const back = () => world.book([{ movement: "transfer", amount: 3n, from: b, to: a }]);
    await Promise.all(Array.from({ length: 60 }, (_, nth) => (nth % 2 ? there() : back())));
    expect([await world.balanceOf(a), await world.balanceOf(b)]).toEqual([
      sums(500n, 0n, 0n, 0n),
      sums(500n, 0n, 0n, 0n),
    ]);
    // A connection reports its deadlocks when it closes; write() would have hidden one by trying again.
    await disconnect();
    const { rows } = await world.owner.query(
      "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
    );
    expect(rows[0]).toEqual({ deadlocks: 0 });
  });

  test("a transaction that fails after booking leaves no trace", async () => {
    const on = await fundWith(100n);
    const fault = new Error("after the booking");
    await expect(
      write(world.actor, NOW, null, async (w) => {
        await book(w, [{ movement: "revert", amount: 100n, ...on }]);
        w.tell({ kind: "fund.reverted", subjectId: on.fundId });
        throw fault;
      }),
    ).rejects.toBe(fault);
    expect(await world.balanceOf(on)).toEqual(sums(100n, 0n, 0n, 0n));
    expect((await world.owner.query("SELECT seq FROM event_chain")).rows).toEqual([{ seq: "0" }]);
  });
});

test("after all this the balances are the sums of the entries", async () => {
  expect((await world.owner.query("SELECT count(*)::int AS n FROM fund_balance")).rows[0].n).toBeGreaterThan(
    30,
  );
  expect((await world.owner.query(DIFFERENCES)).rows).toEqual([]);
});
