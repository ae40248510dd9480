import type { Actor } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import { nearestHolders } from "@/features/people/holder-queries";
import { read, type Tx } from "@/server/db";
import { likeText } from "@/server/like";

export type Candidate = { id: string; name: string; title: string | null; unit: string };

const MOST = 12;

/**
 * Who may answer for an initiative of a unit: those of that name when one is looked for, else the one who has it, the
 * unit's managers, the case's own choice and the asker. Nobody who has left or whose name is protected.
 */
export async function ownerCandidates(
  actor: Actor,
  it: { id: string; unitId: string },
  find: string,
  today: Day,
): Promise<Candidate[]> {
  return read(actor, async (tx) => {
    const named = find.trim().slice(0, 80);
    const ids = named ? await idsNamed(tx, named) : await idsNear(tx, actor, it, today);
    const rows = await tx.person.findMany({
      where: {
        id: { in: ids },
        isProtected: false,
        OR: [{ leftOn: null }, { leftOn: { gt: column(today) } }],
      },
      orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
      take: MOST,
      select: { id: true, givenName: true, familyName: true, title: true, unit: { select: { name: true } } },
    });
    return rows.map((row) => ({
      id: row.id,
      name: `${row.givenName} ${row.familyName}`,
      title: row.title,
      unit: row.unit.name,
    }));
  });
}

/** Every word must be the beginning of the given or the family name. */
async function idsNamed(tx: Tx, find: string): Promise<string[]> {
  const rows = await tx.person.findMany({
    where: {
      AND: find.split(/\s+/).map((word) => ({
        OR: [
          { givenName: { startsWith: likeText(word), mode: "insensitive" } },
          { familyName: { startsWith: likeText(word), mode: "insensitive" } },
        ],
      })),
    },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: MOST * 4,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

async function idsNear(
  tx: Tx,
  actor: Actor,
  it: { id: string; unitId: string },
  today: Day,
): Promise<string[]> {
  const row = await tx.initiative.findFirst({
    where: { id: it.id },
    select: { ownerId: true, case: { select: { ownerId: true } } },
  });
  const [managers = []] = await nearestHolders(
    tx,
    actor.employerId,
    "manager",
    [{ unitId: it.unitId }],
    today,
  );
  return [row?.ownerId, row?.case.ownerId, actor.personId, ...managers.map((one) => one.id)].flatMap(
    (id) => id ?? [],
  );
}
