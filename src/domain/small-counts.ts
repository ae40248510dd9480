/** Below this a group could point at a person. */
export const SMALLEST_SHOWN = 5;

export type Shown = {
  /** Null: fewer than five. */
  counts: (number | null)[];
  /** Null: hidden, because it would give a small group away. */
  total: number | null;
};

/**
 * Counts of people as the unions see them: no group under five, and not the sum either when it would give one away.
 * One hidden group is the sum less the rest. Several are given away when together they are under five, or when only
 * one set of sizes fits: as many people as groups (one each), or four in every group. Nobody is nobody and is shown.
 */
export function withoutSmallCounts(counts: readonly number[]): Shown {
  const small = counts.filter((count) => count > 0 && count < SMALLEST_SHOWN);
  const together = small.reduce((sum, count) => sum + count, 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const safe =
    small.length === 0 ||
    (small.length > 1 &&
      together >= SMALLEST_SHOWN &&
      together < small.length * (SMALLEST_SHOWN - 1) &&
      together > small.length);
  return {
    counts: counts.map((count) => (count > 0 && count < SMALLEST_SHOWN ? null : count)),
    total: safe ? total : null,
  };
}
