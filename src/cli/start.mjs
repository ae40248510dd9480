// `npm start`: from a fresh clone to a portal one can sign in to. Plain JavaScript and only Node's own modules, because
// nothing is installed yet. `--dev` serves by `next dev`; `--reset` makes the embedded database anew and leaves.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, secretsIn } from "./data-folder.mjs";
import {
  migrate,
  readDotEnv,
  seedWhenEmpty,
  startEmbedded,
  takeFolderOrRefuse,
  usesOutsideDatabase,
} from "./environment.mjs";
import { isStopping, live, PlainError } from "./lifetime.mjs";
import { build, generateClient, install, nextScript, serverScript } from "./preparations.mjs";
import { startWeb, wishedPort } from "./web-server.mjs";
import { keepWorker } from "./worker-process.mjs";

let serving = false;

/** @typedef {{ dev: boolean, reset: boolean }} Wish */

/** @returns {Wish} */
function readWish() {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== "--dev" && word !== "--reset");
  if (unknown) throw new PlainError(`Unknown argument ${unknown}. Known: --dev, --reset.`);
  return { dev: words.includes("--dev"), reset: words.includes("--reset") };
}

/** A database that others run: migrated when we hold the owner's login, never filled, never emptied. */
async function prepareOutside() {
  if (process.env.DATABASE_OWNER_URL) await migrate({});
  else console.log("DATABASE_OWNER_URL is not set: migrations are left to whoever owns the database.");
  /** @type {Record<string, string | undefined>} */
  const variables = { NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secretsIn(dataFolder()).session };
  // That value vouches for a database of our own making, and this is none.
  if (process.env.DEMO_SIGN_IN === "embedded-database") variables.DEMO_SIGN_IN = undefined;
  return variables;
}

/**
 * @param {string} folder
 * @param {import("./environment.mjs").Lock} lock
 */
async function prepareEmbedded(folder, lock) {
  const variables = await startEmbedded(folder, lock);
  await migrate(variables);
  await seedWhenEmpty(folder, variables);
  return variables;
}

/**
 * @param {Wish} wish
 * @param {Record<string, string | undefined>} variables
 */
async function serve(wish, variables) {
  const port = wishedPort(process.env.PORT);
  const command = wish.dev
    ? [nextScript, "dev", "--hostname", "127.0.0.1", "--port", "%PORT%"]
    : [serverScript];
  return startWeb({
    command,
    port,
    variables: {
      ...variables,
      NODE_ENV: wish.dev ? "development" : "production",
      ...(process.env.NEXTAUTH_URL ? { NEXTAUTH_URL: process.env.NEXTAUTH_URL } : {}),
    },
  });
}

async function main() {
  const wish = readWish();
  readDotEnv();
  wishedPort(process.env.PORT);
  const outside = usesOutsideDatabase();
  if (wish.reset && outside) {
    throw new PlainError(
      "DATABASE_URL is set: --reset empties only the database that npm start makes itself.",
    );
  }
  const folder = outside ? undefined : dataFolder();
  const name = wish.reset ? "npm run db:reset" : wish.dev ? "npm run dev" : "npm start";
  const lock = folder ? takeFolderOrRefuse(folder, name) : undefined;

  await install();
  await generateClient();
  if (wish.reset && folder) {
    for (const old of ["cluster", "seed-begun"]) rmSync(join(folder, old), { recursive: true, force: true });
  }
  if (!wish.dev && !wish.reset) await build();
  const variables = folder && lock ? await prepareEmbedded(folder, lock) : await prepareOutside();
  if (wish.reset) {
    console.log("The database is new: migrated, with its demo employers.");
    return 0;
  }
  const web = await serve(wish, variables);
  lock?.tell({ address: web.address });
  serving = true;
  const demo =
    (variables.DEMO_SIGN_IN ?? process.env.DEMO_SIGN_IN) ? " with one click as any demo person" : "";
  console.log(`\nOmställningsportalen: ${web.address} — sign in${demo} at ${web.address}/sign-in`);
  if (folder) console.log(`Database (owner): ${variables.DATABASE_OWNER_URL}`);
  // After the web, so that nobody waits for it: the rules ask the days themselves, and a late job gives nobody a day.
  if (variables.WORKER_DATABASE_URL ?? process.env.WORKER_DATABASE_URL)
    keepWorker(variables).catch((fault) => isStopping() || console.error(fault));
  else
    console.log("WORKER_DATABASE_URL is not set: the nightly jobs are left to a worker that runs elsewhere.");
  console.log("Stop with Ctrl-C.");
  const code = await web.ended;
  if (isStopping()) return code;
  serving = false;
  console.error(`The web server ended by itself (exit code ${code}).`);
  return code || 1;
}

await live(main, () => (serving ? 0 : undefined));
