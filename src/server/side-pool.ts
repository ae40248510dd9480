import "server-only";
import pg from "pg";

let pool: pg.Pool | undefined;

/**
 * A few connections beside Prisma's, for what Prisma cannot do: to stream a COPY, and to count requests in one
 * statement. Only for server/db and server/rate-limit: all else goes through the doors in server/db.
 */
export function sidePool(): pg.Pool {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  if (!pool) {
    pool = new pg.Pool({ connectionString, max: 6, connectionTimeoutMillis: 5_000 });
    // An idle connection that the database closed is thrown away by the pool; unheard, the event would end the process.
    pool.on("error", () => undefined);
  }
  return pool;
}

/** Closes them; only for what ends: tests, command lines. */
export async function closeSidePool(): Promise<void> {
  const ending = pool;
  pool = undefined;
  await ending?.end();
}
