import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALLEST_SHOWN, withoutSmallCounts } from "./small-counts";

test.each([
  ["nothing small: everything shows", [12, 6], [12, 6], 18],
  ["one small group: the sum less the rest would be it", [12, 3], [12, null], null],
  ["alone and small: the sum is the group", [4], [null], null],
  ["two small of five together: the sum gives neither away", [12, 2, 3], [12, null, null], 17],
  ["two small that are under five together", [12, 1, 2], [12, null, null], null],
  ["four in both is the only way to eight", [12, 4, 4], [12, null, null], null],
  [
    "one in each of five is the only way to five",
    [20, 1, 1, 1, 1, 1],
    [20, null, null, null, null, null],
    null,
  ],
  ["nobody is nobody", [12, 0], [12, 0], 12],
  ["exactly five shows", [5], [5], 5],
  ["no groups", [], [], 0],
])("%s", (_, counts, shown, total) => {
  expect(withoutSmallCounts(counts)).toEqual({ counts: shown, total });
});

/** Every way to give the hidden groups sizes that agree with what is shown. */
function ways(hidden: number, together: number): number[][] {
  if (hidden === 0) return together === 0 ? [[]] : [];
  return [1, 2, 3, 4].flatMap((size) => ways(hidden - 1, together - size).map((rest) => [size, ...rest]));
}

test("no hidden group can be worked out from what is shown", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 });
  fc.assert(
    fc.property(counts, (real) => {
      const { counts: shown, total } = withoutSmallCounts(real);
      expect(shown.every((count) => count === null || count === 0 || count >= SMALLEST_SHOWN)).toBe(true);
      const hidden = shown.filter((count) => count === null).length;
      if (total === null || hidden === 0) return;
      const together = total - shown.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      const possible = ways(hidden, together);
      for (let nth = 0; nth < hidden; nth++)
        expect(new Set(possible.map((sizes) => sizes[nth])).size).toBeGreaterThan(1);
    }),
    { numRuns: 2000 },
  );
});
