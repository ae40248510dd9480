import "server-only";
import { databaseFault } from "./database-fault";
import { assertSafeLogin, UnsafeLogin } from "./db";
import { BadEnvironment, environment } from "./env";
import { logLine } from "./log";

/**
 * Refuses to start with settings that are wrong or with a database login that could look past row-level security. A
 * database that is away is no reason: the first read asks about the login again, and pages say that it is away.
 */
export async function boot(): Promise<void> {
  try {
    environment();
    await assertSafeLogin();
  } catch (fault) {
    if (fault instanceof BadEnvironment || fault instanceof UnsafeLogin) {
      logLine(fault.message);
      process.exit(1);
    }
    if (databaseFault(fault)?.kind !== "away") throw fault;
    logLine("The database does not answer yet. The portal starts all the same and asks again.");
  }
}
