import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { shownName } from "@/domain/person";
import { asTree, unitIsOpen } from "@/domain/unit";
import type { Tx } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";

export type UnitChoice = { id: string; name: string; depth: number };

/** The units of the acting role's reach that exist on a day, as a tree to choose from. */
export async function unitChoices(tx: Tx, actor: Actor, today: Day): Promise<UnitChoice[]> {
  const rows = await tx.unit.findMany({
    where: {
      employerId: actor.employerId,
      ...(actor.units === "all" ? {} : { id: { in: [...actor.units] } }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, parentId: true, validFrom: true, validTo: true, successorId: true },
  });
  const open = rows
    .map((row) => ({ ...row, from: day(row.validFrom), until: day(row.validTo) }))
    .filter((row) => unitIsOpen(row, today));
  return asTree(open).map(({ id, name, depth }) => ({ id, name, depth }));
}

/** The employer's funds by name, the newest period first; empty for roles that do not see funds. */
export async function fundChoices(tx: Tx, actor: Actor): Promise<{ id: string; name: string }[]> {
  return tx.fund.findMany({
    where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId }] },
    orderBy: [{ from: "desc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

export type OwnerChoice = { id: string; name: string; title: string | null };

/**
 * Who can answer for an initiative after the decision: those with a manager's role today in a touched unit or above it,
 * the coordinators, and whoever is chosen already. Protected people are nowhere in a list.
 */
export async function ownerChoices(
  tx: Tx,
  employerId: string,
  unitIds: readonly string[],
  chosen: string | null,
  today: Day,
): Promise<OwnerChoice[]> {
  const on = column(today);
  const rows = await tx.person.findMany({
    where: {
      employerId,
      isProtected: false,
      AND: [
        { OR: [{ leftOn: null }, { leftOn: { gt: on } }] },
        {
          OR: [
            ...(chosen ? [{ id: chosen }] : []),
            {
              assignments: {
                some: {
                  AND: [
                    { from: { lte: on } },
                    { OR: [{ until: null }, { until: { gte: on } }] },
                    { OR: [{ role: "coordinator" }, { role: "manager", unitId: { in: [...unitIds] } }] },
                  ],
                },
              },
            },
          ],
        },
      ],
    },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, givenName: true, familyName: true, isProtected: true, title: true },
  });
  return rows.map((row) => ({ id: row.id, name: shownName(row) ?? "", title: row.title }));
}
