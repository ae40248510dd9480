import { addDays, type Day } from "@/domain/day";
import { type DemoCase, STAGES, type Stage } from "./world";

/** The last step of the main track that a side track has behind it. */
const BEFORE_SIDE_TRACK: Record<Exclude<DemoCase["stage"], Stage>, Stage> = {
  returned: "submitted",
  parked: "endorsed",
  withdrawn: "prepared",
  declined: "concluded",
  filingReturned: "filed",
  notCarriedOut: "scheduled",
};

/** Whether a case has come at least so far. */
export function reached(it: Pick<DemoCase, "stage">, stage: Stage): boolean {
  const own = (STAGES as readonly string[]).includes(it.stage)
    ? (it.stage as Stage)
    : BEFORE_SIDE_TRACK[it.stage as keyof typeof BEFORE_SIDE_TRACK];
  return STAGES.indexOf(own) >= STAGES.indexOf(stage);
}

/** What a story remembers from one step to the next. */
export type Memory = {
  ideaId: string;
  caseId: string;
  revision: number;
  meetingId: string;
  initiativeId: string;
  filingId: string;
};

/** When the initiative runs: what is under way ends ahead of today; what is only granted should have begun. */
export function period(it: DemoCase, start: Day, today: Day): { periodFrom: Day; periodUntil: Day } {
  if (reached(it, "completed"))
    return { periodFrom: addDays(start, 60), periodUntil: doneOn(it, start, today) };
  if (reached(it, "underWay")) return { periodFrom: addDays(start, 60), periodUntil: addDays(today, 75) };
  if (it.stage === "granted") return { periodFrom: addDays(today, -6), periodUntil: addDays(today, 90) };
  return { periodFrom: addDays(today, 55), periodUntil: addDays(today, 170) };
}

/** How long before today the initiatives of the frame before ended, which ran long and are still being claimed. */
const STILL_CLAIMED: Partial<Record<DemoCase["stage"], number>> = {
  completed: 12,
  evidenceComplete: 16,
  sent: 31,
  paid: 52,
};

/** The last day of the initiative. */
export function doneOn(it: DemoCase, start: Day, today: Day): Day {
  const ago = it.previous ? STILL_CLAIMED[it.stage] : undefined;
  return ago === undefined ? addDays(start, 148) : addDays(today, -ago);
}
