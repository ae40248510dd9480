import type { Actor } from "@/domain/actor";
import type { Area } from "@/domain/agreement";
import type { Ore } from "@/domain/money";
import { POT_KEY } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { Prisma } from "@/server/generated/client";
import { type Choices, choices } from "./choice-queries";
import { inSight, unitsUnder } from "./place-sql";
import type { Grouping, Selection } from "./selection";

/** Net change of each account, in öre. */
export type Sums = { provided: Ore; available: Ore; reserved: Ore; committed: Ore; drawn: Ore };
/** Without a key: what belongs to no case, the frame itself. */
export type SpendingRow = Sums & { key: string | null; label: string | null; number: string | null };
export type Spending = {
  by: Grouping;
  /** Whether the frame itself is in: not with a unit, an area, or a role that reaches only some units. */
  whole: boolean;
  rows: SpendingRow[];
  total: Sums;
  choices: Choices;
};

/**
 * What the book says of a selection, by fund, unit, initiative, area or month, in öre. `total` is summed by itself, so
 * that the page can only show what adds up. Reads the smallest of the book's three forms that can answer: its days for
 * the whole employer, its balances for what stands now, its entries for the rest.
 */
export function spendingOf(actor: Actor, filter: Selection & { by: Grouping }): Promise<Spending> {
  return read(actor, async (tx) => {
    const from = movedIn(actor, filter);
    const { key, label, number, order } = GROUP[filter.by];
    const rows = await tx.$queryRaw<SpendingRow[]>`
      ${from} SELECT ${key} AS key, ${label} AS label, ${number} AS number, ${SUMS}
      FROM moved m ${NAMES} GROUP BY 1, 2, 3 ORDER BY ${order}`;
    const [total] = await tx.$queryRaw<Sums[]>`${from} SELECT ${SUMS} FROM moved m`;
    if (!total) throw new Error("a sum without groups always has one row");
    return {
      by: filter.by,
      whole: isWhole(actor, filter),
      rows,
      total,
      choices: await choices(tx, actor),
    };
  });
}

export type FlowRow = { fund: string; unit: string; area: Area | null; amount: Ore };
export type MonthRow = { unitId: string; unit: string; month: string; drawn: Ore };

/** What is granted or paid of a selection by fund, unit and area at once, the most first; what nets to nothing is left out. */
export function flowOf(tx: Tx, actor: Actor, filter: Selection): Promise<FlowRow[]> {
  return tx.$queryRaw<FlowRow[]>`
      ${movedIn(actor, { ...filter, by: "area" })}
      SELECT f.name AS fund, t.name AS unit, m.area::text AS area, sum(m.committed + m.drawn)::bigint AS amount
      FROM moved m ${NAMES} WHERE m.case_id IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(m.committed + m.drawn) > 0 ORDER BY 4 DESC, 1, 2, 3`;
}

/** What was paid of a selection by unit and month, in öre, net of what was undone. */
export function paidByMonth(tx: Tx, actor: Actor, filter: Selection): Promise<MonthRow[]> {
  return tx.$queryRaw<MonthRow[]>`
    ${movedIn(actor, { ...filter, by: "month" }, fromEntries(Prisma.sql`AND l.movement = 'draw' ${during(filter)}`))}
    SELECT t.id AS "unitId", t.name AS unit, to_char(m.day, 'YYYY-MM') AS month, sum(m.drawn)::bigint AS drawn
    FROM moved m ${NAMES} WHERE m.case_id IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(m.drawn) <> 0 ORDER BY 3, 2`;
}

const isWhole = (actor: Actor, { unit, area }: Selection) => actor.units === "all" && !unit && !area;

/** `moved`: what each account gained or lost, with the case's place in the tree of units. */
function movedIn(
  actor: Actor,
  filter: Selection & { by: Grouping },
  source = smallestSource(actor, filter),
): Prisma.Sql {
  const { fund } = filter;
  return Prisma.sql`
    WITH RECURSIVE ${unitsUnder(filter)}, source AS (${source}), moved AS (
      SELECT s.*, p.area, coalesce(under.top_id, under.id) AS top_id
      FROM source s LEFT JOIN pre_registration p ON p.id = s.case_id LEFT JOIN under ON under.id = p.unit_id
      WHERE true ${fund ? Prisma.sql`AND s.fund_id = ${fund}::uuid` : Prisma.empty} ${inSight(actor, filter)}
    )`;
}

function smallestSource(actor: Actor, filter: Selection & { by: Grouping }): Prisma.Sql {
  const { from, until, by } = filter;
  if (isWhole(actor, filter) && (by === "fund" || by === "month")) return fromDays(during(filter));
  return !from && !until && by !== "month" ? FROM_BALANCES : fromEntries(during(filter));
}

const during = ({ from, until }: Selection) =>
  Prisma.sql`${from ? Prisma.sql`AND l.day >= ${from}::date` : Prisma.empty} ${until ? Prisma.sql`AND l.day <= ${until}::date` : Prisma.empty}`;

/** What came in from outside or went out, by its movement. */
const OUTWARD = Prisma.sql`('provide', 'adjust', 'revert')`;

const fromDays = (period: Prisma.Sql) => Prisma.sql`
  SELECT l.day, l.fund_id, NULL::uuid AS case_id, NULL::uuid AS part_id, l.available, l.reserved, l.committed, l.drawn,
    CASE WHEN l.movement IN ${OUTWARD} THEN l.available ELSE 0 END AS provided
  FROM ledger_day l WHERE true ${period}`;

const FROM_BALANCES = Prisma.sql`
  SELECT NULL::date AS day, b.fund_id, coalesce(g.case_id, b.key) AS case_id, g.id AS part_id,
    0 AS available, b.reserved, b.committed, b.drawn, 0 AS provided
  FROM fund_balance b LEFT JOIN granted_part g ON g.id = b.key WHERE b.key <> ${POT_KEY}::uuid`;

const fromEntries = (period: Prisma.Sql) => Prisma.sql`
  SELECT e.day, e.fund_id, e.case_id, e.part_id,
    CASE WHEN e.account = 'available' THEN e.amount ELSE 0 END AS available,
    CASE WHEN e.account = 'reserved' THEN e.amount ELSE 0 END AS reserved,
    CASE WHEN e.account = 'committed' THEN e.amount ELSE 0 END AS committed,
    CASE WHEN e.account = 'drawn' THEN e.amount ELSE 0 END AS drawn,
    CASE WHEN e.movement IN ${OUTWARD} THEN e.amount ELSE 0 END AS provided
  FROM (
    SELECT l.day, l.movement, l.from_account AS account, l.from_fund_id AS fund_id, l.from_case_id AS case_id, l.from_part_id AS part_id, -l.amount AS amount
    FROM ledger_entry l WHERE l.from_account <> 'outside' ${period}
    UNION ALL
    SELECT l.day, l.movement, l.to_account, l.to_fund_id, l.to_case_id, l.to_part_id, l.amount
    FROM ledger_entry l WHERE l.to_account <> 'outside' ${period}
  ) e`;

const SUMS = Prisma.sql`
  coalesce(sum(m.provided), 0)::bigint AS provided, coalesce(sum(m.available), 0)::bigint AS available,
  coalesce(sum(m.reserved), 0)::bigint AS reserved, coalesce(sum(m.committed), 0)::bigint AS committed,
  coalesce(sum(m.drawn), 0)::bigint AS drawn`;

const NAMES = Prisma.sql`
  LEFT JOIN fund f ON f.id = m.fund_id LEFT JOIN unit t ON t.id = m.top_id
  LEFT JOIN pre_registration c ON c.id = m.case_id LEFT JOIN granted_part g ON g.id = m.part_id LEFT JOIN initiative i ON i.id = g.initiative_id`;

const NOTHING = Prisma.sql`NULL::text`;

/** The whole list of groupings: an address names one of them and adds nothing of its own. */
const GROUP: Record<Grouping, { key: Prisma.Sql; label: Prisma.Sql; number: Prisma.Sql; order: Prisma.Sql }> =
  {
    fund: {
      key: Prisma.sql`f.id::text`,
      label: Prisma.sql`f.name`,
      number: NOTHING,
      order: Prisma.sql`f.name COLLATE "sv-SE-x-icu", 1`,
    },
    unit: {
      key: Prisma.sql`t.id::text`,
      label: Prisma.sql`t.name`,
      number: NOTHING,
      order: Prisma.sql`t.name COLLATE "sv-SE-x-icu" NULLS LAST, 1`,
    },
    initiative: {
      key: Prisma.sql`coalesce(i.id, c.id)::text`,
      label: Prisma.sql`coalesce(i.title, c.title)`,
      number: Prisma.sql`c.number`,
      order: Prisma.sql`3 NULLS LAST, 1`,
    },
    area: {
      key: Prisma.sql`CASE WHEN m.case_id IS NOT NULL THEN coalesce(m.area::text, 'none') END`,
      label: NOTHING,
      number: NOTHING,
      order: Prisma.sql`1 NULLS LAST`,
    },
    month: {
      key: Prisma.sql`to_char(m.day, 'YYYY-MM')`,
      label: Prisma.sql`to_char(m.day, 'YYYY-MM')`,
      number: NOTHING,
      order: Prisma.sql`1`,
    },
  };
