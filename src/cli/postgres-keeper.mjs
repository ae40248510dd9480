// Stands between the process that wants a database and Postgres: when that process goes away, in whatever way, also by
// kill -9, the channel to it closes and Postgres is stopped in good order. Nothing is left running.
// Arguments: uid, gid, the folder to remove at the end (each may be empty), command …
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const [uid, gid, fleeting, command = "", ...args] = process.argv.slice(2);
const postgres = spawn(command, args, {
  stdio: ["ignore", "inherit", "inherit"],
  cwd: "/",
  ...(uid && gid ? { uid: Number(uid), gid: Number(gid) } : {}),
});
let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  // Fast: ends sessions, rolls back what is open, writes all down.
  postgres.kill("SIGINT");
  // Immediate: the next start recovers from the log.
  setTimeout(() => postgres.kill("SIGQUIT"), 20_000).unref();
}
process.on("disconnect", stop);
// The channel may have closed before the line above was reached.
if (!process.connected) stop();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
postgres.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
postgres.on("exit", (code) => {
  if (fleeting) rmSync(fleeting, { recursive: true, force: true });
  process.exit(code ?? 1);
});
