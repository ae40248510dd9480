import "server-only";
import pg from "pg";

/** The schema of graphile-worker's queue: the worker's login owns it and nothing else. */
export const QUEUE_SCHEMA = "graphile_worker";

/** The worker's login may not work here; the message is written for a person. */
export class NoQueue extends Error {}

/**
 * Makes the one table that graphile-worker looks for before it makes the rest. Without it the queue would first ask to
 * create its schema, which Postgres refuses to whoever may not make schemas, also when the schema is there. Refuses
 * (NoQueue) a login that does not own the schema: its row-level security would let the worker start and find nothing.
 */
export async function prepareQueue(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ login: string; owns: boolean | null }>(
      "SELECT current_user AS login, (SELECT nspowner = current_user::regrole FROM pg_namespace WHERE nspname = $1) AS owns",
      [QUEUE_SCHEMA],
    );
    if (!rows[0]?.owns)
      throw new NoQueue(
        `The login "${rows[0]?.login}" of WORKER_DATABASE_URL does not own the schema ${QUEUE_SCHEMA}. Migrate with DATABASE_OWNER_URL and WORKER_DATABASE_URL set: that makes the schema for it.`,
      );
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${QUEUE_SCHEMA}.migrations (id int PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), breaking boolean NOT NULL DEFAULT false)`,
    );
  } finally {
    await client.end();
  }
}
