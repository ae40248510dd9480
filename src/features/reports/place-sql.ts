import type { Actor } from "@/domain/actor";
import { Prisma } from "@/server/generated/client";
import type { Selection } from "./selection";

// Parts of SQL that the reports share. Whatever comes from an address stands here as a parameter, never as text.

/**
 * The tree of units as `under (id, top_id)`: every unit with the child of the chosen unit (or of the root) in whose
 * subtree it lies. With a unit chosen only its subtree. Follows WITH RECURSIVE.
 */
export function unitsUnder({ unit }: Selection): Prisma.Sql {
  const start = unit ? Prisma.sql`u.id = ${unit}::uuid` : Prisma.sql`u.parent_id IS NULL`;
  return Prisma.sql`under AS (
    SELECT u.id, NULL::uuid AS top_id FROM unit u WHERE ${start}
    UNION ALL
    SELECT u.id, coalesce(under.top_id, u.id) FROM unit u JOIN under ON u.parent_id = under.id
  )`;
}

/** Conditions on a case `p` and its place `under`: in the role's reach and in the selection. */
export function inSight(actor: Actor, { unit, area }: Selection): Prisma.Sql {
  const reach =
    actor.units === "all" ? Prisma.empty : Prisma.sql`AND p.unit_id = ANY(${[...actor.units]}::uuid[])`;
  return Prisma.sql`${reach}
    ${unit ? Prisma.sql`AND under.id IS NOT NULL` : Prisma.empty}
    ${area ? Prisma.sql`AND p.area = ${area}::"Area"` : Prisma.empty}`;
}
