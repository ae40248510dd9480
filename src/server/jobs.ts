import "server-only";
import { jobActor } from "@/domain/actor";
import { addDays, column, type Day, day, dayOf } from "@/domain/day";
import { daysDue, JOB_TASKS, type JobTask, MOST_DAYS_BACK } from "@/domain/job";
import { read, write } from "./db";
import { reportFault } from "./log";

/** What is still to do for an employer: every day that was missed, the oldest first, each day's tasks in their order. */
export async function dueRuns(employerId: string, now: Date): Promise<{ task: JobTask; day: Day }[]> {
  const today = dayOf(now);
  const { begun, done } = await read({ employerId }, async (tx) => ({
    begun: await tx.jobRun.groupBy({ by: ["task"], where: { employerId }, _min: { day: true } }),
    done: await tx.jobRun.findMany({
      where: { employerId, day: { gte: column(addDays(today, -MOST_DAYS_BACK)) }, doneAt: { not: null } },
      select: { task: true, day: true },
    }),
  }));
  const due = JOB_TASKS.flatMap((task, order) => {
    const days = {
      first: day(begun.find((row) => row.task === task)?._min.day ?? null),
      done: done.filter((row) => row.task === task).map((row) => day(row.day)),
    };
    return daysDue(days, today).map((it) => ({ task, day: it, order }));
  });
  return due
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order))
    .map(({ task, day: it }) => ({ task, day: it }));
}

/**
 * Does one task's day for an employer and keeps how it went. False when the day was done before: nothing happens then.
 * What a run writes and that it is done are two transactions, so a run that was cut off between them is done again;
 * every task is such that doing it again changes nothing. Throws what the work threw, after keeping it.
 */
export async function runDay(
  employerId: string,
  task: JobTask,
  of: Day,
  clock: () => Date,
  work: () => Promise<unknown>,
): Promise<boolean> {
  const doer = jobActor(employerId);
  const key = { employerId, task, day: column(of) };
  const begun = clock();
  let mine = false;
  await write(doer, begun, null, async ({ tx }) => {
    const rows = await tx.$queryRaw<unknown[]>`
      INSERT INTO job_run (employer_id, task, day, started_at) VALUES (${employerId}::uuid, ${task}, ${of}::date, ${begun})
      ON CONFLICT (employer_id, task, day) DO UPDATE SET attempts = job_run.attempts + 1, started_at = excluded.started_at
      WHERE job_run.done_at IS NULL RETURNING 1`;
    mine = rows.length > 0;
  });
  if (!mine) return false;
  try {
    await work();
  } catch (fault) {
    const error = `${firstLine(fault)} (log: ${reportFault(fault)})`;
    const failedAt = clock();
    await write(doer, failedAt, null, async ({ tx }) => {
      await tx.jobRun.updateMany({ where: { ...key, doneAt: null }, data: { failedAt, error } });
    }).catch(reportFault);
    throw fault;
  }
  const doneAt = clock();
  await write(doer, doneAt, null, async ({ tx }) => {
    await tx.jobRun.updateMany({
      where: { ...key, doneAt: null },
      data: { doneAt, failedAt: null, error: null },
    });
  });
  return true;
}

/** For whoever runs the portal: the kind of fault and its last words, which with Prisma stand below a piece of code. */
function firstLine(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown fault";
  const line = fault.message.trim().split("\n").at(-1)?.trim() ?? "";
  return `${fault.name}: ${line}`.slice(0, 300);
}
