import "server-only";
import { day, dayOf } from "@/domain/day";
import { isLate, JOB_TASKS, type JobTask } from "@/domain/job";
import { employers, isAwake, read, UnsafeLogin } from "./db";
import { pendingMigrations } from "./migrations";

/** How a task fares over all employers; days and counts only. */
type JobHealth = {
  task: JobTask;
  /** When it was last done for anybody. */
  lastDone: string | null;
  /** The last day that is done for the employer who is furthest behind. */
  lastDay: string | null;
  /** Days that failed and are tried again. */
  failed: number;
};

export type Readiness = {
  ready: boolean;
  database: "ok" | "away" | "unsafe login";
  /** Names of migrations that this build needs and the database does not have. */
  migrations: "ok" | "unknown" | { pending: string[] };
  /** Late: yesterday is not done, or a task has never run. Never a reason not to be ready: pages work without it. */
  jobs: { state: "ok" | "failing" | "late" | "unknown"; tasks: JobHealth[] };
};

/** An employer that does not exist: what is asked here belongs to none, and the door needs one. */
const NOBODY = { employerId: "00000000-0000-0000-0000-000000000000" };

const UNKNOWN: Readiness["jobs"] = { state: "unknown", tasks: [] };

/**
 * Whether people can be sent here, and how the nightly jobs fare. A worker that stands still does not take the web out of
 * rotation, since no page needs it and the rules ask the days themselves; but whoever watches this sees it.
 * [peers 7: reminders were configured and none was sent, and nobody noticed]
 */
export async function readiness(now: Date): Promise<Readiness> {
  if (!(await isAwake())) return { ready: false, database: "away", migrations: "unknown", jobs: UNKNOWN };
  try {
    const pending = await pendingMigrations((sql) =>
      read(NOBODY, (tx) => tx.$queryRawUnsafe<unknown[]>(sql)),
    );
    if (pending.length > 0) return { ready: false, database: "ok", migrations: { pending }, jobs: UNKNOWN };
    return { ready: true, database: "ok", migrations: "ok", jobs: await jobs(now) };
  } catch (fault) {
    return {
      ready: false,
      database: fault instanceof UnsafeLogin ? "unsafe login" : "ok",
      migrations: "unknown",
      jobs: UNKNOWN,
    };
  }
}

type HealthRow = { task: string; last_done: Date | null; last_day: Date | null; failed: bigint };

async function jobs(now: Date): Promise<Readiness["jobs"]> {
  const rows = await read(NOBODY, (tx) => tx.$queryRaw<HealthRow[]>`SELECT * FROM job_health()`);
  const tasks = JOB_TASKS.map((task) => {
    const row = rows.find((it) => it.task === task);
    return {
      task,
      lastDone: row?.last_done?.toISOString() ?? null,
      lastDay: day(row?.last_day ?? null),
      failed: Number(row?.failed ?? 0n),
    };
  });
  // Without any employer there is nothing to do.
  const late = tasks.some((it) => isLate(it.lastDay, dayOf(now))) && (await employers()).length > 0;
  return { state: late ? "late" : tasks.some((it) => it.failed > 0) ? "failing" : "ok", tasks };
}
