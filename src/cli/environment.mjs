// Which database this process works with, and what its children are told of it.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, inCheckout } from "./checkout.mjs";
import { exitCode, launch } from "./child-processes.mjs";
import { dataFolder, dataHome, secretsIn } from "./data-folder.mjs";
import { ownerLogin, startCluster } from "./embedded-postgres.mjs";
import { holderOf, takeFolder } from "./folder-lock.mjs";
import { Interrupted, isStopping, PlainError, whenStopping } from "./lifetime.mjs";
import {
  addressOf,
  databaseName,
  ensureDatabase,
  webLogin,
  withClient,
  workerLogin,
} from "./portal-database.mjs";
import { step } from "./progress.mjs";

/** Reads .env beside package.json; what stands in the environment already wins. */
export function readDotEnv() {
  if (existsSync(inCheckout(".env"))) process.loadEnvFile(inCheckout(".env"));
}

export function usesOutsideDatabase() {
  return Boolean(process.env.DATABASE_URL);
}

/** @typedef {ReturnType<typeof takeFolder> & { holder?: undefined }} Lock */

/**
 * @param {string} folder
 * @param {string} command
 * @returns {Lock}
 */
export function takeFolderOrRefuse(folder, command) {
  const lock = takeFolder(folder, command);
  if (lock.holder) {
    const { holder } = lock;
    const where = holder.address ? ` at ${holder.address}` : "";
    throw new PlainError(
      `${holder.command} already runs from this checkout${where} (process ${holder.pid}). Stop it first.`,
    );
  }
  whenStopping(lock.release);
  return lock;
}

/**
 * @param {string} folder
 * @param {number} port
 * @returns {Record<string, string>}
 */
function embeddedVariables(folder, port) {
  const secrets = secretsIn(folder);
  return {
    DATABASE_URL: addressOf(webLogin, secrets.web, port),
    DATABASE_OWNER_URL: addressOf(ownerLogin, secrets.owner, port),
    WORKER_DATABASE_URL: addressOf(workerLogin, secrets.worker, port),
    DEMO_SIGN_IN: "embedded-database",
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.session,
  };
}

/**
 * Starts the embedded database of a folder that this process holds.
 * @param {string} folder
 * @param {Lock} lock
 */
export async function startEmbedded(folder, lock) {
  const secrets = secretsIn(folder);
  const cluster = await step("Starting the database", () =>
    startCluster({ folder, home: dataHome(), password: secrets.owner }),
  );
  await ensureDatabase({ port: cluster.port, ...secrets });
  lock.tell({ databasePort: cluster.port });
  return embeddedVariables(folder, cluster.port);
}

/**
 * The variables of the embedded database for a command: that of a running `npm start` if there is one, else started for
 * the command's own time.
 * @param {string} command
 */
export async function borrowEmbedded(command) {
  const folder = dataFolder();
  const port = holderOf(folder)?.databasePort;
  if (port) return { variables: embeddedVariables(folder, port), mine: false };
  const lock = takeFolderOrRefuse(folder, command);
  return { variables: await startEmbedded(folder, lock), mine: true };
}

/**
 * Runs src/cli/<name>.ts to its end.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} variables
 * @param {{ alone?: boolean }} [how] alone: in a process group of its own, without the keyboard
 */
export async function runScript(name, args, variables, { alone = true } = {}) {
  const script = `src/cli/${name}.ts`;
  if (!existsSync(inCheckout(script))) throw new PlainError(`There is no ${script}.`);
  // The condition makes `server-only` and React's server half load outside Next.
  const all = ["--conditions=react-server", "--import", "tsx", inCheckout(script), ...args];
  const options = { cwd: checkout, env: { ...process.env, ...variables } };
  if (alone) {
    return exitCode(launch(process.execPath, all, { ...options, stdio: ["ignore", "inherit", "inherit"] }));
  }
  const child = spawn(process.execPath, all, { ...options, stdio: "inherit" });
  const ended = exitCode(child);
  // A Ctrl-C in the terminal reaches it too; a SIGTERM to this process does not.
  whenStopping(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  });
  return ended;
}

/**
 * @param {string} what
 * @param {Promise<number>} code
 */
async function orFail(what, code) {
  const result = await code;
  if (isStopping()) throw new Interrupted();
  if (result !== 0) throw new PlainError(`${what} failed (exit code ${result}); what it said stands above.`);
}

/** @param {Record<string, string | undefined>} variables */
export async function migrate(variables) {
  await orFail("Migrating the database", runScript("migrate", [], variables));
}

/**
 * Gives an embedded database without any employer its demo employers. A seed that was interrupted is begun again from
 * an empty database: half a demo world would only look like a fault of the portal.
 * @param {string} folder
 * @param {Record<string, string>} variables
 */
export async function seedWhenEmpty(folder, variables) {
  const begun = join(folder, "seed-begun");
  const owner = variables.DATABASE_OWNER_URL ?? "";
  if (existsSync(begun)) {
    const secrets = secretsIn(folder);
    const port = Number(new URL(owner).port);
    await withClient(addressOf(ownerLogin, secrets.owner, port, "postgres"), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`),
    );
    await ensureDatabase({ port, ...secrets });
    await migrate(variables);
  }
  const rows = await withClient(owner, (client) => client.query("SELECT 1 FROM employer LIMIT 1"));
  if (rows.rowCount === 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(begun, "");
    await step("Making the demo employers", () => orFail("Seeding", runScript("seed", [], variables)));
  }
  rmSync(begun, { force: true });
}
