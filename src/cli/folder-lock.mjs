// One process at a time has the data folder. The lock also tells the next one where the database listens.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string} born when the process began: a number that was given out again is not the same process
 * @property {string} command
 * @property {number} [databasePort]
 * @property {string} [address]
 */

/**
 * @param {number} pid
 * @returns {string | undefined} nothing when there is no such process
 */
export function birthOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Its name may hold spaces and brackets; the fields after the last bracket do not. Z is one that has ended.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return "";
  }
}

/**
 * Who has the folder now, if anyone does.
 * @param {string} folder
 * @returns {Holder | undefined}
 */
export function holderOf(folder) {
  try {
    /** @type {Holder} */
    const holder = JSON.parse(readFileSync(join(folder, "lock.json"), "utf8"));
    return birthOf(holder.pid) === holder.born ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Removes the lock of a process that was killed. Two may see it at once, and the second must not remove what the first
 * has just put in its place: so it is taken aside, looked at again, and put back if it lives.
 * @param {string} folder
 */
function clearStaleLock(folder) {
  const aside = join(folder, `stale.${process.pid}`);
  mkdirSync(aside, { recursive: true });
  try {
    renameSync(join(folder, "lock.json"), join(aside, "lock.json"));
    if (holderOf(aside)) linkSync(join(aside, "lock.json"), join(folder, "lock.json"));
  } catch {
    // Somebody else was there first; the next round sees what they left.
  }
  rmSync(aside, { recursive: true, force: true });
}

/**
 * Takes the folder for this process, or tells who has it.
 * @param {string} folder
 * @param {string} command
 * @returns {{ holder: Holder } | { holder?: undefined, tell(more: Partial<Holder>): void, release(): void }}
 */
export function takeFolder(folder, command) {
  const file = join(folder, "lock.json");
  const mine = join(folder, `lock.${process.pid}`);
  /** @type {Holder} */
  let me = { pid: process.pid, born: birthOf(process.pid) ?? "", command };
  for (;;) {
    writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
    try {
      // A link is made whole or not at all, and never over another.
      linkSync(mine, file);
      rmSync(mine);
      break;
    } catch {
      rmSync(mine, { force: true });
      const holder = holderOf(folder);
      if (holder) return { holder };
      clearStaleLock(folder);
    }
  }
  return {
    tell(more) {
      me = { ...me, ...more };
      writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
      renameSync(mine, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}
