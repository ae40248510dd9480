// The worker as a child beside the web: both end together, but neither takes the other down.
import { checkout, inCheckout } from "./checkout.mjs";
import { exitCode, launch } from "./child-processes.mjs";
import { isStopping, pause } from "./lifetime.mjs";

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 300_000;
/** Who has worked for so long has not failed at its start. */
const STEADY = 60_000;

/**
 * Keeps a worker running until all is stopped. One that ends by itself is said, and started again after a pause that
 * grows: what it missed it does when it is back.
 * @param {Record<string, string | undefined>} variables
 */
export async function keepWorker(variables) {
  const args = ["--conditions=react-server", "--import", "tsx", inCheckout("src/cli/worker.ts")];
  for (let wait = FIRST_PAUSE; !isStopping(); wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    const begun = Date.now();
    const code = await exitCode(
      launch(process.execPath, args, {
        cwd: checkout,
        env: { ...process.env, ...variables },
        stdio: ["ignore", "inherit", "inherit"],
      }),
    );
    if (isStopping()) return;
    if (Date.now() - begun > STEADY) wait = FIRST_PAUSE;
    console.error(
      `The worker ended by itself (exit code ${code}); no nightly jobs are done until it is started again, in ${wait / 1000} seconds.`,
    );
    await pause(wait);
  }
}
