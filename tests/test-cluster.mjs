// A Postgres cluster in a temporary folder, for the integration tests and the browser journeys.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRoot } from "../src/cli/data-folder.mjs";
import { ownerLogin, startCluster } from "../src/cli/embedded-postgres.mjs";
import { runScript } from "../src/cli/environment.mjs";
import { birthOf } from "../src/cli/folder-lock.mjs";
import {
  addressOf,
  databaseName,
  ensureDatabase,
  webLogin,
  workerLogin,
} from "../src/cli/portal-database.mjs";

const prefix = "omstallningsportalen-test-";
// Not root's own temporary folder, if it has one: the user that runs Postgres for root could not reach into it.
const base = isRoot ? "/tmp" : tmpdir();

/** A run that was killed could not tidy up after itself; its Postgres may need a while to end. */
function removeLeftovers() {
  for (const name of readdirSync(base).filter((one) => one.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    const path = join(base, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 600_000 && birthOf(pid) === undefined) rmSync(path, { recursive: true, force: true });
  }
}

/** Starts it with an empty database and the two logins. */
export async function startTestCluster() {
  removeLeftovers();
  const folder = mkdtempSync(join(base, `${prefix}${process.pid}-`));
  const password = "only-on-loopback-and-only-for-this-run";
  const cluster = await startCluster({ folder, home: folder, password, quick: true });
  const variables = {
    DATABASE_URL: addressOf(webLogin, password, cluster.port),
    DATABASE_OWNER_URL: addressOf(ownerLogin, password, cluster.port),
    WORKER_DATABASE_URL: addressOf(workerLogin, password, cluster.port),
    DEMO_SIGN_IN: "embedded-database",
    NEXTAUTH_SECRET: "a secret that signs the sessions of one test run",
  };
  await ensureDatabase({ port: cluster.port, owner: password, web: password, worker: password });

  /** @param {string} name */
  async function run(name) {
    const code = await runScript(name, [], variables);
    if (code !== 0) throw new Error(`src/cli/${name}.ts failed (exit code ${code}).`);
  }
  return {
    name: databaseName,
    adminUrl: addressOf(ownerLogin, password, cluster.port, "postgres"),
    variables,
    migrate: () => run("migrate"),
    seed: () => run("seed"),
    stop: () => cluster.stop(),
  };
}
