import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { read } from "@/server/db";

export type SubstituteView = { id: string; name: string; from: Day; until: Day };
export type Colleague = { id: string; name: string; unitName: string };

/** How many colleagues fit in a list to choose from; others are named by e-mail or employee number. */
const NEAREST = 100;

/**
 * Who stands in for a person now or later, and the colleagues nearest to choose from: those of the same unit, of the one
 * above and of its other units. People with protected data are in no list.
 */
export async function getSubstitutes(
  actor: Actor,
  today: Day,
): Promise<{ mine: SubstituteView[]; colleagues: Colleague[] }> {
  return read(actor, async (tx) => {
    const { employerId, personId } = actor;
    const on = column(today);
    const rows = await tx.substitute.findMany({
      where: { employerId, personId, until: { gte: on } },
      orderBy: { from: "asc" },
      select: {
        id: true,
        from: true,
        until: true,
        substitute: { select: { givenName: true, familyName: true } },
      },
    });
    const me = await tx.person.findFirst({
      where: { employerId, id: personId },
      select: { unit: { select: { id: true, parentId: true } } },
    });
    const near = me ? [me.unit.id, ...(me.unit.parentId ? [me.unit.parentId] : [])] : [];
    const people = await tx.person.findMany({
      where: {
        employerId,
        id: { not: personId },
        isProtected: false,
        AND: [
          { OR: [{ leftOn: null }, { leftOn: { gt: on } }] },
          {
            OR: [
              { unitId: { in: near } },
              ...(me?.unit.parentId ? [{ unit: { parentId: me.unit.parentId } }] : []),
            ],
          },
        ],
      },
      orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
      take: NEAREST,
      select: { id: true, givenName: true, familyName: true, unit: { select: { name: true } } },
    });
    return {
      mine: rows.map(({ substitute, from, until, id }) => ({
        id,
        name: `${substitute.givenName} ${substitute.familyName}`,
        from: day(from),
        until: day(until),
      })),
      colleagues: people.map(({ givenName, familyName, unit, id }) => ({
        id,
        name: `${givenName} ${familyName}`,
        unitName: unit.name,
      })),
    };
  });
}
