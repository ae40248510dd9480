import fc from "fast-check";
import { expect, test } from "vitest";
import { PANEL, placePanel, sharedMost } from "./chart-multiples-layout";
import { WIDE } from "./chart-scale";

test("a running sum steps up to its last value; what is ahead stays empty", () => {
  const { path, end } = placePanel([0, 50, 100], 4, 100, "steps");
  expect(end).toEqual({ x: 750, y: PANEL.top });
  expect(path).toBe("M0,86L250,86L250,48L500,48L500,10L750,10L750,10");
});

test("bars stand on the base, side by side", () => {
  const { bars } = placePanel([100, 0, 25], 3, 100, "bars");
  expect(bars.map(({ y, height }) => [y, height])).toEqual([
    [10, 76],
    [86, 0],
    [67, 19],
  ]);
});

test("all panels share one scale, and nothing does not divide by zero", () => {
  expect(sharedMost([[1, 2], [], [7]])).toBe(7);
  expect(sharedMost([[], [0]])).toBe(1);
  expect(placePanel([], 0, 1, "steps")).toEqual({ path: null, bars: [], end: null });
});

test("every mark lies within its panel, whatever the values", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -100, max: 1_000_000 }), { maxLength: 40 }),
      fc.integer({ min: 0, max: 48 }),
      fc.constantFrom("steps" as const, "bars" as const),
      (values, places, as) => {
        const { path, bars, end } = placePanel(values, places, sharedMost([values]), as);
        const points = (path?.match(/-?[\d.]+,-?[\d.]+/g) ?? []).map((it) => it.split(",").map(Number));
        const all = [
          ...points,
          ...bars.flatMap(({ x, y, width, height }) => [
            [x, y],
            [x + width, y + height],
          ]),
          ...(end ? [[end.x, end.y]] : []),
        ];
        for (const [x = Number.NaN, y = Number.NaN] of all) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(WIDE + 0.5);
          expect(y).toBeGreaterThanOrEqual(PANEL.top);
          expect(y).toBeLessThanOrEqual(PANEL.base + 0.01);
        }
      },
    ),
  );
});
