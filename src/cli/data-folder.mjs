// Where the embedded database of this checkout lies, and its passwords.
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { checkout } from "./checkout.mjs";
import { PlainError } from "./lifetime.mjs";

export const isRoot = process.getuid?.() === 0;

/** The folder of all checkouts of this user; it also holds the copied Postgres. */
export function dataHome() {
  // Not root's home: the unprivileged user that runs Postgres for root could not reach into it.
  if (isRoot) return "/var/lib/omstallningsportalen";
  const xdg = process.env.XDG_DATA_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), ".local", "share"), "omstallningsportalen");
}

/** The folder of this checkout: two checkouts never share a database. */
export function dataFolder() {
  const key = createHash("sha256").update(realpathSync(checkout)).digest("hex").slice(0, 16);
  const folder = join(dataHome(), key);
  try {
    mkdirSync(dataHome(), { recursive: true, mode: 0o755 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    // For the person who wonders which checkout a folder belongs to.
    writeFileSync(join(folder, "checkout.txt"), `${realpathSync(checkout)}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new PlainError(
      `The data folder ${folder} cannot be used (${why}). Set XDG_DATA_HOME to a folder you may write in.`,
    );
  }
  return folder;
}

/**
 * @typedef {object} Secrets
 * @property {string} owner the password of the database's owner
 * @property {string} web the password of the web's login
 * @property {string} worker the password of the worker's login
 * @property {string} session signs session cookies
 */

/**
 * Made once and kept, so that neither data nor sessions are lost at the next start.
 * @param {string} folder
 * @returns {Secrets}
 */
export function secretsIn(folder) {
  const file = join(folder, "secrets.json");
  const random = () => randomBytes(32).toString("base64url");
  if (existsSync(file)) {
    try {
      const kept = JSON.parse(readFileSync(file, "utf8"));
      // Folders of earlier versions know no worker.
      return kept.worker ? kept : keepSecrets(file, { ...kept, worker: random() });
    } catch {
      throw new PlainError(
        `${file} cannot be read. Without its passwords the database beside it cannot be opened.`,
      );
    }
  }
  return keepSecrets(file, { owner: random(), web: random(), worker: random(), session: random() });
}

/**
 * @param {string} file
 * @param {Secrets} secrets
 */
function keepSecrets(file, secrets) {
  // By way of another name: a half-written file would lock its own database out.
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
