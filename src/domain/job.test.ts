import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "./day";
import { daysBehind, daysDue, isLate, MOST_DAYS_BACK } from "./job";

const TODAY = "2026-11-23";

describe("the days that are due", () => {
  it("begin today for an employer that is new", () => {
    expect(daysDue({ first: null, done: [] }, TODAY)).toEqual([TODAY]);
  });

  it("are none when today is done", () => {
    expect(daysDue({ first: "2026-11-22", done: ["2026-11-22", TODAY] }, TODAY)).toEqual([]);
  });

  it("are all that were missed, the oldest first, over the end of a month", () => {
    expect(daysDue({ first: "2026-10-29", done: ["2026-10-29"] }, "2026-11-02")).toEqual([
      "2026-10-30",
      "2026-10-31",
      "2026-11-01",
      "2026-11-02",
    ]);
  });

  it("hold a day that failed until it is done, and the days after it go on", () => {
    expect(daysDue({ first: "2026-11-21", done: ["2026-11-22"] }, TODAY)).toEqual(["2026-11-21", TODAY]);
  });

  it("reach no further back than every threshold", () => {
    const due = daysDue({ first: "2020-01-01", done: ["2020-01-01"] }, TODAY);
    expect(due).toHaveLength(MOST_DAYS_BACK);
    expect(due[0]).toBe(addDays(TODAY, -99));
  });

  it("are each done once, in order, whichever days the worker is awake on", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 }), (gaps) => {
        let today = TODAY;
        const done: string[] = [];
        for (const gap of gaps) {
          today = addDays(today, gap);
          done.push(...daysDue({ first: done[0] ?? null, done }, today));
        }
        expect(done).toEqual([...new Set(done)].sort());
        expect(done).toHaveLength(daysBetween(done[0] ?? TODAY, today) + 1);
      }),
    );
  });
});

describe("being late", () => {
  it.each([
    [TODAY, 0, false],
    ["2026-11-22", 0, false],
    ["2026-11-21", 1, true],
    ["2026-11-13", 9, true],
    [null, null, true],
  ] as const)("last done for %s: %s days behind", (last, behind, late) => {
    expect(daysBehind(last, TODAY)).toBe(behind);
    expect(isLate(last, TODAY)).toBe(late);
  });
});
