import { addDays, type Day, daysBetween } from "./day";

/** What is done once a day for every employer, in the order of a day: money moves before it is judged and proven. */
export const JOB_TASKS = ["moveFunds", "raiseAlarms", "proveLedger", "tidyUp"] as const;
export type JobTask = (typeof JOB_TASKS)[number];

/** What is known of a task's days for one employer: the first that was ever begun, and those that are done. */
export type JobDays = { first: Day | null; done: readonly Day[] };

/**
 * No day further back is made up for. Every threshold of an alarm lies nearer than that, and the other tasks ask how
 * things stand now, so an older day would find nothing that a newer one does not.
 */
export const MOST_DAYS_BACK = 100;

/**
 * The days that a task still has to do, the oldest first, today last. An employer without any day begins today. A day
 * that failed is due until it is done, and those after it do not wait for it: the rules ask the days and not each other.
 */
export function daysDue({ first, done }: JobDays, today: Day): Day[] {
  const oldest = addDays(today, 1 - MOST_DAYS_BACK);
  const known = new Set(done);
  const due: Day[] = [];
  const from = first === null ? today : first > oldest ? first : oldest;
  for (let day = from; day <= today; day = addDays(day, 1)) if (!known.has(day)) due.push(day);
  return due;
}

/** How many days a task lies behind; today itself is not behind before it is over. Null: never done. */
export function daysBehind(lastDay: Day | null, today: Day): number | null {
  return lastDay === null ? null : Math.max(0, daysBetween(lastDay, today) - 1);
}

/** Whether a task is late: never done, or not done for yesterday. [peers 7: nobody noticed that none were sent] */
export function isLate(lastDay: Day | null, today: Day): boolean {
  return daysBehind(lastDay, today) !== 0;
}
