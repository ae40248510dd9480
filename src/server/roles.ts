import "server-only";
import type { Mandate, Role } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { shownName } from "@/domain/person";
import type { Tx } from "./db";

/** A role that a person may act in today: their own, or that of somebody whose substitute they are. */
export type HeldRole = {
  assignmentId: string;
  role: Role;
  unitId: string;
  unitName: string;
  /** The top of the tree: the role reaches the whole employer. */
  everywhere: boolean;
  unionId: string | null;
  unionName: string | null;
  /** No name when the absent person's data are protected. */
  onBehalfOf: { personId: string; name: string | null } | null;
  source: "entered" | "claim";
  from: Day;
  until: Day | null;
};

/** Which role one acts in until one has chosen: the one with the most to look after. */
const ORDER: readonly Role[] = ["coordinator", "hr", "manager", "unionRep", "admin", "employee"];

/**
 * The roles that hold for a person on a day (Europe/Stockholm), best first: one's own, then those of people whose
 * substitute one is that day. Being a colleague is nothing that one does in another's place, so it is not handed over.
 */
export async function rolesInForce(tx: Tx, personId: string, today: Day): Promise<HeldRole[]> {
  const on = column(today);
  const absent = await tx.substitute.findMany({
    where: {
      substituteId: personId,
      from: { lte: on },
      until: { gte: on },
      person: { OR: [{ leftOn: null }, { leftOn: { gt: on } }] },
    },
    select: { personId: true, until: true },
  });
  const rows = await tx.roleAssignment.findMany({
    where: {
      AND: [
        { from: { lte: on } },
        { OR: [{ until: null }, { until: { gte: on } }] },
        {
          OR: [
            { personId },
            { personId: { in: absent.map((row) => row.personId) }, role: { not: "employee" } },
          ],
        },
      ],
    },
    select: {
      id: true,
      role: true,
      personId: true,
      unitId: true,
      unionId: true,
      source: true,
      from: true,
      until: true,
      unit: { select: { name: true, parentId: true } },
      union: { select: { name: true } },
      person: { select: { givenName: true, familyName: true, isProtected: true } },
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
  });
  const held = rows.map((row): HeldRole => {
    const own = row.personId === personId;
    const standsInUntil =
      absent
        .filter((a) => a.personId === row.personId)
        .map((a) => day(a.until))
        .sort()
        .at(-1) ?? null;
    const until = day(row.until);
    return {
      assignmentId: row.id,
      role: row.role,
      unitId: row.unitId,
      unitName: row.unit.name,
      everywhere: row.unit.parentId === null,
      unionId: row.unionId,
      unionName: row.union?.name ?? null,
      onBehalfOf: own ? null : { personId: row.personId, name: shownName(row.person) },
      source: row.source,
      from: day(row.from),
      until:
        own || standsInUntil === null
          ? until
          : until === null || standsInUntil < until
            ? standsInUntil
            : until,
    };
  });
  const rank = (role: HeldRole) => ORDER.indexOf(role.role) + (role.onBehalfOf ? ORDER.length : 0);
  return held.sort((a, b) => rank(a) - rank(b));
}

/** The unit, everything below it, and every unit that is merged into one of those: its cases go on there. */
export async function subtree(tx: Tx, employerId: string, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below AS (
      SELECT id FROM unit WHERE employer_id = ${employerId}::uuid AND id = ${unitId}::uuid
      UNION
      SELECT u.id FROM unit u JOIN below ON u.parent_id = below.id OR u.successor_id = below.id
      WHERE u.employer_id = ${employerId}::uuid
    ) SELECT id FROM below ORDER BY id`;
  return rows.map((row) => row.id);
}

/** The person's own mandates on a day. A substitute's mandate is given to the substitute, never inherited. */
export async function mandatesInForce(tx: Tx, personId: string, today: Day): Promise<Mandate[]> {
  const on = column(today);
  const rows = await tx.mandate.findMany({
    where: { personId, from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] },
    select: { id: true, kind: true, paragraph: true, amountLimit: true, side: true, until: true },
    orderBy: [{ kind: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, until: day(row.until) }));
}
