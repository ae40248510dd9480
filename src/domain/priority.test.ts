import fc from "fast-check";
import { expect, test } from "vitest";
import { displaced, movedTo, paceOf, withRunningSum } from "./priority";

test("a move puts one item at a place and keeps the order of the others", () => {
  expect(movedTo(["a", "b", "c"], "c", 1)).toEqual(["c", "a", "b"]);
  expect(movedTo(["a", "b", "c"], "a", 2)).toEqual(["b", "a", "c"]);
  expect(movedTo(["a", "b"], "a", 99)).toEqual(["b", "a"]);
  expect(movedTo(["a", "b"], "b", -3)).toEqual(["b", "a"]);
  expect(movedTo(["a"], "new", 1)).toEqual(["new", "a"]);
});

test("a move loses and doubles nothing", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1 }),
      fc.nat(),
      fc.integer(),
      (order, nth, place) => {
        const id = order[nth % order.length] ?? "";
        const after = movedTo(order, id, place);
        expect([...after].sort()).toEqual([...order].sort());
        expect(after.filter((other) => other !== id)).toEqual(order.filter((other) => other !== id));
      },
    ),
  );
});

test("everyone who gets another place is displaced", () => {
  const before = ["a", "b", "c", "d"];
  expect(displaced(before, movedTo(before, "c", 2))).toEqual(["c", "b"]);
  expect(displaced(before, movedTo(before, "a", 1))).toEqual([]);
});

test("the line is drawn where the money ends, and nothing below slips past it", () => {
  const order = [
    { id: "a", amount: 60n },
    { id: "b", amount: 50n },
    { id: "c", amount: 10n },
  ];
  expect(withRunningSum(order, 100n)).toEqual([
    { id: "a", amount: 60n, running: 60n, fits: true },
    { id: "b", amount: 50n, running: 110n, fits: false },
    { id: "c", amount: 10n, running: 120n, fits: false },
  ]);
  expect(withRunningSum(order, 110n).map(({ fits }) => fits)).toEqual([true, true, false]);
});

test("the pace now and the pace needed, per thirty days in whole kronor", () => {
  // 1,8 mnkr in 180 days; 38 days left with today.
  const pace = paceOf(180_000_000n, { from: "2026-05-27", until: "2026-11-23" }, 410_000_000n, "2026-12-31");
  expect(pace).toEqual({ now: 30_000_000n, needed: 315_384_600n });
  expect(paceOf(0n, { from: "2026-11-23", until: "2026-11-23" }, 100n, null)).toEqual({
    now: 0n,
    needed: null,
  });
});
