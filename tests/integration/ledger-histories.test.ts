import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Booking, type End, endsOf, MOVES, type PotAddress } from "@/domain/ledger";
import { Refusal } from "@/domain/reason";
import { book, reverse } from "@/features/ledger/commands";
import { disconnect, write } from "@/server/db";
import { newId } from "@/server/id";
import { DIFFERENCES, type MoneyWorld, moneyWorld, NOW, POT_KEY, part, TODAY } from "./money-world";

// Random histories of the book. Each has a ground of its own (two pots in a fund, one in another, two cases with two
// parts each) and a model that says of every step whether it is legal; the database must agree to the öre. Then the
// same without a model, eight at once on one ground, where only the laws can be asked.

let world: MoneyWorld;
beforeAll(async () => {
  world = await moneyWorld();
}, 60_000);
afterAll(() => world.close());

type Ground = { pots: PotAddress[]; cases: { caseId: string; parts: string[] }[] };

/** Many grounds in a few statements. */
async function grounds(count: number): Promise<Ground[]> {
  const { employerId } = world.actor;
  const made = Array.from({ length: count }, () => {
    const [fund, next] = [newId(), newId()];
    return {
      pots: [
        { fundId: fund, potId: newId() },
        { fundId: fund, potId: newId() },
        { fundId: next, potId: newId() },
      ],
      cases: [0, 1].map(() => ({ caseId: newId(), initiativeId: newId(), parts: [newId(), newId()] })),
    };
  });
  const { owner, unitId } = world;
  const pots = made.flatMap((it) => it.pots);
  const cases = made.flatMap((it) =>
    it.cases.map((one) => ({ ...one, on: it.pots[0] ?? { fundId: "", potId: "" } })),
  );
  await owner.query(
    "INSERT INTO fund (employer_id, id, name, version, state, period_from, period_until, reverts) SELECT $1, id, 'Ram', 'komKr2022', 'open', '2024-01-01', '2026-12-31', true FROM unnest($2::uuid[]) id",
    [employerId, [...new Set(pots.map((pot) => pot.fundId))]],
  );
  // The second pot of a fund is a unit's; any unit will do, since units are no part of the book.
  const shares = made.map(() => newId());
  await owner.query(
    "INSERT INTO unit (employer_id, id, parent_id, name, kind, valid_from) SELECT $1, id, $2, 'Enhet', 'enhet', '2024-01-01' FROM unnest($3::uuid[]) id",
    [employerId, unitId, shares],
  );
  await owner.query(
    "INSERT INTO pot (employer_id, fund_id, id, unit_id) SELECT $1, f, p, u FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS t(f, p, u)",
    [
      employerId,
      pots.map((pot) => pot.fundId),
      pots.map((pot) => pot.potId),
      pots.map((_, nth) => (nth % 3 === 1 ? shares[Math.floor(nth / 3)] : null)),
    ],
  );
  await owner.query(
    "INSERT INTO pre_registration (employer_id, id, number, title, unit_id, fund_id, pot_id, status, status_since) SELECT $1, c, c::text, 'Prov', $2, f, p, 'approved', now() FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) AS t(c, f, p)",
    [
      employerId,
      unitId,
      cases.map((it) => it.caseId),
      cases.map((it) => it.on.fundId),
      cases.map((it) => it.on.potId),
    ],
  );
  await owner.query(
    "INSERT INTO initiative (employer_id, id, case_id, unit_id, title, amount, provider_kind, status, status_since) SELECT $1, i, c, $2, 'Prov', 1, 'external', 'planned', now() FROM unnest($3::uuid[], $4::uuid[]) AS t(i, c)",
    [employerId, unitId, cases.map((it) => it.initiativeId), cases.map((it) => it.caseId)],
  );
  const parts = cases.flatMap((it) => it.parts.map((partId) => ({ ...it, partId })));
  await owner.query(
    "INSERT INTO granted_part (employer_id, id, case_id, initiative_id, amount, granted_on) SELECT $1, p, c, i, 1, $2 FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) AS t(p, c, i)",
    [
      employerId,
      TODAY,
      parts.map((it) => it.partId),
      parts.map((it) => it.caseId),
      parts.map((it) => it.initiativeId),
    ],
  );
  return made;
}

/** A step as numbers, made into bookings once its ground is known. */
type Wish = {
  movement: Booking["movement"];
  amount: number;
  pot: number;
  toPot: number;
  aCase: number;
  aPart: number;
  out: boolean;
};
type Step = { kind: "book"; wishes: Wish[] } | { kind: "reverse"; nth: number };

const wish: fc.Arbitrary<Wish> = fc.record({
  movement: fc.constantFrom(
    "provide",
    "provide",
    "adjust",
    "transfer",
    "rollOver",
    "reserve",
    "reserve",
    "unreserve",
    "commit",
    "commit",
    "recommit",
    "release",
    "draw",
    "revert",
  ),
  amount: fc.integer({ min: 1, max: 60 }),
  pot: fc.constantFrom(0, 0, 1, 2),
  toPot: fc.integer({ min: 0, max: 2 }),
  aCase: fc.integer({ min: 0, max: 1 }),
  aPart: fc.integer({ min: 0, max: 1 }),
  out: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant("book" as const),
      wishes: fc.oneof(
        { weight: 3, arbitrary: fc.tuple(wish) },
        { weight: 2, arbitrary: fc.array(wish, { minLength: 2, maxLength: 4 }) },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reverse" as const), nth: fc.nat(30) }) },
);

const plain = (movement: Wish["movement"], amount: number, aCase = 0, aPart = 0): Wish => ({
  movement,
  amount,
  pot: 0,
  toPot: 1,
  aCase,
  aPart,
  out: false,
});
/** So that there is something to take from: histories that begin with nothing are mostly refusals. */
const beginning: Step[] = [
  { kind: "book", wishes: [plain("provide", 120)] },
  { kind: "book", wishes: [plain("reserve", 90, 0), plain("reserve", 90, 1)] },
  {
    kind: "book",
    wishes: [
      plain("commit", 40, 0, 0),
      plain("commit", 30, 0, 1),
      plain("commit", 60, 1, 0),
      plain("draw", 20, 1, 0),
    ],
  },
];
const history = fc.array(step, { minLength: 4, maxLength: 9 }).map((steps) => [...beginning, ...steps]);

function bookingOf(it: Wish, ground: Ground): Booking | null {
  const on = ground.pots[it.pot];
  const to = ground.pots[it.toPot];
  const aCase = ground.cases[it.aCase];
  const partId = aCase?.parts[it.aPart];
  const toPartId = aCase?.parts[1 - it.aPart];
  if (!on || !to || !aCase || !partId || !toPartId) return null;
  const amount = BigInt(it.amount);
  const { caseId } = aCase;
  switch (it.movement) {
    case "provide":
      return { movement: "provide", amount: amount * 3n, ...on };
    case "revert":
      return { movement: "revert", amount, ...on };
    case "adjust":
      return { movement: "adjust", amount, direction: it.out ? "out" : "in", ...on };
    case "transfer":
    case "rollOver":
      return it.pot === it.toPot ? null : { movement: it.movement, amount, from: on, to };
    case "reserve":
    case "unreserve":
      return { movement: it.movement, amount, caseId, ...on };
    case "recommit":
      return { movement: "recommit", amount, caseId, partId, toPartId, ...on };
    case "commit":
    case "release":
    case "draw":
      return { movement: it.movement, amount, ...part(on, caseId, partId) };
  }
}

/** What the book should hold, kept by hand: an account of a pot, of a case in a pot, of a part in a pot. */
class Model {
  readonly accounts = new Map<string, bigint>();
  readonly entries: { id: string; from: End; to: End; amount: bigint; reversed: boolean }[] = [];

  /** The accounts after these moves, or null when one would fall below zero. */
  #after(moves: { from: End; to: End; amount: bigint }[]): Map<string, bigint> | null {
    const next = new Map(this.accounts);
    for (const { from, to, amount } of moves) {
      for (const [end, sign] of [
        [from, -1n],
        [to, 1n],
      ] as const)
        for (const key of keysOf(end)) next.set(key, (next.get(key) ?? 0n) + sign * amount);
    }
    return [...next.values()].every((value) => value >= 0n) ? next : null;
  }
  allows(moves: { from: End; to: End; amount: bigint }[]): boolean {
    return this.#after(moves) !== null;
  }
  take(moves: { from: End; to: End; amount: bigint }[]): void {
    for (const [key, value] of this.#after(moves) ?? []) this.accounts.set(key, value);
  }
}

function keysOf({ account, fundId, potId, caseId, partId }: End): string[] {
  if (account === "outside") return [];
  const own = account === "reserved" ? caseId : partId;
  return [
    `${fundId}/${potId}/${POT_KEY}/${account}`,
    ...(own ? [`${fundId}/${potId}/${own}/${account}`] : []),
  ];
}

/** Plays one step; whether the database took it, with the ids of the entries. */
async function play(
  it: Step,
  ground: Ground,
  known: readonly string[],
): Promise<{ ids: string[]; bookings: Booking[] } | "refused" | "nothing"> {
  const bookings =
    it.kind === "book" ? it.wishes.map((one) => bookingOf(one, ground)).filter((one) => one !== null) : [];
  const target = it.kind === "reverse" ? known[it.nth % Math.max(known.length, 1)] : undefined;
  if (bookings.length === 0 && !target) return "nothing";
  let ids: string[] = [];
  try {
    await write(world.actor, NOW, null, async (w) => {
      ids = target ? [await reverse(w, target)] : await book(w, bookings);
    });
    return { ids, bookings };
  } catch (fault) {
    // Anything but a refusal in words (a deadlock, say) fails the test.
    if (fault instanceof Refusal) return "refused";
    throw fault;
  }
}

async function playWithModel(steps: readonly Step[], ground: Ground, seen: Set<string>): Promise<Model> {
  const model = new Model();
  for (const it of steps) {
    const answer = await play(
      it,
      ground,
      model.entries.map((entry) => entry.id),
    );
    if (answer === "nothing") continue;
    if (it.kind === "reverse") {
      const entry = model.entries[it.nth % model.entries.length];
      if (!entry) continue;
      const moves = [{ from: entry.to, to: entry.from, amount: entry.amount }];
      expect(answer !== "refused", "reversal").toBe(!entry.reversed && model.allows(moves));
      seen.add(`reversal ${answer === "refused" ? "refused" : "taken"}`);
      if (answer === "refused") continue;
      model.take(moves);
      entry.reversed = true;
      continue;
    }
    const moves = it.wishes.flatMap((one) => {
      const booking = bookingOf(one, ground);
      return booking ? [{ ...endsOf(booking), amount: booking.amount }] : [];
    });
    expect(answer !== "refused", JSON.stringify(it)).toBe(model.allows(moves));
    for (const one of it.wishes) seen.add(`${one.movement} ${answer === "refused" ? "refused" : "taken"}`);
    if (answer === "refused") continue;
    model.take(moves);
    model.entries.push(
      ...moves.map((move, nth) => ({ ...move, id: answer.ids[nth] ?? "", reversed: false })),
    );
  }
  return model;
}

/** The balances of a ground as the database keeps them, without zeros. */
async function kept(ground: Ground): Promise<Record<string, bigint>> {
  const { rows } = await world.owner.query(
    `SELECT fund_id, pot_id, key, account, amount FROM fund_balance, LATERAL (VALUES ('available', available), ('reserved', reserved), ('committed', committed), ('drawn', drawn)) AS a(account, amount)
     WHERE pot_id = ANY($1) AND amount <> 0`,
    [ground.pots.map((pot) => pot.potId)],
  );
  return Object.fromEntries(
    rows.map((row) => [`${row.fund_id}/${row.pot_id}/${row.key}/${row.account}`, BigInt(row.amount)]),
  );
}

async function deadlocks(): Promise<number> {
  // A connection reports its deadlocks when it closes; write() would have hidden one by trying again.
  await disconnect();
  return (
    await world.owner.query("SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()")
  ).rows[0].deadlocks;
}

test("512 histories, eight at a time: the database takes exactly what is legal, and holds exactly what was taken", {
  timeout: 240_000,
}, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 8, maxLength: 8 }), async (histories) => {
      const own = await grounds(histories.length);
      const played = histories.flatMap((steps, nth) => {
        const ground = own[nth];
        return ground ? [{ steps, ground }] : [];
      });
      const models = await Promise.all(played.map(({ steps, ground }) => playWithModel(steps, ground, seen)));
      for (const [nth, { ground }] of played.entries())
        expect(await kept(ground)).toEqual(
          Object.fromEntries([...(models[nth]?.accounts ?? [])].filter(([, amount]) => amount !== 0n)),
        );
    }),
    { numRuns: 64, seed: 20261123, endOnFailure: true },
  );
  // Neither a test of refusals alone nor one in which nothing is refused: every movement was met both ways.
  const movements = [...Object.keys(MOVES), "reversal"];
  expect([...seen].sort()).toEqual(
    movements.flatMap((movement) => [`${movement} refused`, `${movement} taken`]).sort(),
  );
  expect((await world.owner.query(DIFFERENCES)).rows).toEqual([]);
});

test("eight histories at once on the same ground: nothing below zero, nothing lost, no deadlock", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 8, maxLength: 8 }), async (histories) => {
      const [ground] = await grounds(1);
      if (!ground) return;
      const known: string[] = [];
      await Promise.all(
        histories.map(async (steps) => {
          for (const it of steps) {
            const answer = await play(it, ground, known);
            if (typeof answer === "object" && it.kind === "book") known.push(...answer.ids);
          }
        }),
      );
      expect(known.length).toBeGreaterThan(0);
      expect((await world.owner.query(DIFFERENCES)).rows).toEqual([]);
    }),
    { numRuns: 16, seed: 1123, endOnFailure: true },
  );
  expect(await deadlocks()).toBe(0);
});
