import type { Actor } from "@/domain/actor";
import type { Area } from "@/domain/agreement";
import { type Day, day } from "@/domain/day";
import type { InitiativeStatus } from "@/domain/initiative";
import type { Ore } from "@/domain/money";
import type { RequisitionStatus } from "@/domain/requisition";
import { POT_KEY } from "@/features/ledger/queries";
import type { Tx } from "@/server/db";
import { Prisma } from "@/server/generated/client";
import { inSight, unitsUnder } from "./place-sql";
import type { Selection } from "./selection";

/** A granted part with what the book says of it, in öre: granted = paid + released + left, always. */
export type PartRow = {
  id: string;
  number: string | null;
  grantedOn: Day;
  earliestClaimDay: Day | null;
  granted: Ore;
  paid: Ore;
  released: Ore;
  left: Ore;
  initiative: { id: string; title: string; status: InitiativeStatus };
  caseNumber: string;
  area: Area | null;
  /** The unit under the chosen one, or under the root. */
  unit: { id: string; name: string };
  fund: { id: string; name: string; requisitionDay: Day | null };
  claim: Claim | null;
};

export type Claim = {
  id: string;
  status: RequisitionStatus;
  amount: Ore;
  sentOn: Day | null;
  paidAmount: Ore | null;
  cause: string | null;
};

/**
 * The granted parts in the actor's sight and the selection (from and until: the day of the grant), the oldest grant
 * first. The sums are the book's: what was committed from its entries, what is left and paid from its balances.
 */
export async function partsOf(tx: Tx, actor: Actor, filter: Selection): Promise<PartRow[]> {
  const { fund, from, until } = filter;
  const rows = await tx.$queryRaw<Row[]>`
    WITH RECURSIVE ${unitsUnder(filter)}, held AS (
      SELECT key, sum(committed) AS committed, sum(drawn) AS drawn FROM fund_balance WHERE key <> ${POT_KEY}::uuid GROUP BY 1
    ), given AS (
      SELECT part_id, sum(amount) AS amount FROM (
        SELECT to_part_id AS part_id, amount FROM ledger_entry WHERE movement IN ('commit', 'recommit') AND to_account = 'committed'
        UNION ALL
        SELECT from_part_id, -amount FROM ledger_entry WHERE movement IN ('commit', 'recommit') AND from_account = 'committed'
      ) e GROUP BY 1
    )
    SELECT g.id, g.number, g.granted_on AS "grantedOn", g.earliest_claim_day AS "earliestClaimDay",
      coalesce(given.amount, 0)::bigint AS granted, coalesce(held.drawn, 0)::bigint AS paid, coalesce(held.committed, 0)::bigint AS "left",
      i.id AS "initiativeId", i.title, i.status::text AS status, p.number AS "caseNumber", p.area::text AS area,
      t.id AS "unitId", t.name AS "unitName", f.id AS "fundId", f.name AS "fundName", f.requisition_day AS "requisitionDay",
      r.id AS "claimId", r.status::text AS "claimStatus", r.amount AS "claimAmount", r.sent_on AS "sentOn",
      r.paid_amount AS "paidAmount", r.cause
    FROM granted_part g
    JOIN initiative i ON i.id = g.initiative_id JOIN pre_registration p ON p.id = g.case_id JOIN fund f ON f.id = p.fund_id
    LEFT JOIN under ON under.id = p.unit_id LEFT JOIN unit t ON t.id = coalesce(under.top_id, under.id)
    LEFT JOIN requisition r ON r.part_id = g.id LEFT JOIN held ON held.key = g.id LEFT JOIN given ON given.part_id = g.id
    WHERE true ${fund ? Prisma.sql`AND p.fund_id = ${fund}::uuid` : Prisma.empty}
      ${from ? Prisma.sql`AND g.granted_on >= ${from}::date` : Prisma.empty}
      ${until ? Prisma.sql`AND g.granted_on <= ${until}::date` : Prisma.empty} ${inSight(actor, filter)}
    ORDER BY g.granted_on, p.number, g.number, g.id`;
  return rows.map(partRow);
}

type Row = {
  id: string;
  number: string | null;
  grantedOn: Date;
  earliestClaimDay: Date | null;
  granted: Ore;
  paid: Ore;
  left: Ore;
  initiativeId: string;
  title: string;
  status: InitiativeStatus;
  caseNumber: string;
  area: PartRow["area"];
  unitId: string;
  unitName: string;
  fundId: string;
  fundName: string;
  requisitionDay: Date | null;
  claimId: string | null;
  claimStatus: RequisitionStatus | null;
  claimAmount: Ore | null;
  sentOn: Date | null;
  paidAmount: Ore | null;
  cause: string | null;
};

function partRow(row: Row): PartRow {
  const { granted, paid, left } = row;
  return {
    id: row.id,
    number: row.number,
    grantedOn: day(row.grantedOn),
    earliestClaimDay: day(row.earliestClaimDay),
    granted,
    paid,
    left,
    released: granted - paid - left,
    initiative: { id: row.initiativeId, title: row.title, status: row.status },
    caseNumber: row.caseNumber,
    area: row.area,
    unit: { id: row.unitId, name: row.unitName },
    fund: { id: row.fundId, name: row.fundName, requisitionDay: day(row.requisitionDay) },
    claim:
      row.claimId && row.claimStatus
        ? {
            id: row.claimId,
            status: row.claimStatus,
            amount: row.claimAmount ?? 0n,
            sentOn: day(row.sentOn),
            paidAmount: row.paidAmount,
            cause: row.cause,
          }
        : null,
  };
}
