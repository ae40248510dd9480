// One Postgres cluster in one folder: made when missing, started, stopped, mended after a kill.
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { inCheckout } from "./checkout.mjs";
import { exitCode, launch, runQuietly } from "./child-processes.mjs";
import { Interrupted, isStopping, PlainError, pause } from "./lifetime.mjs";
import { databaseIdentity, postgresIn } from "./postgres-binaries.mjs";

export const ownerLogin = "portal_owner";

/**
 * A port that nothing listens on: the wished one if it is free, else one from the system.
 * @param {number} [wished]
 * @returns {Promise<number>}
 */
export async function freePort(wished = 0) {
  const port = await new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(wished, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : undefined));
    });
  });
  return port ?? (await freePort());
}

/** @param {string} log */
function lastWords(log) {
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n") : "";
}

/**
 * Makes the cluster under another name and moves it in place: what was interrupted is no cluster.
 * @param {{ folder: string, bin: string, password: string, quick: boolean }} wish
 */
async function makeCluster({ folder, bin, password, quick }) {
  const identity = databaseIdentity();
  const half = join(folder, "cluster.new");
  const passwordFile = join(folder, "password.new");
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    for (const path of [half, passwordFile]) chownSync(path, identity.uid, identity.gid);
  }
  // The stemmer and trigrams ask the C library what a letter is, so its locale must know å, ä, ö; ICU sorts them.
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const args = [`--pgdata=${half}`, `--username=${ownerLogin}`, `--pwfile=${passwordFile}`];
  args.push("--auth=scram-sha-256", "--encoding=UTF8", `--locale=${locale}`, "--lc-messages=C");
  args.push("--locale-provider=icu", "--icu-locale=sv-SE", ...(quick ? ["--no-sync"] : []));
  try {
    await runQuietly("Making the database (initdb)", join(bin, "initdb"), args, { cwd: folder, ...identity });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, join(folder, "cluster"));
}

/**
 * The processes that work in this cluster. Only Linux tells.
 * @param {string} cluster
 */
function processesIn(cluster) {
  if (!existsSync("/proc/self/cwd")) return [];
  const folder = realpathSync(cluster);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/**
 * After a kill -9 a Postgres may still be stopping, or its pid file may name a number that another program has got
 * since. The caller has the folder's lock, so nobody else is at work here on purpose.
 * @param {string} cluster
 */
async function clearRemains(cluster) {
  const file = join(cluster, "postmaster.pid");
  for (let tries = 0; existsSync(file) && tries < 300; tries++) {
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    const left = processesIn(cluster);
    if (left.length === 0 && existsSync("/proc/self/cwd")) {
      // None of Postgres' own processes is alive, so the file protects nothing.
      rmSync(file, { force: true });
      return;
    }
    // No /proc: Postgres itself judges the file.
    if (left.length === 0) return;
    if (tries === 20)
      for (const one of new Set([pid, ...left])) if (left.includes(one)) process.kill(one, "SIGINT");
    await pause(100);
  }
}

/**
 * @typedef {object} Cluster
 * @property {number} port
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the cluster in `folder`, which belongs to the caller alone.
 * @param {object} wish
 * @param {string} wish.folder
 * @param {string} wish.home where the copy of Postgres lies
 * @param {string} wish.password of the owner
 * @param {boolean} [wish.quick] for tests: fast, forgets all at a power cut, and the folder goes when it stops
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ folder, home, password, quick = false }) {
  const bin = postgresIn(home);
  const cluster = join(folder, "cluster");
  const identity = databaseIdentity();
  // Postgres must reach through the folder; the secrets in it stay the caller's.
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(folder, identity.uid, identity.gid);
  if (!existsSync(cluster)) await makeCluster({ folder, bin, password, quick });
  const made = statSync(cluster);
  await clearRemains(cluster);

  const portFile = join(folder, "port");
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0);
  writeFileSync(portFile, `${port}\n`);
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC"];
  if (quick)
    settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200");
  const launchedAt = Math.floor(Date.now() / 1000);
  const log = join(folder, "postgres.log");
  const logFile = openSync(log, "w", 0o600);
  const keeper = launch(
    process.execPath,
    [
      inCheckout("src/cli/postgres-keeper.mjs"),
      // Whom the cluster belongs to, not whom a new one would: that user may have been made since.
      ...(identity.uid === undefined ? ["", ""] : [String(made.uid), String(made.gid)]),
      quick ? folder : "",
      join(bin, "postgres"),
      ...["-D", cluster, "-p", String(port)],
      ...settings.flatMap((setting) => ["-c", setting]),
    ],
    { stdio: ["ignore", logFile, logFile, "ipc"], cwd: folder },
    30_000,
  );
  closeSync(logFile);
  const ended = exitCode(keeper);
  let alive = true;
  ended.then(() => {
    alive = false;
  });
  while (!ready(cluster, launchedAt)) {
    if (isStopping()) throw new Interrupted();
    if (!alive) throw new PlainError(`${lastWords(log)}\n\nThe database in ${folder} did not start.`);
    await pause(50);
  }
  return {
    port,
    async stop() {
      if (alive && keeper.connected) keeper.disconnect();
      await ended;
    },
  };
}

/**
 * @param {string} cluster
 * @param {number} since in seconds: an older file is another's
 */
function ready(cluster, since) {
  try {
    // The third line is when it began, the eighth Postgres' own word on how far it has come.
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[2]) >= since && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}
