import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whyNotSee } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { AREAS } from "@/domain/agreement";
import { addDays } from "@/domain/day";
import { REPORTS, reportAt } from "@/features/reports/all-reports";
import type { Search } from "@/features/reports/report";
import { GROUPINGS } from "@/features/reports/selection";
import { acting, TODAY } from "../people";
import { carryOut, claimed } from "./after-decision";
import { grantedCase } from "./approved-case";
import {
  add,
  type Book,
  expectAddsUp,
  footOf,
  inSight,
  type Part,
  partsIn,
  read,
  sheetOf,
  spendingIn,
  tableOf,
  theBook,
} from "./report-book";
import {
  all,
  city,
  closeWorld,
  happen,
  openWorld,
  owner,
  past,
  STAGES,
  saying,
  second,
} from "./report-world";

// Every total on every report is what the entries of the book say, whatever is chosen in the address and whoever asks.

beforeAll(openWorld, 60_000);
afterAll(closeWorld);

async function expectTheBook(book: Book, actor: Actor, search: Search): Promise<void> {
  const of = (parts: readonly Part[], key: "granted" | "paid" | "released" | "left") =>
    add(parts.map((part) => part[key]));
  for (const { key } of REPORTS) {
    const sheet = await sheetOf(key, actor, search);
    expectAddsUp(sheet);
    const foot = footOf(sheet.tables[0]);
    const now = partsIn(book, actor, search, false);
    const then = partsIn(book, actor, search, true);
    switch (key) {
      case "spending": {
        const sums = spendingIn(book, actor, search);
        expect(Object.keys(foot)).toEqual(expect.arrayContaining(["reserved", "committed", "drawn"]));
        for (const [account, sum] of Object.entries(foot))
          expect(sum, `spending ${account}`).toBe(sums[account]);
        break;
      }
      case "granted":
        expect(foot).toEqual({
          granted: of(then, "granted"),
          paid: of(then, "paid"),
          released: of(then, "released"),
          left: of(then, "left"),
        });
        break;
      case "commitments": {
        const open = now.filter(({ status }) =>
          [null, "draft", "evidenceComplete", "returned"].includes(status),
        );
        const [left, mine] = [of(now, "left"), of(open, "left")];
        expect(foot).toEqual({ left, waiting: left - mine, open: mine });
        expect(footOf(tableOf(sheet, "list"))).toEqual({ left: mine });
        break;
      }
      case "ageing": {
        const sent = now.filter(({ status }) => status === "sent");
        expect(foot).toMatchObject({ count: BigInt(sent.length), left: of(sent, "left") });
        break;
      }
      case "uncovered": {
        const { fund } = read(search);
        const own = book.own.filter(({ unit_id, case_id }) => {
          const its = book.cases.find(({ id }) => id === case_id);
          return its && (!fund || its.fund_id === fund) && inSight(actor, search, { ...its, unit_id });
        });
        expect(foot.own).toBe(add(own.map(({ own_cost }) => BigInt(own_cost))));
        const short = now.filter((part) => part.short);
        const claims = footOf(tableOf(sheet, "claims"));
        expect({ granted: claims.granted, paid: claims.paid, missing: claims.missing }).toEqual({
          granted: of(short, "granted"),
          paid: of(short, "paid"),
          missing: foot.short,
        });
        break;
      }
      case "statistics":
        expect(foot.value).toBe(of(then, "granted"));
        expect(footOf(tableOf(sheet, "years")).value).toBe(of(then, "granted"));
    }
  }
}

const search: fc.Arbitrary<() => Search> = fc
  .record({
    by: fc.constantFrom(...GROUPINGS, "seq; DROP TABLE unit", undefined),
    fund: fc.constantFrom("first", "second", "foreign", "rubbish", undefined, undefined),
    unit: fc.constantFrom("top", "care", "north", "school", "foreign", "rubbish", undefined, undefined),
    area: fc.constantFrom(...AREAS, "x' OR 1=1", undefined, undefined, undefined),
    from: fc.constantFrom("2026-01-01", "2026-11-02", TODAY, "2027-02-01", "i går", undefined, undefined),
    until: fc.constantFrom("2026-11-01", "2026-12-31", "2027-06-01", "2027-02-30x", undefined, undefined),
  })
  .map((it) => () => ({
    ...it,
    fund:
      it.fund &&
      { first: city.fund.fundId, second: second.fundId, foreign: all.region.fund.fundId, rubbish: "1 OR 1" }[
        it.fund
      ],
    unit:
      it.unit &&
      { ...city.units, foreign: all.region.units.care, rubbish: "'; --" }[
        it.unit as "care" | "foreign" | "rubbish"
      ],
  }));

const actors = () => [
  city.people.coordinator,
  city.people.hr,
  city.people.careCoordinator,
  acting(city.people.hr, { units: [city.units.north] }),
];

test("every total on every report is the book's, for any history, any selection and whoever asks", async () => {
  for (const [nth, stage] of STAGES.entries())
    await happen({
      stage,
      unit: "north",
      area: "competence",
      inSecond: nth % 2 === 0,
      parts: [40_000_00, 12_345_67],
      on: TODAY,
      ownCost: 5_000_00,
    });
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(past, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(3), search), { minLength: 8, maxLength: 8 }),
      async (history, asked) => {
        for (const it of history) await happen(it);
        const book = await theBook();
        for (const [nth, make] of asked) {
          const actor = actors()[nth];
          if (actor) await expectTheBook(book, actor, make());
          seen++;
        }
      },
    ),
    { numRuns: 14, endOnFailure: true },
  );
  expect(seen).toBe(14 * 8);
  // The histories came everywhere that the reports tell of.
  const { rows } = await owner.query<{ status: string }>("SELECT DISTINCT status::text FROM requisition");
  expect(rows.map(({ status }) => status).sort()).toEqual(["draft", "paid", "reconciled", "sent"]);
}, 240_000);

describe("whose numbers", () => {
  test("a foreign fund or unit in the address finds nothing, on any report", async () => {
    await happen({
      stage: "paid",
      unit: "north",
      area: "competence",
      inSecond: false,
      parts: [900],
      on: TODAY,
      ownCost: 7,
    });
    for (const asked of [{ fund: all.region.fund.fundId }, { unit: all.region.units.north }])
      for (const { key } of REPORTS)
        for (const table of (await sheetOf(key, city.people.hr, asked)).tables)
          for (const sum of Object.values(footOf(table))) expect(sum, `${key}.${table.key}`).toBe(0n);
  });

  test("a unit's own coordinator finds nothing of another unit, by any address", async () => {
    await happen({
      stage: "sent",
      unit: "school",
      area: "competence",
      inSecond: false,
      parts: [4_321],
      on: TODAY,
      ownCost: 7,
    });
    const { careCoordinator } = city.people;
    for (const { key } of REPORTS)
      for (const table of (await sheetOf(key, careCoordinator, { unit: city.units.school })).tables) {
        for (const sum of Object.values(footOf(table))) expect(sum, `${key}.${table.key}`).toBe(0n);
        expect(
          JSON.stringify(table.rows, (_, it) => (typeof it === "bigint" ? String(it) : it)),
        ).not.toContain("school");
      }
  });

  test.each(["employee", "manager", "unionRep", "admin"] as const)("the screen is not for %s", (role) => {
    expect(whyNotSee({ role }, "reports")).not.toBeNull();
  });
});

test("a claim is as old as the days since it was sent: 30, 60 and 90 are the last of their age", async () => {
  const office = all.office;
  const it = await grantedCase(office, { lom: true, numbers: [null] });
  await carryOut(office, it, undefined, "2027-06-01");
  await claimed(office, it.partIds[0] ?? "", it.amount);
  const counts = async (days: number) => {
    const made = await reportAt("ageing")?.make(
      office.people.hr,
      {},
      { ...saying, today: addDays("2027-06-01", days) },
    );
    return made?.sheet.tables[0].rows.map((row) => (row[1] && "count" in row[1] ? row[1].count : null));
  };
  expect(await counts(0)).toEqual([1, 0, 0, 0]);
  expect(await counts(30)).toEqual([1, 0, 0, 0]);
  expect(await counts(31)).toEqual([0, 1, 0, 0]);
  expect(await counts(60)).toEqual([0, 1, 0, 0]);
  expect(await counts(61)).toEqual([0, 0, 1, 0]);
  expect(await counts(90)).toEqual([0, 0, 1, 0]);
  expect(await counts(91)).toEqual([0, 0, 0, 1]);
});
