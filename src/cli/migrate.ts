// Brings the database to what this code needs, and gives the logins of the web and the worker their rights.
import pg from "pg";
import { admitLogin, admitWorker, applyMigrations, MigrationError } from "@/server/migrations";

const loginOf = (url: string | undefined) => (url ? decodeURIComponent(new URL(url).username) : "");

async function migrate(
  ownerUrl: string,
  webUrl: string | undefined,
  workerUrl: string | undefined,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Thirteen hundred lines of NOTICE help nobody; a WARNING does.
  client.on("notice", (notice) => notice.severity !== "NOTICE" && console.error(notice.message));
  await client.connect();
  try {
    const applied = await applyMigrations(client);
    for (const name of applied) console.log(`Applied ${name}`);
    if (applied.length === 0) console.log("The database has all migrations.");
    const [owner, web, worker] = [loginOf(ownerUrl), loginOf(webUrl), loginOf(workerUrl)];
    if (web && web !== owner) await admitLogin(client, web);
    if (worker && (worker === owner || worker === web))
      throw new MigrationError(
        `WORKER_DATABASE_URL signs in as "${worker}" like the owner or the web. The worker needs a login of its own.`,
      );
    if (worker) await admitWorker(client, worker);
  } finally {
    await client.end();
  }
}

const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl) {
  console.error(
    "DATABASE_OWNER_URL is not set. Migrations need the login that owns the database (see .env.example).",
  );
  process.exitCode = 1;
} else {
  await migrate(ownerUrl, process.env.DATABASE_URL, process.env.WORKER_DATABASE_URL).catch(
    (error: unknown) => {
      console.error(error instanceof MigrationError ? error.message : error);
      process.exitCode = 1;
    },
  );
}
