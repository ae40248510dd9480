// The web server as a child: on a free port of 127.0.0.1, ended with whoever started it.
import { request } from "node:http";
import { dirname } from "node:path";
import { inCheckout } from "./checkout.mjs";
import { exitCode, launch } from "./child-processes.mjs";
import { freePort } from "./embedded-postgres.mjs";
import { Interrupted, isStopping, PlainError, pause } from "./lifetime.mjs";

/** @param {string | undefined} text */
export function wishedPort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new PlainError(`PORT=${text} is not a port.`);
  return port;
}

/**
 * The wished port, or the first free one after it.
 * @param {number} wished
 */
export async function portFrom(wished) {
  for (let port = wished; port > 0 && port < wished + 100 && port <= 65_535; port++) {
    if ((await freePort(port)) === port) return port;
  }
  return freePort();
}

/** @param {string} address */
function answers(address) {
  return new Promise((resolve) => {
    const asked = request(address, { timeout: 30_000 }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on("error", () => resolve(false));
    asked.on("timeout", () => asked.destroy());
    asked.end();
  });
}

/**
 * @typedef {object} Web
 * @property {string} address
 * @property {Promise<number>} ended the exit code, when it ends by itself
 * @property {import("node:child_process").ChildProcess} child
 */

/**
 * Starts it and waits until it answers.
 * @param {object} wish
 * @param {readonly string[]} wish.command script and arguments, for node; %PORT% becomes the port
 * @param {number} wish.port
 * @param {Record<string, string | undefined>} wish.variables
 * @param {import("node:child_process").StdioOptions} [wish.output]
 * @returns {Promise<Web>}
 */
export async function startWeb({ command, port: wished, variables, output = "inherit" }) {
  for (let tries = 0; ; tries++) {
    const port = await portFrom(wished);
    const address = `http://127.0.0.1:${port}`;
    const keep = ["--import", inCheckout("src/cli/end-with-parent.mjs")];
    const args = command.map((word) => word.replace("%PORT%", String(port)));
    const child = launch(process.execPath, [...keep, ...args], {
      stdio: ["ignore", ...(Array.isArray(output) ? output : [output, output])],
      cwd: dirname(inCheckout("package.json")),
      env: {
        ...process.env,
        NEXTAUTH_URL: address,
        ...variables,
        // Shells and containers put the machine's name here, and the server would listen on every address it has.
        HOSTNAME: "127.0.0.1",
        PORT: String(port),
        NEXT_TELEMETRY_DISABLED: "1",
      },
    });
    const ended = exitCode(child);
    let code;
    ended.then((result) => {
      code = result;
    });
    while (code === undefined) {
      if (isStopping()) throw new Interrupted();
      if (await answers(address)) return { address, ended, child };
      await pause(100);
    }
    if (isStopping()) throw new Interrupted();
    // Another program may have taken the port between the look and the start.
    if ((await freePort(port)) === port || tries === 4) {
      throw new PlainError(`The web server ended before it answered (exit code ${code}).`);
    }
  }
}
