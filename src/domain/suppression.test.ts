import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SMALLEST_SHOWN } from "./small-counts";
import { type Counts, type Suppressed, suppress } from "./suppression";

const one = (table: Counts): Suppressed => {
  const [shown] = suppress([table]);
  if (!shown) throw new Error("one table in, one table out");
  return shown;
};

describe("what is shown", () => {
  test("everything, when no group is small", () => {
    const table = [
      [30, 10],
      [0, 7],
    ];
    expect(one(table)).toEqual({ cells: table, sums: [40, 7], totals: [30, 17], total: 47 });
  });

  test("a small cell takes a ring of others with it, and no more", () => {
    const shown = one([
      [3, 20],
      [30, 10],
      [40, 50],
    ]);
    expect(shown.cells.flat().filter((cell) => cell === null)).toHaveLength(4);
    expect(shown.cells[2]).toEqual([40, 50]);
    expect(shown.totals).toEqual([73, 80]);
  });

  test("no more rows than needed lose their split: those with a small group hide each other", () => {
    const shown = one([
      [12, 3],
      [23, 7],
      [72, 24],
      [10, 2],
    ]);
    expect(shown.cells).toEqual([
      [null, null],
      [23, 7],
      [72, 24],
      [null, null],
    ]);
    expect(shown.sums).toEqual([15, 30, 96, 12]);
  });

  test("a hundred and twenty occupations are done before the page gives up", () => {
    const many = Array.from({ length: 120 }, (_, nth) => [
      nth % 17,
      (nth * 7) % 11,
      nth % 29 === 0 ? nth % 7 : 0,
    ]);
    const shown = one(many);
    expect(shown.total).not.toBeNull();
    expect(shown.cells.flat().filter((cell) => cell !== null && cell >= 5).length).toBeGreaterThan(50);
  });

  test("a column whose sum is small takes the columns away, not the rows", () => {
    expect(
      one([
        [30, 10, 2],
        [40, 50, 1],
      ]),
    ).toEqual({
      cells: [
        [null, null, null],
        [null, null, null],
      ],
      sums: [42, 91],
      totals: [null, null, null],
      total: 133,
    });
  });

  test("a sum of all that is small says nothing at all", () => {
    expect(one([[3, 0]])).toEqual({ cells: [[null, null]], sums: [null], totals: [null, null], total: null });
  });

  test("five groups of one are told by their sum, so it goes too", () => {
    expect(one([[1], [1], [1], [1], [1]]).total).toBeNull();
  });

  test("what one table must leave out, no other table of the same people shows", () => {
    const [coarse, fine] = suppress([
      [[5, 5]],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ]);
    expect(fine?.totals).toEqual([null, null]);
    expect(coarse?.totals).toEqual([null, null]);
  });

  test("no groups", () => {
    expect(one([])).toEqual({ cells: [], sums: [], totals: [], total: 0 });
  });
});

/** Every table that agrees with what is shown; `least` is what hidden means at least. */
function ways(shown: Suppressed, least: 0 | 1): number[][][] {
  const columns = shown.totals.length;
  const most = Math.max(...shown.totals.map((total) => total ?? 0));
  const rowWays = shown.cells.map((row, nth) => {
    const sum = shown.sums[nth] ?? null;
    let found: number[][] = [[]];
    for (const cell of row) {
      const values = cell === null ? span(least, most) : [cell];
      found = found.flatMap((before) => values.map((value) => [...before, value]));
    }
    return found.filter((cells) => {
      const added = cells.reduce((a, b) => a + b, 0);
      return sum === null ? added >= least : added === sum;
    });
  });
  let tables: { rows: number[][]; sums: number[] }[] = [{ rows: [], sums: Array(columns).fill(0) }];
  for (const row of rowWays)
    tables = tables.flatMap(({ rows, sums }) =>
      row
        .map((cells) => ({ rows: [...rows, cells], sums: sums.map((sum, nth) => sum + (cells[nth] ?? 0)) }))
        .filter((it) => it.sums.every((sum, nth) => sum <= (shown.totals[nth] ?? 0))),
    );
  return tables
    .filter(({ sums }) => sums.every((sum, nth) => sum === shown.totals[nth]))
    .map(({ rows }) => rows);
}

const span = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, nth) => from + nth);

/** Every way to share people among the hidden rows, at least one in each. */
function shares(hidden: number, people: number): number[][] {
  if (hidden === 0) return people === 0 ? [[]] : [];
  return span(1, Math.max(people, 1)).flatMap((size) =>
    size <= people ? shares(hidden - 1, people - size).map((rest) => [size, ...rest]) : [],
  );
}

const counts = (rows: number, columns: number) =>
  fc.array(
    fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(9) }), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: 1, maxLength: rows },
  );
const tables = fc.oneof(counts(4, 1), counts(4, 2), counts(3, 3));

test("nothing small is shown, what is shown is true, and zero is shown unless its column is gone", () => {
  fc.assert(
    fc.property(tables, (real) => {
      const shown = one(real);
      const split = shown.totals.every((total) => total !== null);
      for (const [nth, row] of shown.cells.entries()) {
        for (const [column, cell] of row.entries()) {
          if (cell !== null) expect(cell).toBe(real[nth]?.[column]);
          if (split && real[nth]?.[column] === 0) expect(cell).toBe(0);
        }
        const sum = shown.sums[nth] ?? null;
        if (sum !== null) expect(sum).toBe(real[nth]?.reduce((a, b) => a + b, 0));
      }
      const all = [...shown.cells.flat(), ...shown.sums, ...shown.totals, shown.total];
      expect(all.filter((it) => it !== null && it > 0 && it < SMALLEST_SHOWN)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test("no hidden number can be worked out: at least two values of it fit all that is shown", () => {
  let rings = 0;
  let folded = 0;
  fc.assert(
    fc.property(tables, (real) => {
      const shown = one(real);
      if (shown.total === null) {
        expect([...shown.cells.flat(), ...shown.sums, ...shown.totals].every((it) => it === null)).toBe(true);
        return;
      }
      if (shown.totals.some((total) => total === null)) {
        folded++;
        // Only the rows' sums are left: the hidden ones share what the shown leave of the total.
        const rest = shown.total - shown.sums.reduce<number>((all, sum) => all + (sum ?? 0), 0);
        const hidden = shown.sums.filter((sum) => sum === null).length;
        const possible = shares(hidden, rest);
        for (const nth of span(0, hidden - 1))
          expect(new Set(possible.map((sizes) => sizes[nth])).size).toBeGreaterThan(1);
        return;
      }
      if (!shown.cells.flat().includes(null) && !shown.sums.includes(null)) return;
      rings++;
      const possible = ways(shown, 1);
      for (const [nth, row] of shown.cells.entries()) {
        for (const [column, cell] of row.entries())
          if (cell === null)
            expect(new Set(possible.map((table) => table[nth]?.[column])).size).toBeGreaterThan(1);
        if (shown.sums[nth] === null)
          expect(
            new Set(possible.map((table) => table[nth]?.reduce((a, b) => a + b, 0))).size,
          ).toBeGreaterThan(1);
      }
    }),
    { numRuns: 900 },
  );
  expect(rings, "tables in which single numbers were hidden").toBeGreaterThan(100);
  expect(folded, "tables that lost their columns").toBeGreaterThan(100);
});
