import { spawn } from "node:child_process";
import { Interrupted, isStopping, PlainError, pause, refuseWhenStopping, whenStopping } from "./lifetime.mjs";

/**
 * Starts a child in a process group of its own, so that a Ctrl-C in the terminal reaches this process only, which then
 * ends its children in the right order, with all that they started in turn.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @param {number} [patience] milliseconds it may take to end before it is ended by force
 */
export function launch(command, args, options, patience = 8000) {
  refuseWhenStopping();
  const child = spawn(command, args, { stdio: "ignore", detached: true, ...options });
  const forget = whenStopping(() => endGroup(child, patience));
  // Once the leader has ended, its group is ended at once; there is nothing left to remember.
  child.once("exit", () => endGroup(child, patience).then(forget));
  return child;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals | 0} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

/**
 * Ends a child and everything in its group.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} patience milliseconds
 */
export async function endGroup(child, patience) {
  if (!signalGroup(child, "SIGTERM")) return;
  const end = Date.now() + patience;
  while (signalGroup(child, 0)) {
    if (Date.now() > end) signalGroup(child, "SIGKILL");
    await pause(30);
  }
}

/**
 * The exit code of a child; a signal counts as 1.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command to its end in silence; when it fails, its last words are the error.
 * @param {string} what
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @param {number} [patience] milliseconds it may take to end when interrupted
 */
export async function runQuietly(what, command, args, options, patience) {
  const child = launch(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] }, patience);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  const code = await exitCode(child);
  if (isStopping()) throw new Interrupted();
  if (code !== 0) throw new PlainError(`${output.trimEnd()}\n\n${what} failed (exit code ${code}).`);
  return output;
}
