import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BURN_DOWN, type BurnDown, layOutBurnDown } from "./chart-burn-down-layout";
import { monthStarts, WIDE, yearStarts } from "./chart-scale";

/** The coordinator's November of the look: 4.1 of 9.8 left, 38 days to go. */
const NOVEMBER: BurnDown = {
  from: "2026-07-01",
  today: "2026-11-23",
  end: "2026-12-31",
  secondEnd: "2029-12-31",
  left: [
    { day: "2026-07-01", value: 6.8 },
    { day: "2026-10-01", value: 6.4 },
    { day: "2026-11-23", value: 4.1 },
  ],
  second: [
    { day: "2026-07-01", value: 7.6 },
    { day: "2026-11-23", value: 6.7 },
  ],
  cone: { expected: 1.3, best: 0.5, worst: 2.4 },
  isLost: true,
};

const yOf = (value: number, most: number) =>
  BURN_DOWN.base - (value / most) * (BURN_DOWN.base - BURN_DOWN.top);

describe("a November", () => {
  const it = layOutBurnDown(NOVEMBER);

  test("the axis goes from zero to an even number above all that is left", () => {
    expect(it.ticks.map(({ value }) => value)).toEqual([0, 2, 4, 6, 8]);
    expect(it.months.map(({ day }) => day.slice(5, 7))).toEqual(["07", "08", "09", "10", "11", "12"]);
    expect(it.years.map(({ day }) => day.slice(0, 4))).toEqual(["2027", "2028", "2029"]);
  });

  test("the line ends in today's ring, and the cone spreads from there: the best below, the worst above", () => {
    expect(it.today.y).toBeCloseTo(yOf(4.1, 8), 1);
    expect(it.leftPath.endsWith(`${it.today.x},${it.today.y}`)).toBe(true);
    const [worst, best] = [yOf(2.4, 8), yOf(0.5, 8)].map((y) => Math.round(y * 100) / 100);
    expect(it.cone?.area).toBe(`M${it.today.x} ${it.today.y}L${it.end} ${worst}V${best}Z`);
    expect(it.cone?.at.y).toBeCloseTo(yOf(1.3, 8), 1);
  });

  test("what is expected to be lost falls out of what is left to claim at the first end, and the thread frays", () => {
    expect(it.secondLoose).toContain(`H${it.end}V${Math.round(yOf(6.7 - 1.3, 8) * 100) / 100}`);
    expect(it.secondLoose?.endsWith(`${BURN_DOWN.base}`)).toBe(true);
    expect(it.frayed).toHaveLength(3);
  });

  test("nothing frays where nothing is lost, or where nothing will be left", () => {
    expect(layOutBurnDown({ ...NOVEMBER, isLost: false }).frayed).toEqual([]);
    const none = { ...NOVEMBER, cone: { expected: 0, best: 0, worst: 1 } };
    expect(layOutBurnDown(none).frayed).toEqual([]);
  });

  test("without a last day to claim there is one end, and nothing behind it", () => {
    const alone = layOutBurnDown({ ...NOVEMBER, secondEnd: null });
    expect(alone.second).toBeNull();
    expect(alone.secondLoose).toBeNull();
    expect(alone.years).toEqual([]);
    expect(alone.end).toBeGreaterThan(it.end);
  });
});

test.each([
  ["2026-07-01", "2026-12-31", ["07", "08", "09", "10", "11", "12"]],
  ["2026-07-15", "2026-10-01", ["08", "09"]],
  ["2025-02-01", "2026-03-01", ["03", "05", "07", "09", "11", "01"]],
])("months from %s until %s, at most seven", (from, until, months) => {
  expect(monthStarts(from, until, 7).map((day) => day.slice(5, 7))).toEqual(months);
});

test("many years are named every second or third", () => {
  expect(yearStarts("2026-12-31", "2033-01-01", 3)).toEqual(["2027-01-01", "2029-01-01", "2031-01-01"]);
});

const day = fc
  .integer({ min: 0, max: 2000 })
  .map((after) => new Date(Date.UTC(2024, 0, 1) + after * 86_400_000).toISOString().slice(0, 10));
const amount = fc.integer({ min: 0, max: 90_000_000_00 });

test("every mark lies in the box, whatever is left and whichever day it is", () => {
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 4, maxLength: 4 }),
      fc.array(fc.tuple(day, amount), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (days, moved, hasSecond, isLost, parts) => {
        const [from = "", today = "", end = "", secondEnd = ""] = [...days].sort();
        const left = moved
          .map(([on, value]) => ({ day: on < from ? from : on > today ? today : on, value }))
          .sort((a, b) => (a.day < b.day ? -1 : 1));
        const now = left.at(-1)?.value ?? 0;
        const [best = 0, expected = 0, worst = 0] = [...parts]
          .sort((a, b) => a - b)
          .map((part) => part * now);
        const it = layOutBurnDown({
          from,
          today,
          end,
          secondEnd: hasSecond ? secondEnd : null,
          left,
          second: hasSecond ? left.map((point) => ({ ...point, value: point.value * 1.5 })) : [],
          cone: { expected, best, worst },
          isLost,
        });
        const paths = [it.leftPath, it.secondPath, it.secondLoose, it.cone?.area, it.cone?.edges].join("");
        for (const pair of paths.matchAll(/[ML](-?[\d.]+)[ ,](-?[\d.]+)/g))
          inBox(Number(pair[1]), Number(pair[2]));
        for (const down of paths.matchAll(/V(-?[\d.]+)/g)) inBox(0, Number(down[1]));
        for (const across of paths.matchAll(/H(-?[\d.]+)/g)) inBox(Number(across[1]), BURN_DOWN.base);
        for (const strand of it.frayed) inBox(it.end, hangsTo(strand));
        for (const { y } of it.ticks) inBox(0, y);
        for (const { x } of [...it.months, ...it.years, it.today, it.labels.left]) inBox(x, it.today.y);
        // The best leaves least: its edge lies lowest.
        const [, worstY, bestY] = it.cone?.area.match(/L[\d.]+ ([\d.]+)V([\d.]+)/) ?? [];
        expect(Number(worstY)).toBeLessThanOrEqual(Number(bestY));
        expect(it.cone?.at.y).toBeLessThanOrEqual(Number(bestY) + 0.01);
        expect(it.cone?.at.y).toBeGreaterThanOrEqual(Number(worstY) - 0.01);
      },
    ),
  );
});

function inBox(x: number, y: number) {
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x).toBeLessThanOrEqual(WIDE);
  expect(y).toBeGreaterThanOrEqual(BURN_DOWN.top);
  expect(y).toBeLessThanOrEqual(BURN_DOWN.base + 0.01);
}

/** How far down a strand's end hangs: its start and the two relative ends of its curves. */
function hangsTo(strand: string): number {
  const numbers = (strand.match(/-?[\d.]+/g) ?? []).map(Number);
  const [, y = Number.NaN, , , , , , first = Number.NaN, , , , second = Number.NaN] = numbers;
  return y + first + second;
}
