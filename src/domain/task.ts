import { type Day, daysBetween } from "./day";
import type { Ore } from "./money";

/** Everything that can wait for a person. Never stored: each follows from a state, and goes when the state does. */
export const TASK_KINDS = [
  "completeIdea",
  "startInitiative",
  "completeInitiative",
  "endorseIdea",
  "endorseCase",
  "takeUpIdea",
  "mendCase",
  "moveCaseOver",
  "prepareCase",
  "consultCase",
  "callConsultation",
  "recordMinutes",
  "concludeSilent",
  "concludeNegotiation",
  "meetAgain",
  "recordGroupDecision",
  "planInitiative",
  "prepareFiling",
  "askForAnswer",
  "nameOwner",
  "scheduleInitiative",
  "claimPart",
  "bookCallOff",
  "finishClaim",
  "mendClaim",
  "closeReservation",
  "decideCase",
  "sendFiling",
  "sendClaim",
  "answerVoice",
  "approveMinutes",
  "reconcileClaim",
  "correctCoding",
  "handleAlarms",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** One thing that waits. */
export type Task = {
  kind: TaskKind;
  /** Of what it is about: one task of a kind for each. */
  id: string;
  /** Where it is done. */
  href: string;
  /** What it is about, as people know it: a title, or the day of a meeting. */
  subject: string;
  /** The unit, or the case's number; empty where it says nothing. */
  place: string;
  /** Öre; null when no money says anything. */
  amount: Ore | null;
  /** How many cases are on a meeting; null for the rest. */
  count: number | null;
  since: Day;
  due: Day | null;
};

/** Of one kind at most so many are counted and shown; a longer list is read on the noun's own page. */
export const MOST_OF_A_KIND = 20;

/** What counting and ordering ask of a task. */
type Countable = Pick<Task, "kind" | "id" | "since" | "due">;

export type Tasks<T extends Countable = Task> = {
  tasks: T[];
  /** Kinds of which there are more than are shown. */
  capped: TaskKind[];
};

/**
 * The piles of every role as one list. The same thing in two roles counts once, in the role that comes first. Of each
 * kind the most urgent are kept.
 */
export function pileUp<T extends Countable>(piles: readonly (readonly T[])[]): Tasks<T> {
  const known = new Set<string>();
  const kept: T[] = [];
  const capped: TaskKind[] = [];
  const all = inOrder(
    piles.flat().filter((task) => {
      const name = `${task.kind} ${task.id}`;
      if (known.has(name)) return false;
      known.add(name);
      return true;
    }),
  );
  const counts = new Map<TaskKind, number>();
  for (const task of all) {
    const count = (counts.get(task.kind) ?? 0) + 1;
    counts.set(task.kind, count);
    if (count <= MOST_OF_A_KIND) kept.push(task);
    else if (count === MOST_OF_A_KIND + 1) capped.push(task.kind);
  }
  return { tasks: kept, capped };
}

/** What has a day comes first, by that day, so that what is overdue stands at the top; then the oldest. */
export function inOrder<T extends Countable>(tasks: readonly T[]): T[] {
  return [...tasks].sort(
    (a, b) =>
      compare(a.due ?? "9999-12-31", b.due ?? "9999-12-31") ||
      compare(a.since, b.since) ||
      compare(a.id, b.id),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How many wait: "7", or "27+" when a kind has more than are shown. */
export function howMany({ tasks, capped }: Tasks<Countable>): string {
  return `${tasks.length}${capped.length > 0 ? "+" : ""}`;
}

/** Within so many days a day is near. */
const NEAR = 3;
/** What has no day and has waited longer than this presses as much. [seed 002: granted and never begun] */
const OLD = 30;

/** Whether it presses: its day is past or near, or it has no day and has waited for long. */
export function isPressing(task: Pick<Task, "since" | "due">, today: Day): boolean {
  return task.due === null ? daysBetween(task.since, today) > OLD : daysBetween(today, task.due) <= NEAR;
}

/** Days without an answer after which the national fund is asked. */
export const ASK_AFTER_DAYS = 30;

/** From so many days before a fund's last day to claim, that day is the task's. */
const CLAIM_DAY_IN_SIGHT = 60;

/** The fund's last day to claim, once it is in sight; a day years ahead would only push other things down. */
export function claimDue(requisitionDay: Day | null, today: Day): Day | null {
  return requisitionDay !== null && daysBetween(today, requisitionDay) <= CLAIM_DAY_IN_SIGHT
    ? requisitionDay
    : null;
}
