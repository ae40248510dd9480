import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { QUEUE_SCHEMA } from "./queue";

// Applies prisma/migrations without Prisma's command line, which would download an engine first. Prisma's own table is
// kept exactly as Prisma keeps it, so that `prisma migrate status`, `deploy` and `dev` agree on what is applied.

/** The number under which Prisma's own command line takes its lock: the two never migrate at the same time. */
const prismaLock = 72_707_369;

type Migration = { readonly name: string; readonly checksum: string; readonly sql: string };
type AppliedRow = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly rolled_back_at: Date | null;
};
/** Gives the rows of one statement, whatever driver stands behind. */
export type RowsOf = (sql: string) => Promise<readonly unknown[]>;

/** What cannot be mended by trying again; the message is written for a person. */
export class MigrationError extends Error {}

// From the working folder, not from this file: the build moves the code, and carries the folder along beside server.js.
// The remark keeps the bundler from guessing that every file of the working folder belongs to the server.
async function migrationsIn(
  folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations"),
): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function appliedRows(rowsOf: RowsOf): Promise<AppliedRow[]> {
  const [found] = (await rowsOf("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there")) as {
    there: boolean;
  }[];
  if (!found?.there) return [];
  const sql = `SELECT migration_name, checksum, finished_at, rolled_back_at FROM public._prisma_migrations
    WHERE rolled_back_at IS NULL`;
  return (await rowsOf(sql)) as AppliedRow[];
}

function missing(migrations: readonly Migration[], applied: readonly AppliedRow[]): Migration[] {
  const done = new Set(applied.filter((row) => row.finished_at !== null).map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/** The names of the migrations that this code needs and the database does not have. */
export async function pendingMigrations(rowsOf: RowsOf): Promise<string[]> {
  return missing(await migrationsIn(), await appliedRows(rowsOf)).map((migration) => migration.name);
}

function refuseWhatDiffers(migrations: readonly Migration[], applied: readonly AppliedRow[]): void {
  for (const row of applied) {
    if (row.finished_at === null) {
      throw new MigrationError(
        `The migration ${row.migration_name} was begun by another tool and never finished. Look at the database, mend it, and mark it with \`prisma migrate resolve\`.`,
      );
    }
    const file = migrations.find((migration) => migration.name === row.migration_name);
    if (file && file.checksum !== row.checksum) {
      throw new MigrationError(
        `The migration ${row.migration_name} has been changed since it was applied to this database. Restore the file, and put the change into a new migration. (For a database of your own to play with: npm run db:reset.)`,
      );
    }
  }
}

const prismaTable = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const why = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      `The migration ${migration.name} failed and nothing of it was kept: ${why}${placeOf(error, migration.sql)}`,
    );
  }
}

function placeOf(error: unknown, sql: string): string {
  const position = error instanceof Object && "position" in error ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? "" : ` (line ${sql.slice(0, position).split("\n").length})`;
}

/** Applies what is missing, in order, each file in one transaction. Gives the names of what it applied. */
export async function applyMigrations(client: Client): Promise<string[]> {
  await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
  try {
    await client.query(prismaTable);
    const migrations = await migrationsIn();
    const applied = await appliedRows(async (sql) => (await client.query(sql)).rows);
    refuseWhatDiffers(migrations, applied);
    const pending = missing(migrations, applied);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [prismaLock]).catch(() => undefined);
  }
}

/** The rights that the migrations give go to this role, which cannot sign in; a login gets them by membership. */
const webRights = "portal_app";

/** Gives the web's login its rights, whatever that login is called in this installation. */
export async function admitLogin(client: Client, login: string): Promise<void> {
  const known = await client.query("SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)", [
    [login, webRights],
  ]);
  const names = known.rows.map((row: { rolname: string }) => row.rolname);
  if (!names.includes(login)) {
    throw new MigrationError(
      `There is no login ${login} in this database server. Make it first: CREATE ROLE "${login}" LOGIN PASSWORD '…'.`,
    );
  }
  if (!names.includes(webRights)) throw new MigrationError(`No migration has made the role ${webRights}.`);
  // The health check of the web compares the list.
  await client.query(`GRANT SELECT ON public._prisma_migrations TO ${webRights}`);
  await client.query(`GRANT ${webRights} TO ${client.escapeIdentifier(login)}`);
}

/** Postgres' word for a right that is missing. */
const NO_RIGHT = "42501";

/**
 * Gives the worker's login what the web's has, and a schema of its own for the queue, whose tables it makes itself: they
 * have row-level security without a policy, so that only their owner gets anything into them or out.
 */
export async function admitWorker(client: Client, login: string): Promise<void> {
  await admitLogin(client, login);
  const { rows } = await client.query<{ owner: string }>(
    "SELECT pg_get_userbyid(nspowner) AS owner FROM pg_namespace WHERE nspname = $1",
    [QUEUE_SCHEMA],
  );
  const owner = rows[0]?.owner;
  if (owner === login) return;
  if (owner)
    throw new MigrationError(
      `The schema ${QUEUE_SCHEMA} belongs to ${owner} and not to ${login}, the login of WORKER_DATABASE_URL. It holds nothing that the worker would not find again: DROP SCHEMA ${QUEUE_SCHEMA} CASCADE, and migrate once more.`,
    );
  const name = client.escapeIdentifier(login);
  await client.query(`CREATE SCHEMA ${QUEUE_SCHEMA} AUTHORIZATION ${name}`).catch((fault: unknown) => {
    if (!(fault instanceof Error && "code" in fault && fault.code === NO_RIGHT)) throw fault;
    throw new MigrationError(
      `The owner's login may not make the schema ${QUEUE_SCHEMA} for the worker (${fault.message}). Either GRANT ${name} TO the owner, or as a superuser CREATE SCHEMA ${QUEUE_SCHEMA} AUTHORIZATION ${name}.`,
    );
  });
}
