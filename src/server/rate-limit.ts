import "server-only";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { assertSafeLogin } from "./db";
import { sidePool } from "./side-pool";

/** So many files may one person fetch in so many seconds: far more than anybody reads, far fewer than a loop asks for. */
export const EXPORTS = { points: 30, seconds: 600 };

const limiters = new WeakMap<Pool, RateLimiterPostgres>();

/** In the database, so that it holds for all processes together. The table stands in a migration. */
function limiter(): RateLimiterPostgres {
  const pool = sidePool();
  const known = limiters.get(pool);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: "export",
    points: EXPORTS.points,
    duration: EXPORTS.seconds,
  });
  limiters.set(pool, made);
  return made;
}

/** Counts one file for a person. Null when it may be fetched, else in how many seconds the next one may. */
export async function secondsToWait(personId: string): Promise<number | null> {
  await assertSafeLogin();
  try {
    await limiter().consume(personId);
    return null;
  } catch (fault) {
    if (fault instanceof RateLimiterRes) return Math.max(1, Math.ceil(fault.msBeforeNext / 1000));
    throw fault;
  }
}
