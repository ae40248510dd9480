import { readFileSync } from "node:fs";

// Whatever this process starts, it ends: on Ctrl-C, on SIGTERM, on a closed terminal and on an error of its own,
// also when that comes in the middle of an install, a build or a seed.

/** Thrown by what would start something while all is being stopped. */
export class Interrupted extends Error {
  constructor() {
    super("Interrupted.");
  }
}

/** Thrown for what the reader can mend: the sentence is shown alone, without a stack. */
export class PlainError extends Error {}

/** @typedef {() => void | Promise<void>} Ending */

/** @type {Ending[]} */
const endings = [];
/** @type {Promise<void> | undefined} */
let stopping;

export function isStopping() {
  return stopping !== undefined;
}

export function refuseWhenStopping() {
  if (stopping) throw new Interrupted();
}

/**
 * Says how to end something that was just started. What started last ends first: the web before its database.
 * @param {Ending} ending
 * @returns {() => void} takes it back, for what has ended by itself
 */
export function whenStopping(ending) {
  endings.push(ending);
  return () => {
    const at = endings.indexOf(ending);
    if (at >= 0) endings.splice(at, 1);
  };
}

/** Ends all, once. A second call waits for the first: npm passes a Ctrl-C on that the terminal already sent. */
export function stopAll() {
  stopping ??= (async () => {
    for (let ending = endings.pop(); ending; ending = endings.pop()) {
      try {
        await ending();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  })();
  return stopping;
}

/** @type {Record<string, number>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

/**
 * npm starts a shell, and the shell this process. A SIGTERM to npm ends those two and is not passed on, so the one
 * sign of it is that they are gone.
 */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const { ppid } = process;
  const above = parentOf(ppid);
  const timer = setInterval(async () => {
    if (process.ppid === ppid && parentOf(ppid) === above) return;
    clearInterval(timer);
    await stopAll();
    process.exit(143);
  }, 500);
  timer.unref();
}

/**
 * Runs the whole of a command: ends what it started, whichever way it leaves.
 * @param {() => Promise<number>} main gives the exit code
 * @param {() => number | undefined} [codeWhenStopped] the exit code when a signal ends it, if not the shell's custom
 */
export async function live(main, codeWhenStopped) {
  for (const [signal, number] of Object.entries(signalNumbers)) {
    process.on(signal, async () => {
      const code = codeWhenStopped?.() ?? 128 + number;
      await stopAll();
      process.exit(code);
    });
  }
  stopWithNpm();
  // A reader that went away (`npm start | head`) must not leave the database behind.
  process.stdout.on("error", () => stopAll().then(() => process.exit(1)));
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    if (!isStopping()) console.error(error instanceof PlainError ? `\n${error.message}` : error);
  }
  // A signal's own handler ends the process, with its own code.
  if (isStopping()) return;
  await stopAll();
  process.exit(code);
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
