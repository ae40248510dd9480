// The nightly jobs, in a process and by a login of their own: npm run worker, and beside the web in npm start.
import "./end-with-parent.mjs";
import { Logger, parseCronItems, run } from "graphile-worker";
import { databaseFault } from "@/server/database-fault";
import { assertSafeLogin, disconnect, UnsafeLogin } from "@/server/db";
import { logLine, reportFault } from "@/server/log";
import { NoQueue, prepareQueue, QUEUE_SCHEMA } from "@/server/queue";
import { LOOK_FOR_DUE, nightTasks } from "./night-tasks";

/** Every five minutes: soon after midnight in Stockholm, and soon after a database that was away is back. */
const EVERY_FIVE_MINUTES = "*/5 * * * *";

async function work(connectionString: string): Promise<void> {
  await assertSafeLogin();
  await prepareQueue(connectionString);
  const runner = await run({
    connectionString,
    schema: QUEUE_SCHEMA,
    // One at a time, in the order in which they were added: a day's money moves before it is judged and proven.
    concurrency: 1,
    maxPoolSize: 4,
    taskList: nightTasks(() => new Date()),
    parsedCronItems: parseCronItems([
      {
        task: LOOK_FOR_DUE,
        match: EVERY_FIVE_MINUTES,
        identifier: LOOK_FOR_DUE,
        options: { jobKey: LOOK_FOR_DUE, jobKeyMode: "replace", maxAttempts: 1 },
      },
    ]),
    noHandleSignals: true,
    // What fails is kept with its day and in our own log.
    logger: new Logger(() => (level, message, meta) => {
      if (level === "error" && !meta?.failure) logLine(`worker: ${message}`);
    }),
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    process.once(signal, () => runner.stop(signal).catch(() => undefined));
  await runner.addJob(LOOK_FOR_DUE, { again: true }, { jobKey: LOOK_FOR_DUE, maxAttempts: 1 });
  await runner.promise;
}

const connectionString = process.env.WORKER_DATABASE_URL;
if (!connectionString) {
  logLine("WORKER_DATABASE_URL is not set: the worker needs a login of its own (see .env.example).");
  process.exitCode = 1;
} else {
  // All that the jobs read and write goes through the same door as the web, by the worker's login.
  process.env.DATABASE_URL = connectionString;
  try {
    await work(connectionString);
  } catch (fault) {
    if (fault instanceof UnsafeLogin || fault instanceof NoQueue)
      logLine(fault.message.replace(/^DATABASE_URL/, "WORKER_DATABASE_URL"));
    else if (databaseFault(fault)?.kind === "away") logLine("The worker's database does not answer.");
    else reportFault(fault);
    process.exitCode = 1;
  } finally {
    await disconnect();
  }
}
