import { column, type Day, day } from "@/domain/day";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import type { Tx } from "@/server/db";

/** A person's name on screen; null when their data is protected (shown as "Medarbetare" or by their role). */
export type NameView = string | null;

/** Who holds a role for a unit on a day, and who stands in for them that day. */
export type Holder = {
  id: string;
  name: NameView;
  substitute: { id: string; name: NameView; until: Day } | null;
};

/** A name as it may be shown; protected people have none. */
export function shownName(person: { givenName: string; familyName: string; isProtected: boolean }): NameView {
  return person.isProtected ? null : `${person.givenName} ${person.familyName}`;
}

type Asked = { unitId: string; except?: string | null };

/**
 * Who holds a role nearest up the tree for each of some units, on a day: the unit itself first, then its parents, and
 * its successor where a reorganisation has closed it. All who share that place are named. `except` is passed over: a
 * manager's own idea goes to the next one up. The answers come in the order of the questions; empty when nobody does.
 */
export async function nearestHolders(
  tx: Tx,
  employerId: string,
  role: "manager" | "coordinator",
  asked: readonly Asked[],
  today: Day,
): Promise<Holder[][]> {
  if (asked.length === 0) return [];
  const on = column(today);
  const rows = await tx.$queryRaw<Row[]>`
    WITH RECURSIVE up AS (
      SELECT nr, unit_id, except_id, 0 AS depth
      FROM unnest(${asked.map((ask) => ask.unitId)}::uuid[], ${asked.map((ask) => ask.except ?? null)}::uuid[])
        WITH ORDINALITY AS asked (unit_id, except_id, nr)
      UNION ALL
      SELECT up.nr, next.id, up.except_id, up.depth + 1
      FROM up JOIN unit u ON u.employer_id = ${employerId}::uuid AND u.id = up.unit_id
      CROSS JOIN LATERAL (SELECT CASE WHEN u.valid_to < ${on}::date AND u.successor_id IS NOT NULL THEN u.successor_id ELSE u.parent_id END AS id) next
      WHERE next.id IS NOT NULL AND up.depth < 40
    ), held AS (
      SELECT up.nr, up.except_id, r.person_id, up.depth, min(up.depth) OVER (PARTITION BY up.nr) AS nearest
      FROM up
      JOIN role_assignment r ON r.employer_id = ${employerId}::uuid AND r.unit_id = up.unit_id AND r.role = ${role}::"Role"
        AND r.valid_from <= ${on}::date AND (r.valid_until IS NULL OR r.valid_until >= ${on}::date)
      JOIN person p ON p.employer_id = r.employer_id AND p.id = r.person_id AND (p.left_on IS NULL OR p.left_on > ${on}::date)
      WHERE r.person_id IS DISTINCT FROM up.except_id
    )
    SELECT DISTINCT ON (h.nr, p.id) h.nr::int AS "nr", p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.is_protected AS "isProtected",
      s.valid_until AS "until", sp.id AS "subId", sp.given_name AS "subGivenName", sp.family_name AS "subFamilyName", sp.is_protected AS "subIsProtected"
    FROM held h
    JOIN person p ON p.employer_id = ${employerId}::uuid AND p.id = h.person_id
    LEFT JOIN substitute s ON s.employer_id = p.employer_id AND s.person_id = p.id AND s.valid_from <= ${on}::date AND s.valid_until >= ${on}::date
      AND s.substitute_id IS DISTINCT FROM h.except_id
    LEFT JOIN person sp ON sp.employer_id = s.employer_id AND sp.id = s.substitute_id
    WHERE h.depth = h.nearest
    ORDER BY h.nr, p.id, s.valid_from DESC, s.id`;
  return asked.map((_, nth) => rows.filter((row) => row.nr === nth + 1).map(toHolder));
}

type Row = {
  nr: number;
  id: string;
  givenName: string;
  familyName: string;
  isProtected: boolean;
  until: Date | null;
  subId: string | null;
  subGivenName: string;
  subFamilyName: string;
  subIsProtected: boolean;
};

function toHolder(row: Row): Holder {
  const { subId, until } = row;
  return {
    id: row.id,
    name: shownName(row),
    substitute:
      subId && until
        ? {
            id: subId,
            name: shownName({
              givenName: row.subGivenName,
              familyName: row.subFamilyName,
              isProtected: row.subIsProtected,
            }),
            until: day(until),
          }
        : null,
  };
}

/** The unit that a person works in. */
export async function ownUnit(tx: Tx, personId: string): Promise<string> {
  const person = await tx.person.findFirst({ where: { id: personId }, select: { unitId: true } });
  if (!person) throw new Refusal(NOT_FOUND);
  return person.unitId;
}
