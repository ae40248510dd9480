// Brings the database to what this code needs, and gives the web's login its rights.
import pg from "pg";
import { admitLogin, applyMigrations, MigrationError } from "@/server/migrations";

async function migrate(ownerUrl: string, webUrl: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Thirteen hundred lines of NOTICE help nobody; a WARNING does.
  client.on("notice", (notice) => notice.severity !== "NOTICE" && console.error(notice.message));
  await client.connect();
  try {
    const applied = await applyMigrations(client);
    for (const name of applied) console.log(`Applied ${name}`);
    if (applied.length === 0) console.log("The database has all migrations.");
    const login = webUrl ? decodeURIComponent(new URL(webUrl).username) : "";
    if (login && login !== decodeURIComponent(new URL(ownerUrl).username)) await admitLogin(client, login);
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
  await migrate(ownerUrl, process.env.DATABASE_URL).catch((error: unknown) => {
    console.error(error instanceof MigrationError ? error.message : error);
    process.exitCode = 1;
  });
}
