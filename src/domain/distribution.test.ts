import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  distribute,
  potModel,
  type Share,
  weightIn,
  whyNotDistribute,
  whyNotWeigh,
  whyNotWhole,
} from "./distribution";
import { sum } from "./money";

const share = (key: string, weight: bigint): Share => ({ key, weight });
const KR = 100n;

/** Any weights: nobody, everybody the same, payrolls of billions beside one krona. */
const weights = fc.oneof(
  fc.bigInt({ min: 0n, max: 20n }),
  fc.bigInt({ min: 0n, max: 10n ** 13n }),
  fc.constantFrom(0n, 1n, 7_500n),
);
const shares = fc.array(weights, { minLength: 1, maxLength: 25 }).map((all) =>
  // Keys in another order than the weights, so that no law holds by the order of the list.
  all.map((weight, nth) => share(`u${(nth * 7) % 31}`, weight)),
);
/** Always one that can be shared: a total of the floors and something over. */
const legal = fc
  .record({
    shares,
    floor: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 8n })),
    over: fc.oneof(
      fc.constant(0n),
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.bigInt({ min: 0n, max: 30n }),
    ),
  })
  .map(({ shares: them, floor, over }) => ({
    shares: them,
    floor,
    total: floor * BigInt(them.length) + over,
  }))
  .filter(({ shares: them, floor, total }) => whyNotDistribute(total, them, floor) === null);

describe("sharing a sum", () => {
  test("the police's rule: by headcount, nobody under 200,000 kr", () => {
    const parts = distribute(
      3_000_000n * KR,
      [share("nord", 50n), share("syd", 900n), share("väst", 2_000n), share("it", 4n)],
      200_000n * KR,
    );
    expect(parts.get("it")).toBe(200_000n * KR);
    expect(parts.get("nord")).toBe(200_000n * KR);
    // What is left after two floors, 2.6 million, by 900 to 2,000.
    expect(parts.get("syd")).toBe(806_896_55n);
    expect(parts.get("väst")).toBe(1_793_103_45n);
  });

  test("one lifted to the floor can bring the next one under it", () => {
    // 12 of 100 by proportion is above the floor of 11; after the floor of the first it is not.
    const parts = distribute(100n, [share("a", 1n), share("b", 12n), share("c", 87n)], 11n);
    expect([...parts.values()]).toEqual([11n, 11n, 78n]);
  });

  test("the last öre goes to the largest remainder, then by key", () => {
    expect([...distribute(10n, [share("b", 1n), share("a", 1n), share("c", 1n)])]).toEqual([
      ["b", 3n],
      ["a", 4n],
      ["c", 3n],
    ]);
    expect([...distribute(10n, [share("a", 26n), share("b", 74n)]).values()]).toEqual([3n, 7n]);
  });

  test("only floors, whoever weighs what", () =>
    expect([...distribute(20n, [share("a", 0n), share("b", 0n)], 10n).values()]).toEqual([10n, 10n]));
});

describe("laws for any weights, any sum, any floor", () => {
  const holds = (law: (it: { total: bigint; floor: bigint; shares: Share[] }) => void) =>
    fc.assert(fc.property(legal, law), { numRuns: 500 });

  test("the parts add up to the whole, and everybody has one", () =>
    holds(({ total, shares: them, floor }) => {
      const parts = distribute(total, them, floor);
      expect(sum(parts.values())).toBe(total);
      expect([...parts.keys()]).toEqual(them.map(({ key }) => key));
    }));

  test("nobody gets less than the floor", () =>
    holds(({ total, shares: them, floor }) => {
      for (const part of distribute(total, them, floor).values()) expect(part >= floor).toBe(true);
    }));

  test("whoever weighs more never gets less; who weigh the same differ by one öre at most", () =>
    holds(({ total, shares: them, floor }) => {
      const parts = distribute(total, them, floor);
      const part = (it: Share) => parts.get(it.key) ?? -1n;
      for (const a of them)
        for (const b of them) {
          if (a.weight > b.weight) expect(part(a) >= part(b)).toBe(true);
          if (a.weight === b.weight) expect(part(a) - part(b) <= 1n).toBe(true);
        }
    }));

  test("without a floor nobody is further than one öre from the exact share", () =>
    holds(({ total, shares: them }) => {
      if (whyNotDistribute(total, them)) return;
      const weight = sum(them.map((it) => it.weight));
      if (weight === 0n) return;
      const parts = distribute(total, them);
      for (const it of them) {
        const off = (parts.get(it.key) ?? 0n) * weight - it.weight * total;
        expect(-weight < off && off < weight).toBe(true);
      }
    }));

  test("the order of the list does not matter", () =>
    holds(({ total, shares: them, floor }) => {
      const there = distribute(total, them, floor);
      const back = distribute(total, [...them].reverse(), floor);
      for (const { key } of them) expect(back.get(key)).toBe(there.get(key));
    }));
});

describe("what cannot be shared is refused, and never shared wrongly", () => {
  const two = [share("a", 1n), share("b", 1n)];
  test.each([
    [-1n, two, 0n, "money.distribution.negativeTotal"],
    [10n, two, -1n, "money.distribution.negativeFloor"],
    [10n, [], 0n, "money.distribution.nobody"],
    [10n, [share("a", 1n), share("a", 2n)], 0n, "money.distribution.namedTwice"],
    [10n, [share("a", -1n), share("b", 2n)], 0n, "money.distribution.negativeWeight"],
    [19n, two, 10n, "money.distribution.floorTooHigh"],
    [1n, [share("a", 0n), share("b", 0n)], 0n, "money.distribution.noWeight"],
  ] as const)("%s over %o with floor %s", (total, them, floor, key) => {
    expect(whyNotDistribute(total, them, floor)?.key).toBe(key);
    expect(() => distribute(total, them, floor)).toThrow(key);
  });

  test("the floors may be the whole sum", () => expect(whyNotDistribute(20n, two, 10n)).toBeNull());
});

describe("parts written by hand", () => {
  test.each([
    [10n, [4n, 6n], undefined],
    [10n, [4n, 7n], "money.distribution.notWhole"],
    [10n, [4n, 5n], "money.distribution.notWhole"],
    [10n, [-1n, 11n], "money.distribution.negativePart"],
    [10n, [], "money.distribution.notWhole"],
  ])("%s in %o: %s", (total, parts, key) => expect(whyNotWhole(total, parts)?.key).toBe(key));

  test("says by how much, and which way", () => {
    expect(whyNotWhole(1_000n, [1_250n])?.values).toEqual({
      sum: 12.5,
      total: 10,
      difference: 2.5,
      over: "true",
    });
    expect(whyNotWhole(1_000n, [200n])?.values).toMatchObject({ difference: 8, over: "false" });
  });

  test("what distribute gives always adds up", () =>
    fc.assert(
      fc.property(legal, ({ total, floor, shares: them }) => {
        expect(whyNotWhole(total, distribute(total, them, floor).values())).toBeNull();
      }),
      { numRuns: 200 },
    ));
});

describe("what a unit weighs", () => {
  const units = [
    { id: "top", parentId: null, weight: null },
    { id: "care", parentId: "top", weight: null },
    { id: "north", parentId: "care", weight: 30n },
    { id: "south", parentId: "care", weight: 12n },
    { id: "school", parentId: "top", weight: 0n },
    { id: "gym", parentId: "school", weight: 9n },
    { id: "office", parentId: "top", weight: null },
  ];
  test.each([
    ["north", 30n],
    ["care", 42n],
    ["school", 0n],
    ["office", null],
    ["top", null],
    ["nowhere", null],
  ])("%s: %s", (id, weight) => expect(weightIn(units, id)).toBe(weight));

  test("those without are named, never taken for nothing", () => {
    expect(whyNotWeigh([{ name: "Vård", weight: 0n }], "headcount")).toBeNull();
    expect(
      whyNotWeigh(
        [
          { name: "Vård", weight: null },
          { name: "Skola", weight: 1n },
          { name: "Park", weight: null },
        ],
        "payroll",
      ),
    ).toEqual({
      key: "money.distribution.missingWeight",
      values: { names: "Vård, Park", count: 2, by: "pay" },
      field: "basis",
    });
  });
});

describe("how a fund is held", () => {
  const pot = (unitId: string | null, left: bigint) => ({ unitId, left });
  test.each([
    [[pot(null, 5n)], "central"],
    [[pot(null, 0n)], "central"],
    [[pot(null, 0n), pot("a", 5n)], "distributed"],
    [[pot(null, 1n), pot("a", 5n)], "mixed"],
    [[pot(null, 1n), pot("a", 0n)], "mixed"],
  ])("%o: %s", (pots, model) => expect(potModel(pots)).toBe(model));
});
