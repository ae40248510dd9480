import { CHAIN_START, eventHash, textHash } from "./events";

/** A link of an employer's chain: its sequence and hash. */
export type Link = { seq: bigint; hash: string };
export const FIRST_LINK: Link = { seq: 0n, hash: CHAIN_START };

export type Break = { seq: bigint; event: string | null; why: string };

/** How far a walk came, where the chain breaks if it does, and whether it came to the chain's head. */
export type Walk = { events: number; at: Link; broken: Break | null; ended: boolean };

/** Gives the rows of one statement, whatever driver stands behind. */
export type Ask = <Row>(sql: string, values: string[]) => Promise<readonly Row[]>;

/** How many events are in memory at a time. */
const PAGE = 1_000;

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
 * Walks an employer's chain of events from a link that was proven before to its head, or `most` events of it. Says where
 * it first breaks; words that were blanked do not break it. Asks within one snapshot of the caller's.
 */
export async function walkChain(
  ask: Ask,
  employerId: string,
  from: Link = FIRST_LINK,
  most = Number.POSITIVE_INFINITY,
): Promise<Walk> {
  let at = from;
  let events = 0;
  const broken = (why: string, seq = at.seq, event: string | null = null): Walk => ({
    events,
    at,
    broken: { seq, event, why },
    ended: true,
  });
  if (from.seq > 0n) {
    const [proven] = await ask<{ hash: string }>(
      "SELECT hash FROM case_event WHERE employer_id = $1::uuid AND seq = $2::bigint",
      [employerId, String(from.seq)],
    );
    if (proven?.hash !== from.hash) return broken("it is not the event that was proven before");
  }
  for (;;) {
    const rows = await ask<Row>(EVENTS, [employerId, String(at.seq)]);
    for (const row of rows) {
      const seq = BigInt(row.seq);
      const why = seq !== at.seq + 1n ? `event ${at.seq + 1n} is missing before it` : whyBroken(row, at.hash);
      if (why) return broken(why, seq, `${row.kind}, ${row.at.toISOString()}, id ${row.id}`);
      at = { seq, hash: row.hash };
      events += 1;
    }
    if (rows.length < PAGE) break;
    if (events >= most) return { events, at, broken: null, ended: false };
  }
  const [head] = await ask<{ seq: string; hash: string }>(
    "SELECT seq::text, hash FROM event_chain WHERE employer_id = $1::uuid",
    [employerId],
  );
  if (!head) return broken("the chain has no head (event_chain)");
  const last = BigInt(head.seq);
  if (last > at.seq) return broken(`the head stands at event ${last}, so events are missing after this one`);
  if (last < at.seq) return broken(`the head stands at event ${last}, before this one`);
  if (head.hash !== at.hash) return broken("the head has another hash than the last event");
  return { events, at, broken: null, ended: true };
}

const EVENTS = `
  SELECT e.seq::text, e.id::text, e.kind, e.noun, e.subject_id::text, e.case_id::text, e.person_id::text, e.role::text, e.on_behalf_of::text,
    e.amount::text, e.day::text, e.detail, e.text_hash, e.at, e.prev_hash, e.hash, t.event_id IS NOT NULL AS has_text, t.salt, t.text
  FROM case_event e LEFT JOIN event_text t ON t.employer_id = e.employer_id AND t.event_id = e.id
  WHERE e.employer_id = $1::uuid AND e.seq > $2::bigint ORDER BY e.seq LIMIT ${PAGE}`;

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
