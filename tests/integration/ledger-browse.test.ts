import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { addDays } from "@/domain/day";
import type { Booking, Movement, PotAddress } from "@/domain/ledger";
import { type Book, getBook } from "@/features/funds/book-queries";
import { type BookSearch, bookHref, bookSearch } from "@/features/funds/book-schema";
import { reverseEntry } from "@/features/funds/move-commands";
import { book } from "@/features/ledger/commands";
import { write } from "@/server/db";
import { newId } from "@/server/id";
import { refused } from "../refused";
import { DIFFERENCES, type MoneyWorld, moneyWorld, part } from "./money-world";

// Random histories in one book, read page by page through every kind of filter, and reckoned anew by hand from all that
// was ever booked: the same entries in the same order, none twice and none lost, each with the balance it left behind.

let world: MoneyWorld;
/** top ─ care ─ north; top ─ school; old was merged into care. */
const units = { care: newId(), north: newId(), school: newId(), old: newId() };
const pots: PotAddress[] = [];
const cases: { caseId: string; number: string; unitId: string; parts: string[]; on: PotAddress }[] = [];
let coordinator: Actor;

beforeAll(async () => {
  world = await moneyWorld();
  const { employerId } = world.actor;
  coordinator = { ...world.actor, role: "coordinator" };
  const unit = (id: string, parentId: string, successorId: string | null) =>
    world.owner.query(
      "INSERT INTO unit (employer_id, id, parent_id, name, kind, valid_from, successor_id) VALUES ($1, $2, $3, 'Enhet', 'enhet', '2024-01-01', $4)",
      [employerId, id, parentId, successorId],
    );
  await unit(units.care, world.unitId, null);
  await unit(units.north, units.care, null);
  await unit(units.school, world.unitId, null);
  await unit(units.old, world.unitId, units.care);
  const [first, second] = [await world.fund("Ram ett"), await world.fund("Ram två")];
  pots.push(first, await world.pot(first.fundId), await world.pot(first.fundId), second);
  const own = (pot: PotAddress | undefined, unitId: string) =>
    world.owner.query("UPDATE pot SET unit_id = $2 WHERE id = $1", [pot?.potId, unitId]);
  await own(pots[1], units.north);
  await own(pots[2], units.school);
  for (const [unitId, at] of [
    [units.care, 0],
    [units.north, 1],
    [units.school, 0],
    [units.old, 3],
  ] as const) {
    const on = pots[at] ?? first;
    const { caseId, parts } = await world.aCase(on, 2);
    await world.owner.query("UPDATE pre_registration SET unit_id = $2 WHERE id = $1", [caseId, unitId]);
    const { rows } = await world.owner.query("SELECT number FROM pre_registration WHERE id = $1", [caseId]);
    cases.push({ caseId, number: rows[0].number, unitId, parts, on });
  }
}, 60_000);
afterAll(() => world.close());

type Wish = { movement: Movement; amount: number; pot: number; aCase: number; aPart: number; day: number };
const MOVEMENTS: Movement[] = [
  ...(["provide", "provide", "adjust", "transfer", "rollOver", "reserve", "reserve", "unreserve"] as const),
  ...(["commit", "commit", "recommit", "release", "draw", "revert"] as const),
];
const wish: fc.Arbitrary<Wish> = fc.record({
  movement: fc.constantFrom(...MOVEMENTS),
  amount: fc.integer({ min: 1, max: 40 }),
  pot: fc.nat(3),
  aCase: fc.nat(3),
  aPart: fc.nat(1),
  // Mostly the same day; sometimes the next; now and then a day that was begun before midnight.
  day: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, -1),
});

function bookingOf({ movement, amount: kronor, pot, aCase: nth, aPart }: Wish): Booking | null {
  const amount = BigInt(kronor);
  const [on, to] = [pots[pot], pots[(pot + 1) % 4]];
  const aCase = cases[nth];
  const [partId, toPartId] = [aCase?.parts[aPart], aCase?.parts[1 - aPart]];
  if (!on || !to || !aCase || !partId || !toPartId) return null;
  const { caseId } = aCase;
  switch (movement) {
    case "provide":
      return { movement, amount: amount * 8n, ...on };
    case "revert":
      return { movement, amount, ...on };
    case "adjust":
      return { movement, amount, direction: aPart === 0 ? "in" : "out", ...on };
    case "transfer":
    case "rollOver":
      return { movement, amount, from: on, to };
    case "reserve":
      return { movement, amount: amount * 2n, caseId, ...aCase.on };
    case "unreserve":
      return { movement, amount, caseId, ...aCase.on };
    case "recommit":
      return { movement, amount, caseId, partId, toPartId, ...aCase.on };
    default:
      return { movement, amount, ...part(aCase.on, caseId, partId) };
  }
}

let today = "2026-01-30";
/** Books what of a history the balances allow, day by day. */
async function play(history: readonly Wish[]): Promise<void> {
  for (const it of history) {
    if (it.day > 0) today = addDays(today, it.day);
    const booking = bookingOf(it);
    if (!booking) continue;
    // Only the day before, and only next to a midnight that was passed: that is all a slow transaction can do.
    const day = it.day < 0 ? addDays(today, -1) : today;
    await refused(
      write(world.actor, new Date(`${day}T11:00:00Z`), null, async (w) => {
        await book(w, [booking]);
      }),
    );
  }
}

type Row = {
  id: string;
  seq: bigint;
  movement: Movement;
  amount: bigint;
  day: string;
  from_account: string;
  from_fund_id: string | null;
  from_pot_id: string | null;
  from_case_id: string | null;
  to_account: string;
  to_fund_id: string | null;
  to_pot_id: string | null;
  to_case_id: string | null;
};
async function wholeBook(): Promise<Row[]> {
  const { rows } = await world.owner.query("SELECT *, day::text AS day FROM ledger_entry ORDER BY seq DESC");
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq), amount: BigInt(row.amount) }));
}
const endsOf = (row: Row) => [
  {
    account: row.from_account,
    fund: row.from_fund_id,
    pot: row.from_pot_id,
    case: row.from_case_id,
    sign: -1n,
  },
  { account: row.to_account, fund: row.to_fund_id, pot: row.to_pot_id, case: row.to_case_id, sign: 1n },
];

/** North lies under care, and old was merged into it. */
const WITHIN: Record<string, string[]> = {
  [units.care]: [units.care, units.north, units.old],
  [units.north]: [units.north],
  [units.school]: [units.school],
  [units.old]: [units.old],
};
const POT_UNIT = [null, units.north, units.school, null];

/** The same by hand: every entry with an end that every filter fits. */
function expected(all: readonly Row[], search: BookSearch): Row[] {
  const within = search.unit ? (WITHIN[search.unit] ?? []) : null;
  return all.filter(
    (row) =>
      (!search.movement || row.movement === search.movement) &&
      (!search.from || search.from <= row.day) &&
      (!search.until || row.day <= search.until) &&
      endsOf(row).some((end) => {
        const aCase = cases.find((it) => it.caseId === end.case);
        const unitOfPot = POT_UNIT[pots.findIndex((pot) => pot.potId === end.pot)];
        return (
          (!search.fund || end.fund === search.fund) &&
          (!search.pot || end.pot === search.pot) &&
          (!search.case || aCase?.number === search.case) &&
          (!within ||
            (aCase !== undefined && within.includes(aCase.unitId)) ||
            (typeof unitOfPot === "string" && within.includes(unitOfPot)))
        );
      }),
  );
}

/** Every page, one after the other; each must end where the next begins. */
async function everyPage(search: BookSearch): Promise<Book["entries"]> {
  const entries: Book["entries"] = [];
  let after: bigint | null = null;
  for (;;) {
    const page: Book | null = await getBook(world.actor, { ...search, after });
    if (!page) throw new Error("not shown");
    expect(page.entries.length <= 50).toBe(true);
    entries.push(...page.entries);
    if (page.next === null) return entries;
    after = page.next;
  }
}

/** What an account held after an entry, summed from every entry up to it. */
function held(
  all: readonly Row[],
  seq: bigint,
  account: string,
  fits: (end: ReturnType<typeof endsOf>[number]) => boolean,
) {
  let sum = 0n;
  for (const row of all)
    if (row.seq <= seq)
      for (const end of endsOf(row)) if (end.account === account && fits(end)) sum += end.sign * row.amount;
  return sum;
}

const NOTHING = bookSearch.parse({});
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const filters = fc.record({
  fund: maybe(fc.nat(3)),
  pot: maybe(fc.nat(3)),
  unit: maybe(fc.constantFrom(...Object.values(units))),
  aCase: maybe(fc.nat(3)),
  movement: maybe(fc.constantFrom(...new Set(MOVEMENTS))),
  from: maybe(fc.nat(30)),
  until: maybe(fc.nat(30)),
});

describe("the book, page by page", () => {
  beforeAll(async () => {
    for (const history of fc.sample(fc.array(wish, { minLength: 130, maxLength: 130 }), {
      numRuns: 4,
      seed: 7,
    }))
      await play(history);
  }, 60_000);

  test("is long enough to have pages, and the balances agree with it", async () => {
    expect((await wholeBook()).length).toBeGreaterThan(150);
    expect((await world.owner.query(DIFFERENCES)).rows).toEqual([]);
  });

  test("unnarrowed: every entry once, the newest first", async () => {
    const all = await wholeBook();
    expect((await everyPage(NOTHING)).map((entry) => entry.id)).toEqual(all.map((row) => row.id));
  });

  test("any filter gives what reading everything gives", async () => {
    const all = await wholeBook();
    await fc.assert(
      fc.asyncProperty(filters, async ({ fund, pot, aCase, from, until, ...rest }) => {
        const chosenPot = pot === null ? null : (pots[pot]?.potId ?? null);
        const search: BookSearch = {
          ...NOTHING,
          ...rest,
          // A pot goes with its own fund.
          fund:
            pot !== null ? (pots[pot]?.fundId ?? null) : fund === null ? null : (pots[fund]?.fundId ?? null),
          pot: chosenPot,
          case: aCase === null ? null : (cases[aCase]?.number ?? null),
          from: from === null ? null : addDays("2026-01-28", from),
          until: until === null ? null : addDays("2026-01-28", until),
        };
        expect((await everyPage(search)).map((entry) => entry.seq)).toEqual(
          expected(all, search).map((row) => row.seq),
        );
      }),
      { numRuns: 60, seed: 11 },
    );
  }, 60_000);

  test.each([0, 1, 2, 3])("of pot %s: what was left after each entry is the sum up to it", async (nth) => {
    const all = await wholeBook();
    const pot = pots[nth];
    for (const search of [
      { ...NOTHING, fund: pot?.fundId ?? null },
      { ...NOTHING, fund: pot?.fundId ?? null, pot: pot?.potId ?? null },
      { ...NOTHING, fund: pot?.fundId ?? null, from: "2026-02-01", until: "2026-02-20" },
    ]) {
      const entries = await everyPage(search);
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries)
        expect([entry.seq, entry.balances.available]).toEqual([
          entry.seq,
          held(
            all,
            entry.seq,
            "available",
            (end) => end.fund === search.fund && (!search.pot || end.pot === search.pot),
          ),
        ]);
    }
  });

  test.each([0, 1, 2, 3])("of case %s: reserved, committed and drawn after each entry", async (nth) => {
    const all = await wholeBook();
    const search = { ...NOTHING, case: cases[nth]?.number ?? null };
    const caseId = cases[nth]?.caseId ?? null;
    const entries = await everyPage(search);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries)
      for (const account of ["reserved", "committed", "drawn"] as const)
        expect([entry.seq, account, entry.balances[account]]).toEqual([
          entry.seq,
          account,
          held(all, entry.seq, account, (end) => end.case === caseId),
        ]);
    const { subject } = (await getBook(world.actor, search)) ?? {};
    const [newest] = entries;
    expect(subject?.case).toMatchObject(newest?.balances ?? {});
  });

  test("an entry that was begun before midnight lies in both periods that touch it", async () => {
    const fund = pots[3] as PotAddress;
    const [eve, morning] = [addDays(today, 9), addDays(today, 10)];
    const ids: string[] = [];
    for (const day of [morning, eve])
      await write(world.actor, new Date(`${day}T11:00:00Z`), null, async (w) => {
        ids.unshift(...(await book(w, [{ movement: "provide", amount: 100n, ...fund }])));
      });
    const of = async (search: Partial<BookSearch>) =>
      (await everyPage({ ...NOTHING, fund: fund.fundId, ...search })).map((entry) => entry.id);
    expect(await of({ from: eve })).toEqual(ids);
    expect(await of({ from: morning })).toEqual(ids.slice(1));
    expect((await of({ until: morning })).slice(0, 2)).toEqual(ids);
    expect((await of({ until: eve }))[0]).toBe(ids[0]);
    today = addDays(today, 20);
  });

  test("where entries are left out between, no balance is told", async () => {
    const fund = pots[0]?.fundId ?? null;
    const told = async (search: Partial<BookSearch>) =>
      (await getBook(world.actor, { ...NOTHING, ...search }))?.balance;
    expect(await told({})).toBeNull();
    expect(await told({ fund })).toBe("available");
    expect(await told({ fund, movement: "reserve" })).toBeNull();
    expect(await told({ fund, unit: units.care })).toBeNull();
    expect(await told({ case: cases[0]?.number ?? null })).toBe("case");
    expect(await told({ case: cases[0]?.number ?? null, fund })).toBeNull();
  });

  test("a reversal stands beside what it undoes, and the balance follows", async () => {
    const fund = pots[3] as PotAddress;
    await write(world.actor, new Date(`${today}T12:00:00Z`), null, async (w) => {
      await book(w, [{ movement: "provide", amount: 9_000n, ...fund }]);
    });
    const [entry] = await everyPage({ ...NOTHING, fund: fund.fundId });
    if (!entry) throw new Error("no entry");
    await reverseEntry(
      world.actor,
      { fundId: fund.fundId, entryId: entry.id, reason: "Två gånger" },
      new Date(`${today}T13:00:00Z`),
    );
    const [undone, done] = await everyPage({ ...NOTHING, fund: fund.fundId });
    expect(undone).toMatchObject({ isReversal: true, amount: 9_000n, from: { fundId: fund.fundId } });
    expect(done).toMatchObject({ id: entry.id, isReversed: true, balances: entry.balances });
    expect(undone?.balances.available).toBe((entry.balances.available ?? 0n) - 9_000n);
  });
});

describe("who reads it, and what is asked for", () => {
  test("coordinators and HR; others see no entries", async () => {
    expect(await getBook(coordinator, NOTHING)).not.toBeNull();
    for (const role of ["admin", "unionRep", "manager", "employee"] as const)
      expect(await getBook({ ...world.actor, role }, NOTHING)).toBeNull();
  });

  test("a stranger's fund, pot or unit is not found; an unknown number is said", async () => {
    for (const strange of [{ fund: newId() }, { pot: newId() }, { unit: newId() }])
      expect(await refused(getBook(world.actor, { ...NOTHING, ...strange }))).toBe("refusals.notFound");
    expect(await getBook(world.actor, { ...NOTHING, case: "1999-0001" })).toMatchObject({
      noCase: true,
      entries: [],
    });
  });

  test("a case outside the reader's units is neither opened nor told apart from none", async () => {
    const [aCase] = cases;
    const elsewhere: Actor = { ...coordinator, units: [units.school] };
    expect(await getBook(elsewhere, { ...NOTHING, case: aCase?.number ?? null })).toMatchObject({
      noCase: true,
    });
    const page = await getBook(elsewhere, NOTHING);
    const own = cases.find((it) => it.unitId === units.school);
    expect([...(page?.openCases ?? [])]).toEqual([own?.caseId]);
  });

  test("what cannot be read in the address narrows nothing, and an address says itself again", () => {
    expect(
      bookSearch.parse({ fund: "x", from: "2026-02-30", movement: "gift", after: "-1", case: " " }),
    ).toEqual(NOTHING);
    const search = bookSearch.parse({
      fund: newId(),
      case: "2026-0001",
      movement: "draw",
      from: "2026-01-01",
    });
    const again = Object.fromEntries(new URLSearchParams(bookHref(search, 12n).split("?")[1]));
    expect(bookSearch.parse(again)).toEqual({ ...search, after: 12n });
  });
});
