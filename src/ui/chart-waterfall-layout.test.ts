import fc from "fast-check";
import { expect, test } from "vitest";
import { WIDE } from "./chart-scale";
import { placeWaterfall, type WaterfallStep } from "./chart-waterfall-layout";

const whole = (value: number): WaterfallStep => ({ value, kind: "total" });
const change = (value: number): WaterfallStep => ({ value, kind: "change" });

test("from the frame to what is left: every bar starts where the one before ended", () => {
  const { bars, zero } = placeWaterfall([whole(1000), change(-300), change(-200), whole(500)]);
  expect(zero).toBe(0);
  expect(bars).toEqual([
    { from: 0, to: 1000, end: 1000 },
    { from: 700, to: 1000, end: 700 },
    { from: 500, to: 700, end: 500 },
    { from: 0, to: 500, end: 500 },
  ]);
});

test("nothing at all is drawn without dividing by zero", () => {
  expect(placeWaterfall([whole(0), change(0)]).bars).toEqual([
    { from: 0, to: 0, end: 0 },
    { from: 0, to: 0, end: 0 },
  ]);
  expect(placeWaterfall([]).bars).toEqual([]);
});

const amounts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 9 });

test("the steps add up, and every bar lies within the box", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), amounts, (frame, changes) => {
      const sum = changes.reduce((all, value) => all + value, frame);
      const { bars, zero } = placeWaterfall([whole(frame), ...changes.map(change), whole(sum)]);
      for (const { from, to, end } of bars) {
        expect(from).toBeLessThanOrEqual(to);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(WIDE);
        expect([from, to]).toContain(end);
      }
      // What is left, drawn from zero, ends exactly where the last change ended.
      expect(bars.at(-1)?.end).toBe(bars.at(-2)?.end);
      expect([bars.at(-1)?.from, bars.at(-1)?.to]).toContain(zero);
      for (const [nth, bar] of bars.entries()) {
        const before = bars[nth - 1];
        if (before && nth < bars.length - 1) expect([bar.from, bar.to]).toContain(before.end);
      }
    }),
  );
});
