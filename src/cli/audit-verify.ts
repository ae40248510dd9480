// Walks every employer's chain of events and names the first broken link of each: npm run audit:verify
import pg from "pg";
import { walkEventChains } from "./walk-event-chain";

async function verify(connectionString: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  try {
    const reports = await walkEventChains(owner);
    for (const { slug, events, broken } of reports) {
      if (!broken) console.log(`${slug}: ${events} events, the chain is whole.`);
      else
        console.error(
          `${slug}: BROKEN at event ${broken.seq}${broken.event ? ` (${broken.event})` : ""}: ${broken.why}. ${events} events before it are sound.`,
        );
    }
    if (reports.length === 0) console.log("There are no employers.");
    return reports.every((report) => report.broken === null);
  } finally {
    await owner.end();
  }
}

const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl) {
  console.error(
    "DATABASE_OWNER_URL is not set. Only the login that owns the database sees every employer (see .env.example).",
  );
  process.exitCode = 1;
} else {
  process.exitCode = (await verify(ownerUrl)) ? 0 : 1;
}
