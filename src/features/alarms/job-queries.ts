import { whyNotSee } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { daysBehind, JOB_TASKS, type JobTask } from "@/domain/job";
import { refuseIf } from "@/domain/reason";
import { read } from "@/server/db";

export type TaskView = {
  task: JobTask;
  lastDay: Day | null;
  lastDone: Date | null;
  /** Days that are not done, besides today; null: it has never been done. */
  behind: number | null;
};

export type FailureView = { task: JobTask; day: Day; attempts: number; failedAt: Date; error: string };

/** How many failures are shown; who has more has one fault behind them all. */
const MOST = 50;

/** How the employer's nightly jobs fare, and what failed and is tried again. For the administrator. */
export async function getJobs(
  actor: Actor,
  today: Day,
): Promise<{ tasks: TaskView[]; failures: FailureView[] }> {
  refuseIf(whyNotSee(actor, "administration"));
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const done = await tx.jobRun.groupBy({
      by: ["task"],
      where: { employerId, doneAt: { not: null } },
      _max: { day: true, doneAt: true },
    });
    const failed = await tx.jobRun.findMany({
      where: { employerId, doneAt: null, failedAt: { not: null } },
      orderBy: [{ day: "asc" }, { task: "asc" }],
      take: MOST,
      select: { task: true, day: true, attempts: true, failedAt: true, error: true },
    });
    return {
      tasks: JOB_TASKS.map((task) => {
        const last = done.find((row) => row.task === task)?._max;
        const lastDay = day(last?.day ?? null);
        return { task, lastDay, lastDone: last?.doneAt ?? null, behind: daysBehind(lastDay, today) };
      }),
      failures: failed.flatMap(({ task, failedAt, error, ...row }) =>
        failedAt && isTask(task) ? [{ ...row, task, day: day(row.day), failedAt, error: error ?? "" }] : [],
      ),
    };
  });
}

const isTask = (name: string): name is JobTask => JOB_TASKS.some((task) => task === name);
