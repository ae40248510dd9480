import { dayOf } from "@/domain/day";
import type { HistoryEvent } from "@/features/people/history-queries";

/**
 * History (newest first) without repeating itself: of the sections that one person saves on one day, only the last is
 * told, and every new amount. Nothing is taken from the chain; this is only what is shown.
 */
export function withoutRepeats(events: readonly HistoryEvent[]): HistoryEvent[] {
  let last: string | null = null;
  return events.filter((event) => {
    const saved = event.kind === "preRegistration.changed" && event.amount === null;
    const run = saved ? [dayOf(event.at), event.who, event.name, event.role].join("|") : null;
    const repeats = run !== null && run === last;
    last = run ?? (event.kind === "preRegistration.changed" ? last : null);
    return !repeats;
  });
}
