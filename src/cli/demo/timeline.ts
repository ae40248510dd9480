import { addDays, type Day } from "@/domain/day";

/** Something that someone did, at an instant of the past. */
export type Step = { at: Date; run: (now: Date) => Promise<unknown> };

/** An instant of a day in the demo: office hours in Stockholm, whatever the season. */
export function at(day: Day, hour: number): Date {
  return new Date(`${day}T${String(hour - 1).padStart(2, "0")}:10:00Z`);
}

/** Day `days` after a start. */
export const after = (start: Day, days: number): Day => addDays(start, days);

/** Does everything in the order in which it happened, so that history reads as it was lived. */
export async function play(
  steps: readonly Step[],
  until: Date,
  onStep: (done: number, all: number) => void,
): Promise<void> {
  const inOrder = steps
    .map((step, index) => ({ ...step, index }))
    .filter((step) => step.at <= until)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index);
  for (const [done, step] of inOrder.entries()) {
    await step.run(step.at);
    onStep(done + 1, inOrder.length);
  }
}
