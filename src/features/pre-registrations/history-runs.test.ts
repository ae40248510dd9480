import { expect, test } from "vitest";
import type { HistoryEvent } from "@/features/people/history-queries";
import { withoutRepeats } from "./history-runs";

const event = (kind: HistoryEvent["kind"], more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  id: "",
  kind,
  at: new Date("2026-11-23T11:00:00Z"),
  who: "named",
  name: "Cilla Fors",
  role: "coordinator",
  onBehalf: null,
  amount: null,
  day: null,
  detail: null,
  union: null,
  unit: null,
  person: null,
  caseId: null,
  text: null,
  ...more,
});
const saved = (more: Partial<HistoryEvent> = {}) => event("preRegistration.changed", more);

test("a day's saves by one person are told once, every new amount besides", () => {
  const events = [
    saved(),
    saved(),
    saved({ amount: 100n }),
    saved(),
    saved({ amount: 50n }),
    event("preRegistration.created"),
  ];
  expect(withoutRepeats(events)).toEqual([events[0], events[2], events[4], events[5]]);
});

test("another person, another day, or something between begins anew", () => {
  const events = [
    saved(),
    saved({ name: "Dag Gran" }),
    saved({ at: new Date("2026-11-22T11:00:00Z") }),
    event("preRegistration.returned"),
    saved({ at: new Date("2026-11-22T11:00:00Z") }),
  ];
  expect(withoutRepeats(events)).toEqual(events);
});
