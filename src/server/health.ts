import "server-only";
import { isAwake, read, UnsafeLogin } from "./db";
import { pendingMigrations } from "./migrations";

export type Readiness = {
  ready: boolean;
  database: "ok" | "away" | "unsafe login";
  /** Names of migrations that this build needs and the database does not have. */
  migrations: "ok" | "unknown" | { pending: string[] };
};

/** An employer that does not exist: what is asked here belongs to none, and the door needs one. */
const NOBODY = { employerId: "00000000-0000-0000-0000-000000000000" };

export async function readiness(): Promise<Readiness> {
  if (!(await isAwake())) return { ready: false, database: "away", migrations: "unknown" };
  try {
    const pending = await pendingMigrations((sql) =>
      read(NOBODY, (tx) => tx.$queryRawUnsafe<unknown[]>(sql)),
    );
    return {
      ready: pending.length === 0,
      database: "ok",
      migrations: pending.length === 0 ? "ok" : { pending },
    };
  } catch (fault) {
    return {
      ready: false,
      database: fault instanceof UnsafeLogin ? "unsafe login" : "ok",
      migrations: "unknown",
    };
  }
}
