import { type Actor, reaches } from "@/domain/actor";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { read, type Tx } from "@/server/db";
import { Prisma } from "@/server/generated/client";
import { fundsVisibleTo } from "@/server/scope";
import type { Grouping, SpendingFilter } from "./schema";

/** Net change of each account, in öre. */
export type Sums = { provided: Ore; available: Ore; reserved: Ore; committed: Ore; drawn: Ore };
export type SpendingRow = Sums & { key: string | null; label: string | null; note: string | null };
export type SpendingReport = {
  by: Grouping;
  rows: SpendingRow[];
  total: Sums;
  funds: { id: string; name: string }[];
  units: { id: string; name: string; kind: string }[];
};

/**
 * What the entries of a period say, by fund, unit, initiative or month. Öre; both days of the period count. `total` is
 * asked of the ledger by itself, so that the page can only show what adds up. With a unit, or for a role that reaches
 * only some units, entries without a case (the frame itself) are left out. Refuses a unit out of reach (notFound).
 */
export function spendingReport(actor: Actor, filter: SpendingFilter): Promise<SpendingReport> {
  if (filter.unit && !reaches(actor, filter.unit)) throw new Refusal(NOT_FOUND);
  return read(actor, async (tx) => {
    const ends = endsOf(actor, filter);
    const rows = await tx.$queryRaw<SpendingRow[]>`
      ${ends} SELECT ${GROUP[filter.by].key} AS key, ${GROUP[filter.by].label} AS label, ${GROUP[filter.by].note} AS note, ${SUMS}
      FROM ends e ${JOINS} GROUP BY 1, 2, 3 ORDER BY ${GROUP[filter.by].order}`;
    const [total] = await tx.$queryRaw<Sums[]>`${ends} SELECT ${SUMS} FROM ends e`;
    if (!total) throw new Error("a sum without groups always has one row");
    return { by: filter.by, rows, total, ...(await choices(tx, actor)) };
  });
}

async function choices(tx: Tx, actor: Actor) {
  const funds = await tx.fund.findMany({
    where: fundsVisibleTo(actor),
    select: { id: true, name: true },
    orderBy: { from: "desc" },
  });
  const units = await tx.unit.findMany({
    where: actor.units === "all" ? { parent: { parentId: null } } : { id: { in: [...actor.units] } },
    select: { id: true, name: true, kind: true },
    orderBy: { name: "asc" },
  });
  return { funds, units };
}

/** Both ends of every entry in the period, with its case's place in the tree of units. */
function endsOf(actor: Actor, { fund, unit, from, until }: SpendingFilter) {
  const period = Prisma.sql`${from ? Prisma.sql`AND l.day >= ${from}::date` : Prisma.empty} ${until ? Prisma.sql`AND l.day <= ${until}::date` : Prisma.empty}`;
  const onlyFund = fund ? Prisma.sql`AND e.fund_id = ${fund}::uuid` : Prisma.empty;
  const reach =
    actor.units === "all" ? Prisma.empty : Prisma.sql`AND p.unit_id = ANY(${[...actor.units]}::uuid[])`;
  const onlyUnit = unit
    ? Prisma.sql`AND p.unit_id IN (SELECT id FROM under WHERE top_id IS NOT NULL OR id = ${unit}::uuid)`
    : Prisma.empty;
  // `under` gives every unit the child of the chosen unit (or of the root) in whose subtree it lies.
  const start = unit ? Prisma.sql`u.id = ${unit}::uuid` : Prisma.sql`u.parent_id IS NULL`;
  return Prisma.sql`
    WITH RECURSIVE under AS (
      SELECT u.id, NULL::uuid AS top_id FROM unit u WHERE ${start}
      UNION ALL
      SELECT u.id, coalesce(under.top_id, u.id) FROM unit u JOIN under ON u.parent_id = under.id
    ), both_ends AS (
      SELECT l.day, l.from_account AS account, l.from_fund_id AS fund_id, l.from_case_id AS case_id, l.from_part_id AS part_id,
        -l.amount AS amount, l.to_account = 'outside' AS outward, l.seq FROM ledger_entry l WHERE l.from_account <> 'outside' ${period}
      UNION ALL
      SELECT l.day, l.to_account, l.to_fund_id, l.to_case_id, l.to_part_id, l.amount, l.from_account = 'outside', l.seq
      FROM ledger_entry l WHERE l.to_account <> 'outside' ${period}
    ), ends AS (
      SELECT e.*, p.unit_id, coalesce(under.top_id, under.id) AS top_id
      FROM both_ends e LEFT JOIN pre_registration p ON p.id = e.case_id LEFT JOIN under ON under.id = p.unit_id
      WHERE true ${onlyFund} ${reach} ${onlyUnit}
    )`;
}

const SUMS = Prisma.sql`
  coalesce(sum(e.amount) FILTER (WHERE e.outward), 0)::bigint AS provided,
  coalesce(sum(e.amount) FILTER (WHERE e.account = 'available'), 0)::bigint AS available,
  coalesce(sum(e.amount) FILTER (WHERE e.account = 'reserved'), 0)::bigint AS reserved,
  coalesce(sum(e.amount) FILTER (WHERE e.account = 'committed'), 0)::bigint AS committed,
  coalesce(sum(e.amount) FILTER (WHERE e.account = 'drawn'), 0)::bigint AS drawn`;

const JOINS = Prisma.sql`
  LEFT JOIN fund f ON f.id = e.fund_id LEFT JOIN unit t ON t.id = e.top_id
  LEFT JOIN pre_registration c ON c.id = e.case_id LEFT JOIN granted_part g ON g.id = e.part_id LEFT JOIN initiative i ON i.id = g.initiative_id`;

/** Rows without a key are what belongs to no unit or case: the frame itself. */
const GROUP: Record<Grouping, { key: Prisma.Sql; label: Prisma.Sql; note: Prisma.Sql; order: Prisma.Sql }> = {
  fund: {
    key: Prisma.sql`f.id::text`,
    label: Prisma.sql`f.name`,
    note: Prisma.sql`NULL::text`,
    order: Prisma.sql`f.name COLLATE "sv-SE-x-icu"`,
  },
  unit: {
    key: Prisma.sql`t.id::text`,
    label: Prisma.sql`t.name`,
    note: Prisma.sql`NULL::text`,
    order: Prisma.sql`t.name COLLATE "sv-SE-x-icu" NULLS LAST`,
  },
  initiative: {
    key: Prisma.sql`coalesce(i.id, c.id)::text`,
    label: Prisma.sql`coalesce(i.title, c.title)`,
    note: Prisma.sql`c.number`,
    order: Prisma.sql`3 NULLS LAST, 1`,
  },
  month: {
    key: Prisma.sql`to_char(e.day, 'YYYY-MM')`,
    label: Prisma.sql`to_char(e.day, 'YYYY-MM')`,
    note: Prisma.sql`NULL::text`,
    order: Prisma.sql`1`,
  },
};
