import type { Client } from "pg";
import { CHAIN_START, eventHash, textHash } from "@/server/events";

/** How many events are in memory at a time. */
const PAGE = 1_000;

export type ChainReport = {
  slug: string;
  events: number;
  broken: { seq: bigint; event: string | null; why: string } | null;
};

type Row = {
  seq: string;
  id: string;
  kind: string;
  noun: string;
  subject_id: string;
  case_id: string | null;
  person_id: string | null;
  role: string | null;
  on_behalf_of: string | null;
  amount: string | null;
  day: string | null;
  detail: string | null;
  text_hash: string | null;
  at: Date;
  prev_hash: string;
  hash: string;
  has_text: boolean;
  salt: string | null;
  text: string | null;
};

/**
 * Walks every employer's chain of events from its start to its head, by the owner's login (the web's sees one employer).
 * One snapshot, read page by page, so that a portal at work does not disturb it. Says where each chain first breaks;
 * words that were blanked do not break it.
 */
export async function walkEventChains(owner: Client): Promise<ChainReport[]> {
  await owner.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  try {
    const employers = await owner.query<{
      id: string;
      slug: string;
      seq: string | null;
      hash: string | null;
    }>(
      "SELECT e.id, e.slug, c.seq, c.hash FROM employer e LEFT JOIN event_chain c ON c.employer_id = e.id ORDER BY e.slug",
    );
    const reports: ChainReport[] = [];
    for (const { id, slug, seq, hash } of employers.rows)
      reports.push({
        slug,
        ...(await walk(owner, id, seq === null || hash === null ? null : { seq: BigInt(seq), hash })),
      });
    return reports;
  } finally {
    await owner.query("ROLLBACK");
  }
}

async function walk(
  owner: Client,
  employerId: string,
  head: { seq: bigint; hash: string } | null,
): Promise<Omit<ChainReport, "slug">> {
  let at = { seq: 0n, hash: CHAIN_START };
  let events = 0;
  for (;;) {
    const { rows } = await owner.query<Row>(
      `SELECT e.seq, e.id, e.kind, e.noun, e.subject_id, e.case_id, e.person_id, e.role, e.on_behalf_of, e.amount, e.day::text AS day, e.detail, e.text_hash, e.at, e.prev_hash, e.hash,
         t.event_id IS NOT NULL AS has_text, t.salt, t.text
       FROM case_event e LEFT JOIN event_text t ON t.employer_id = e.employer_id AND t.event_id = e.id
       WHERE e.employer_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT ${PAGE}`,
      [employerId, at.seq],
    );
    for (const row of rows) {
      const seq = BigInt(row.seq);
      const why = seq !== at.seq + 1n ? `event ${at.seq + 1n} is missing before it` : whyBroken(row, at.hash);
      if (why)
        return { events, broken: { seq, event: `${row.kind}, ${row.at.toISOString()}, id ${row.id}`, why } };
      at = { seq, hash: row.hash };
      events += 1;
    }
    if (rows.length < PAGE) break;
  }
  const broken = (why: string) => ({ events, broken: { seq: at.seq, event: null, why } });
  if (!head) return broken("the chain has no head (event_chain)");
  if (head.seq > at.seq)
    return broken(`the head stands at event ${head.seq}, so events are missing after this one`);
  if (head.seq < at.seq) return broken(`the head stands at event ${head.seq}, before this one`);
  if (head.hash !== at.hash) return broken("the head has another hash than the last event");
  return { events, broken: null };
}

/** Why an event does not follow its predecessor or is not what was written; null when it does and is. */
function whyBroken(row: Row, before: string): string | null {
  if (row.prev_hash !== before) return "it does not name the hash of its predecessor";
  const own = eventHash({
    seq: BigInt(row.seq),
    id: row.id,
    kind: row.kind,
    noun: row.noun,
    subjectId: row.subject_id,
    caseId: row.case_id,
    personId: row.person_id,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    amount: row.amount === null ? null : BigInt(row.amount),
    day: row.day,
    detail: row.detail,
    textHash: row.text_hash,
    at: row.at,
    prevHash: row.prev_hash,
  });
  if (own !== row.hash) return "it has been changed: its hash is not that of what it says";
  if (row.text_hash === null)
    return row.has_text ? "it has words beside it that it does not vouch for" : null;
  if (!row.has_text) return "its words are gone; blanking would have left an empty row";
  if (row.salt === null && row.text === null) return null;
  if (row.salt === null || row.text === null || textHash(row.salt, row.text) !== row.text_hash)
    return "its words have been changed";
  return null;
}
