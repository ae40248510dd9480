// `node src/cli/run.mjs <name> [arguments]` runs src/cli/<name>.ts with the database that `npm start` would use: that of
// DATABASE_URL, else the embedded one, which is started for the command's own time when no `npm start` has it running.
import { existsSync, readdirSync } from "node:fs";
import { inCheckout } from "./checkout.mjs";
import { borrowEmbedded, migrate, readDotEnv, runScript, usesOutsideDatabase } from "./environment.mjs";
import { live, PlainError } from "./lifetime.mjs";
import { generateClient, refuseWithoutPackages } from "./preparations.mjs";

async function main() {
  const [name = "", ...args] = process.argv.slice(2);
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(inCheckout(`src/cli/${name}.ts`))) {
    const known = readdirSync(inCheckout("src/cli"))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => file.slice(0, -3));
    throw new PlainError(`There is no command ${name || "without a name"}. Known: ${known.join(", ")}.`);
  }
  readDotEnv();
  refuseWithoutPackages();
  await generateClient();
  if (usesOutsideDatabase()) return runScript(name, args, {}, { alone: false });
  const { variables, mine } = await borrowEmbedded(`npm run ${name}`);
  // A running `npm start` has migrated; a database that lay still may be older than this code.
  if (mine && name !== "migrate") await migrate(variables);
  return runScript(name, args, variables, { alone: false });
}

await live(main);
