import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { type Doer, jobActor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { JOB_TASKS, type JobTask } from "@/domain/job";
import { proveLedger, raiseAlarms } from "@/features/alarms/commands";
import { moveFunds } from "@/features/funds/move-commands";
import { employers } from "@/server/db";
import { dueRuns, runDay } from "@/server/jobs";
import { tidyUp } from "@/server/tidy-up";

/** What a task does for a day of one employer; `now` is when it is done, which may be days later. */
export type NightTask = (doer: Doer, day: Day, now: Date) => Promise<unknown>;

/**
 * Each calls a function of its noun and nothing more. Funds move by the days that have passed until now: one late asking
 * gives what asking every day would have given, and what is booked late is booked on the day it is booked, since an entry
 * dated back would change days that reports have shown.
 */
export const NIGHT_TASKS: Record<JobTask, NightTask> = {
  moveFunds: (doer, _, now) => moveFunds(doer, now),
  raiseAlarms,
  proveLedger,
  tidyUp: (doer, _, now) => tidyUp(doer, now),
};

/** Looks for what is due; graphile's crontab adds it every few minutes, and the worker once when it starts. */
export const LOOK_FOR_DUE = "due";

/** Tried until it is done, at most six hours apart (the queue's own backoff): nothing that failed is ever given up. */
const ATTEMPTS = 32_000;

const dueInput = z.object({ again: z.boolean().optional() }).nullish();
const dayInput = z.object({ employerId: z.string(), day: z.string() });

/**
 * The worker's tasks. `due` adds one job per employer, task and day that is not done, the oldest first, under a key, so
 * that none is queued twice; `again` begins anew with what an earlier worker left locked or waiting. A job that fails
 * waits for its next attempt and holds up no other.
 */
export function nightTasks(clock: () => Date, tasks: Record<JobTask, NightTask> = NIGHT_TASKS): TaskList {
  const list: TaskList = {
    [LOOK_FOR_DUE]: async (input, { addJob }) => {
      const again = dueInput.parse(input)?.again ?? false;
      for (const employerId of await employers())
        for (const { task, day } of await dueRuns(employerId, clock()))
          await addJob(
            task,
            { employerId, day },
            {
              jobKey: `${task} ${employerId} ${day}`,
              // Left alone while it waits for its next attempt, also when it is just being done.
              jobKeyMode: again ? "replace" : "unsafe_dedupe",
              maxAttempts: ATTEMPTS,
            },
          );
    },
  };
  for (const task of JOB_TASKS)
    list[task] = async (input) => {
      const { employerId, day } = dayInput.parse(input);
      await runDay(employerId, task, day, clock, () => tasks[task](jobActor(employerId), day, clock()));
    };
  return list;
}
