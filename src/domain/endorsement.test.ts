import { describe, expect, test } from "vitest";
import { unitsToAsk } from "./endorsement";

const yes = (unitId: string, amount: bigint | null, ownCost = 0n) => ({ unitId, amount, ownCost });
const unit = (unitId: string, ownCost = 0n) => ({ unitId, ownCost });
const idea = (unitId: string, ...endorsements: ReturnType<typeof yes>[]) => ({ unitId, endorsements });

type Row = [string, Parameters<typeof unitsToAsk>, string[]];
const rows: Row[] = [
  ["no unit touched: nobody to ask", [[], 100n, [], []], []],
  ["a unit without ideas needs one on the case", [[unit("a")], 100n, [], []], ["a"]],
  ["… and has one", [[unit("a")], 100n, [yes("a", 100n)], []], []],
  ["another unit's endorsement says nothing", [[unit("a")], 100n, [yes("b", 100n)], []], ["a"]],
  ["a lower amount is covered", [[unit("a")], 90n, [yes("a", 100n)], []], []],
  ["a higher amount asks again", [[unit("a")], 101n, [yes("a", 100n)], []], ["a"]],
  [
    "a later endorsement covers the higher amount",
    [[unit("a")], 101n, [yes("a", 100n), yes("a", 101n)], []],
    [],
  ],
  ["a higher own cost asks again", [[unit("a", 6n)], 100n, [yes("a", 100n, 5n)], []], ["a"]],
  ["a lower own cost is covered", [[unit("a", 4n)], 100n, [yes("a", 100n, 5n)], []], []],
  [
    "amount and own cost must be covered by one and the same",
    [[unit("a", 5n)], 100n, [yes("a", 100n, 0n), yes("a", 50n, 5n)], []],
    ["a"],
  ],
  [
    "an endorsement on the case without an amount covers none",
    [[unit("a")], 100n, [yes("a", null)], []],
    ["a"],
  ],
  ["an idea that was not costed covers any amount", [[unit("a")], 100n, [], [idea("a", yes("a", null))]], []],
  ["… but not a higher own cost", [[unit("a", 1n)], 100n, [], [idea("a", yes("a", null))]], ["a"]],
  ["a costed idea covers its amount", [[unit("a")], 100n, [], [idea("a", yes("a", 100n))]], []],
  ["… and asks again above it", [[unit("a")], 101n, [], [idea("a", yes("a", 100n))]], ["a"]],
  [
    "every idea of the unit must be endorsed",
    [[unit("a")], 100n, [], [idea("a", yes("a", null)), idea("a")]],
    ["a"],
  ],
  ["… each by its own", [[unit("a")], 100n, [], [idea("a", yes("a", null)), idea("a", yes("a", null))]], []],
  [
    "an idea handed in alone is made good on the case",
    [[unit("a")], 100n, [yes("a", 100n)], [idea("a")]],
    [],
  ],
  [
    "an idea endorsed by another unit's manager says nothing",
    [[unit("a")], 100n, [], [idea("a", yes("b", null))]],
    ["a"],
  ],
  [
    "another unit's idea does not speak for this one",
    [[unit("a")], 100n, [], [idea("b", yes("b", null))]],
    ["a"],
  ],
  [
    "each unit by itself, in the given order",
    [
      [unit("c"), unit("a", 2n), unit("b")],
      100n,
      [yes("b", 100n)],
      [idea("a", yes("a", null, 1n)), idea("c", yes("c", null))],
    ],
    ["a"],
  ],
  ["two that are missing come in the given order", [[unit("b"), unit("a")], 1n, [], []], ["b", "a"]],
];

describe("which units still have to endorse", () => {
  test.each(rows)("%s", (_, facts, asked) => {
    expect(unitsToAsk(...facts)).toEqual(asked);
  });
});
