import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./day";
import { sum } from "./money";
import { type Actual, type OpenItem, type Reconciliation, reconcile } from "./reconciliation";

// Few numbers, amounts and days, so that everything meets everything.
const numbers = fc.constantFrom("26-1", "26-2", "26-3", "TLO4");
const amounts = fc.constantFrom(-100n, 0n, 40n, 60n, 100n, 140n);
const days = fc.integer({ min: -12, max: 12 }).map((by) => addDays("2026-11-06", by));
const texts = fc.constantFrom("", "26-1", "26-2 2026-0001", "TLO4", "26-9", "2026-0002", "Faktura 88134");
const lines = fc.array(
  fc.record({
    voucher: fc.constantFrom("A1", "A2", "A3", "A4", "A5"),
    line: fc.constantFrom("1", "2", "3", "4"),
    day: days,
    amount: amounts,
    coding: texts,
    text: texts,
  }),
  { maxLength: 14 },
);
const openItems = fc
  .array(
    fc.record({
      number: fc.option(numbers, { nil: null }),
      caseNumber: fc.constantFrom("2026-0001", "2026-0002"),
      amount: amounts,
      day: days,
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((it, at): OpenItem => ({ ...it, id: `i${at}`, partId: `p${at}` })));

describe("laws", () => {
  const holds = (law: (it: Reconciliation, actuals: Actual[], items: OpenItem[]) => void) =>
    fc.assert(
      fc.property(lines, openItems, (actuals, items) =>
        law(reconcile("2026-11", actuals, items), actuals, items),
      ),
      { numRuns: 1_000 },
    );
  const amount = (it: { amount: bigint }) => it.amount;

  test("each line and each item comes out exactly once", () =>
    holds((it, actuals, items) => {
      const rows = [...it.matched, ...it.differs];
      const out = [...rows.flatMap((row) => row.actuals), ...it.unmatchedActuals];
      expect(out).toHaveLength(actuals.length);
      expect(new Set(out)).toEqual(new Set(actuals));
      const outItems = [...rows.flatMap((row) => row.item ?? []), ...it.unmatchedItems];
      expect(outItems).toHaveLength(items.length);
      expect(new Set(outItems)).toEqual(new Set(items));
    }));

  test("the sums add up: the lines less the items are the differences and what has no counterpart", () =>
    holds((it, actuals, items) => {
      const apart = sum(actuals.map(amount)) - sum(items.map(amount));
      const explained =
        sum(it.differs.map(({ difference }) => difference)) +
        sum(it.unmatchedActuals.map(amount)) -
        sum(it.unmatchedItems.map(amount));
      expect(explained).toBe(apart);
    }));

  test("what is matched is equal to the öre, in the month, and by amount alone only when it names nothing", () =>
    holds((it, _, items) => {
      const names = items.flatMap(({ number, caseNumber }) => [number ?? caseNumber, caseNumber]);
      for (const row of it.matched) {
        expect(sum(row.actuals.map(amount))).toBe(row.item.amount);
        for (const { day, coding, text } of row.actuals) {
          expect(day.slice(0, 7)).toBe("2026-11");
          const words = `${coding} ${text}`.split(" ");
          if (row.by === "amount") expect(names.filter((name) => words.includes(name))).toEqual([]);
          else
            expect(words.some((word) => word === row.item.number || word === row.item.caseNumber)).toBe(true);
        }
      }
    }));

  test("a difference has a reason that can be seen", () =>
    holds((it) => {
      for (const { cause, item: of, difference, actuals } of it.differs) {
        if (cause === "dayOutsideMonth") {
          expect([difference, actuals.some(({ day }) => !day.startsWith("2026-11"))]).toEqual([0n, true]);
        } else if (cause === "amount" && of) expect(difference).not.toBe(0n);
        else expect(of).toBeNull();
      }
    }));

  test("the order in which things come does not matter", () =>
    holds((it, actuals, items) => {
      const back = reconcile("2026-11", [...actuals].reverse(), [...items].reverse());
      expect(back).toEqual(it);
    }));
});
