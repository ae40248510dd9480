import type { Actor } from "@/domain/actor";
import type { Ore } from "@/domain/money";
import type { Tx } from "@/server/db";
import { Prisma } from "@/server/generated/client";
import { inSight, unitsUnder } from "./place-sql";
import type { Selection } from "./selection";

/** What a unit pays itself for a decided case, in öre. */
export type OwnCost = {
  caseId: string;
  caseNumber: string;
  title: string;
  /** The unit that pays, as the one under the chosen unit or the root in which it lies. */
  unit: { id: string; name: string };
  amount: Ore;
};

/** The own cost of decided cases in the actor's sight and the selection; the unit asked for is the one that pays. */
export async function ownCostsOf(tx: Tx, actor: Actor, filter: Selection): Promise<OwnCost[]> {
  const rows = await tx.$queryRaw<
    { caseId: string; caseNumber: string; title: string; unitId: string; unitName: string; amount: Ore }[]
  >`
    WITH RECURSIVE ${unitsUnder(filter)}
    SELECT p.id AS "caseId", p.number AS "caseNumber", p.title, t.id AS "unitId", t.name AS "unitName", sum(cu.own_cost)::bigint AS amount
    FROM case_unit cu JOIN pre_registration p ON p.id = cu.case_id
    LEFT JOIN under ON under.id = cu.unit_id LEFT JOIN unit t ON t.id = coalesce(under.top_id, under.id)
    WHERE p.status IN ('approved', 'converted') AND cu.own_cost > 0
      ${filter.fund ? Prisma.sql`AND p.fund_id = ${filter.fund}::uuid` : Prisma.empty} ${inSight(actor, filter)}
    GROUP BY p.id, p.number, p.title, t.id, t.name ORDER BY p.number, t.name COLLATE "sv-SE-x-icu"`;
  return rows.map(({ unitId, unitName, ...row }) => ({ ...row, unit: { id: unitId, name: unitName } }));
}
