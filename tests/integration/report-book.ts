import type pg from "pg";
import { expect } from "vitest";
import type { Actor } from "@/domain/actor";
import { AREAS } from "@/domain/agreement";
import { reportAt } from "@/features/reports/all-reports";
import type { ReportKey, ReportSheet, ReportTable, Search } from "@/features/reports/report";
import type { House } from "../people";
import { city, owner, saying } from "./report-world";

// What the entries of the book say, summed in JavaScript from the table itself: nothing of the reports' own SQL is used.

// ---------- what the book says ----------

export type Book = Awaited<ReturnType<typeof theBook>>;

export async function theBook() {
  const rows = async <T extends pg.QueryResultRow>(sql: string) =>
    (await owner.query<T>(sql, [city.employerId])).rows;
  const entries = await rows<Record<string, string> & { amount: string }>(
    "SELECT movement, amount, day::text, from_account, from_fund_id, from_case_id, from_part_id, to_account, to_fund_id, to_case_id, to_part_id FROM ledger_entry WHERE employer_id = $1",
  );
  const ends = entries.flatMap((it) =>
    (["from", "to"] as const).map((side) => ({
      movement: it.movement,
      day: it.day ?? "",
      account: it[`${side}_account`],
      other: it[side === "from" ? "to_account" : "from_account"],
      fund: it[`${side}_fund_id`],
      case: it[`${side}_case_id`],
      part: it[`${side}_part_id`],
      amount: side === "from" ? -BigInt(it.amount) : BigInt(it.amount),
    })),
  );
  return {
    ends: ends.filter(({ account }) => account !== "outside"),
    cases: await rows<{ id: string; unit_id: string; area: string | null; fund_id: string }>(
      "SELECT id, unit_id, area::text, fund_id FROM pre_registration WHERE employer_id = $1",
    ),
    parts: await rows<{
      id: string;
      case_id: string;
      on: string;
      status: string | null;
      claimed: string;
      answered: string | null;
    }>(
      'SELECT g.id, g.case_id, g.granted_on::text AS "on", r.status::text, r.amount AS claimed, r.paid_amount AS answered FROM granted_part g LEFT JOIN requisition r ON r.part_id = g.id WHERE g.employer_id = $1',
    ),
    own: await rows<{ unit_id: string; case_id: string; own_cost: string }>(
      "SELECT cu.unit_id, cu.case_id, cu.own_cost FROM case_unit cu JOIN pre_registration p ON p.id = cu.case_id WHERE cu.employer_id = $1 AND p.status IN ('approved', 'converted')",
    ),
  };
}

const UNDER: Record<string, readonly (keyof House["units"])[]> = {
  top: ["top", "care", "north", "south", "school"],
  care: ["care", "north", "south"],
  north: ["north"],
  south: ["south"],
  school: ["school"],
};

/** The units in a chosen unit's subtree; none for a unit that is not the city's. */
function subtree(unit: string): string[] {
  const name = Object.entries(city.units).find(([, id]) => id === unit)?.[0] ?? "";
  return (UNDER[name] ?? []).map((it) => city.units[it]);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What a report should make of an address: rubbish is left out. */
export function read({ fund, unit, area, from, until }: Search): Search {
  const id = (text: string | undefined) => (text && UUID.test(text) ? text : undefined);
  const day = (text: string | undefined) => (text && /^20\d\d-\d\d-\d\d$/.test(text) ? text : undefined);
  return {
    fund: id(fund),
    unit: id(unit),
    area: AREAS.find((it) => it === area),
    from: day(from),
    until: day(until),
  };
}

export function inSight(
  actor: Actor,
  search: Search,
  it: { unit_id: string; area: string | null } | undefined,
) {
  const { unit, area } = read(search);
  if (actor.units === "all" && !unit && !area) return true;
  return (
    it !== undefined &&
    (actor.units === "all" || actor.units.includes(it.unit_id)) &&
    (!unit || subtree(unit).includes(it.unit_id)) &&
    (!area || area === it.area)
  );
}

export const add = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const within = (day: string, { from, until }: Search) => (!from || day >= from) && (!until || day <= until);

export function spendingIn(book: Book, actor: Actor, search: Search): Record<string, bigint> {
  const { fund, ...asked } = read(search);
  const ends = book.ends.filter(
    (it) =>
      within(it.day, asked) &&
      (!fund || it.fund === fund) &&
      inSight(
        actor,
        search,
        book.cases.find(({ id }) => id === it.case),
      ),
  );
  const on = (account: string) => add(ends.flatMap((it) => (it.account === account ? [it.amount] : [])));
  return {
    provided: add(ends.flatMap((it) => (it.other === "outside" ? [it.amount] : []))),
    available: on("available"),
    reserved: on("reserved"),
    committed: on("committed"),
    drawn: on("drawn"),
  };
}

export type Part = {
  status: string | null;
  short: boolean;
  granted: bigint;
  paid: bigint;
  released: bigint;
  left: bigint;
};

export function partsIn(book: Book, actor: Actor, search: Search, period: boolean): Part[] {
  const { fund, ...asked } = read(search);
  return book.parts.flatMap(({ id, case_id, on, status, claimed, answered }) => {
    const its = book.cases.find((it) => it.id === case_id);
    if (!its || (fund && its.fund_id !== fund) || !inSight(actor, search, its)) return [];
    if (period && !within(on, asked)) return [];
    const ends = book.ends.filter((it) => it.part === id);
    const moved = (account: string, ...movements: string[]) =>
      add(
        ends.flatMap((it) =>
          it.account === account && (movements.length === 0 || movements.includes(it.movement ?? ""))
            ? [it.amount]
            : [],
        ),
      );
    return [
      {
        status,
        short: answered !== null && BigInt(answered) < BigInt(claimed),
        granted: moved("committed", "commit", "recommit"),
        paid: moved("drawn"),
        released: -moved("committed", "release"),
        left: moved("committed"),
      },
    ];
  });
}

// ---------- what a report says ----------

export async function sheetOf(key: ReportKey, actor: Actor, search: Search): Promise<ReportSheet> {
  const made = await reportAt(key)?.make(actor, search, saying);
  if (!made) throw new Error(`no report ${key}`);
  return made.sheet;
}

export function tableOf(sheet: ReportSheet, key: string): ReportTable {
  const table = sheet.tables.find((it) => it.key === key);
  if (!table) throw new Error(`no table ${key}`);
  return table;
}

/** The sums below a table, by column: öre as they are, counts as whole numbers. */
export function footOf(table: ReportTable): Record<string, bigint> {
  return Object.fromEntries(
    table.columns.flatMap(({ key }, at) => {
      const cell = table.foot?.[at];
      if (cell && "ore" in cell && cell.ore !== null) return [[key, cell.ore]];
      return cell && "count" in cell && cell.count !== null ? [[key, BigInt(cell.count)]] : [];
    }),
  );
}

/** Every column with a sum below: its rows add up to it, unless something in it is hidden. */
export function expectAddsUp(sheet: ReportSheet): void {
  for (const table of sheet.tables)
    for (const [at, { key, kind }] of table.columns.entries()) {
      const cells = table.rows.map((row) => row[at]);
      expect(
        cells.every((cell) => cell && (kind in cell || "hidden" in cell)),
        `${sheet.key}.${table.key}.${key} is of its kind`,
      ).toBe(true);
      const foot = footOf(table)[key];
      if (foot === undefined || cells.some((cell) => cell && "hidden" in cell)) continue;
      const sum = add(
        cells.map((cell) =>
          cell && "ore" in cell ? (cell.ore ?? 0n) : cell && "count" in cell ? BigInt(cell.count ?? 0) : 0n,
        ),
      );
      expect(sum, `${sheet.key}.${table.key}.${key} adds up`).toBe(foot);
    }
}
