import type { Doer } from "@/domain/actor";
import type { Alarm } from "@/domain/alarm";
import type { Day } from "@/domain/day";
import { POT_KEY } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { type Ask, FIRST_LINK, type Link, type Walk, walkChain } from "@/server/event-chain";

/** What is compared with what: the book with its rollups, the rollups with each other, and the cases with both. */
const PROOFS = ["balance", "day", "potTotal", "case", "part"] as const;
export type Proof = (typeof PROOFS)[number];

type Difference = { fundId: string; potId: string; key: string; amount: bigint };

/** A proof names at most so many differences; a book that differs in more places differs as a whole. */
const MOST = 100;

const ENDS = `
  ends AS (
    SELECT from_fund_id AS fund_id, from_pot_id AS pot_id, from_case_id AS case_id, from_part_id AS part_id, day, movement, from_account AS account, -amount AS amount
    FROM ledger_entry WHERE employer_id = $1::uuid AND from_account <> 'outside'
    UNION ALL
    SELECT to_fund_id, to_pot_id, to_case_id, to_part_id, day, movement, to_account, amount
    FROM ledger_entry WHERE employer_id = $1::uuid AND to_account <> 'outside'
  )`;
const SUMS = `
    coalesce(sum(amount) FILTER (WHERE account = 'available'), 0) AS available, coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0) AS reserved,
    coalesce(sum(amount) FILTER (WHERE account = 'committed'), 0) AS committed, coalesce(sum(amount) FILTER (WHERE account = 'drawn'), 0) AS drawn`;
/** How far two rows are from each other, all accounts together; a row that is missing counts as zeros. */
const apart = (a: string, b: string) =>
  ["available", "reserved", "committed", "drawn"]
    .map((account) => `abs(coalesce(${a}.${account}, 0) - coalesce(${b}.${account}, 0))`)
    .join(" + ");

/** Each gives the rows that differ: where, under which key, and by how much (öre, above zero). */
const SQL: Record<Proof, string> = {
  // Every balance is the sum of the entries that touch it.
  balance: `WITH ${ENDS}, keyed AS (
      SELECT fund_id, pot_id, '${POT_KEY}'::uuid AS key, account, amount FROM ends
      UNION ALL
      SELECT fund_id, pot_id, CASE account WHEN 'reserved' THEN case_id ELSE part_id END, account, amount FROM ends WHERE account <> 'available'
    ), s AS (SELECT fund_id, pot_id, key, ${SUMS} FROM keyed GROUP BY 1, 2, 3),
    b AS (SELECT * FROM fund_balance WHERE employer_id = $1::uuid)
    SELECT fund_id, pot_id, key::text AS key, ${apart("s", "b")} AS amount FROM s FULL JOIN b USING (fund_id, pot_id, key)`,
  // Every day's net is the sum of the day's entries.
  day: `WITH ${ENDS}, s AS (SELECT fund_id, pot_id, day, movement, ${SUMS} FROM ends GROUP BY 1, 2, 3, 4),
    b AS (SELECT * FROM ledger_day WHERE employer_id = $1::uuid)
    SELECT fund_id, pot_id, day::text || ':' || movement::text AS key, ${apart("s", "b")} AS amount FROM s FULL JOIN b USING (fund_id, pot_id, day, movement)`,
  // A pot's totals are the sums of its cases and parts.
  potTotal: `WITH b AS (SELECT * FROM fund_balance WHERE employer_id = $1::uuid AND key = '${POT_KEY}'),
    s AS (
      SELECT fund_id, pot_id, sum(reserved) AS reserved, sum(committed) AS committed, sum(drawn) AS drawn
      FROM fund_balance WHERE employer_id = $1::uuid AND key <> '${POT_KEY}' GROUP BY 1, 2
    )
    SELECT fund_id, pot_id, '${POT_KEY}' AS key, abs(coalesce(s.reserved, 0) - coalesce(b.reserved, 0)) + abs(coalesce(s.committed, 0) - coalesce(b.committed, 0))
      + abs(coalesce(s.drawn, 0) - coalesce(b.drawn, 0)) AS amount FROM s FULL JOIN b USING (fund_id, pot_id)`,
  // Money is reserved only for a case that is approved, and in its own pot.
  case: `
    SELECT b.fund_id, b.pot_id, b.key::text AS key, b.reserved AS amount
    FROM fund_balance b LEFT JOIN pre_registration c ON c.employer_id = b.employer_id AND c.id = b.key AND c.fund_id = b.fund_id AND c.pot_id = b.pot_id
    WHERE b.employer_id = $1::uuid AND b.key <> '${POT_KEY}' AND b.reserved > 0 AND c.status IS DISTINCT FROM 'approved'`,
  // Nothing is left committed to a part that is settled.
  part: `
    SELECT b.fund_id, b.pot_id, b.key::text AS key, b.committed AS amount
    FROM fund_balance b JOIN granted_part p ON p.employer_id = b.employer_id AND p.id = b.key
    WHERE b.employer_id = $1::uuid AND b.committed > 0 AND p.settled_at IS NOT NULL`,
};

async function differences(tx: Tx, employerId: string, proof: Proof): Promise<Difference[]> {
  return tx.$queryRawUnsafe<Difference[]>(
    `SELECT fund_id::text AS "fundId", pot_id::text AS "potId", key, amount::bigint AS amount FROM (${SQL[proof]}) d
     WHERE amount <> 0 ORDER BY amount DESC, 1, 2, 3 LIMIT ${MOST}`,
    employerId,
  );
}

/**
 * Where the book, its rollups and the cases do not agree, as the alarms that this asks for: all of it in one read-only
 * snapshot, so that a booking in the middle is seen by every sum or by none. It repairs nothing. [issue: nightly proof]
 */
export function ledgerDifferences({ employerId }: Pick<Doer, "employerId">, today: Day): Promise<Alarm[]> {
  return read({ employerId }, async (tx) => {
    const alarms: Alarm[] = [];
    for (const proof of PROOFS)
      for (const { fundId, potId, key, amount } of await differences(tx, employerId, proof))
        alarms.push({
          kind: "proof",
          subjectId: fundId,
          // The amount is part of it: a difference that grows is another one.
          key: `${proof} ${potId} ${key} ${amount}`,
          unitId: null,
          day: today,
          amount,
        });
    return alarms;
  });
}

/** Which pot and key of a difference its alarm names. */
export function readProofKey(key: string): { proof: Proof; potId: string; key: string } | null {
  const [proof, potId = "", of = ""] = key.split(" ");
  const known = PROOFS.find((it) => it === proof);
  return known ? { proof: known, potId, key: of } : null;
}

/** So many events are walked in one transaction. */
const EVENTS_AT_ONCE = 20_000;

/** How far the employer's chain was proven; the first link when it never was. */
export async function provenLink({ employerId }: Pick<Doer, "employerId">): Promise<Link> {
  const row = await read({ employerId }, (tx) =>
    tx.chainProof.findUnique({ where: { employerId }, select: { seq: true, hash: true } }),
  );
  return row ?? FIRST_LINK;
}

/** Walks the chain of events on from a proven link. */
export function walkOn({ employerId }: Pick<Doer, "employerId">, from: Link): Promise<Walk> {
  return read({ employerId }, (tx) => {
    const ask: Ask = (sql, values) => tx.$queryRawUnsafe(sql, ...values);
    return walkChain(ask, employerId, from, EVENTS_AT_ONCE);
  });
}
