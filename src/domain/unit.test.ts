import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asTree,
  type UnitNode,
  unitIsOpen,
  unitsAbove,
  unitsWithin,
  whyNotEndUnit,
  whyNotPlaceUnit,
} from "./unit";

const TODAY = "2026-11-23";
const unit = (id: string, parentId: string | null, more: Partial<UnitNode> = {}): UnitNode => ({
  id,
  parentId,
  from: "2020-01-01",
  until: null,
  successorId: null,
  ...more,
});

//   top ─┬─ care ─┬─ north
//        │        └─ south
//        └─ school (ended, merged into care)
const TREE = [
  unit("top", null),
  unit("care", "top"),
  unit("north", "care"),
  unit("south", "care"),
  unit("school", "top", { until: "2025-12-31", successorId: "care" }),
];
const key = (reason: { key: string; field?: string } | null) =>
  reason && [reason.key.split(".").at(-1), reason.field];

test("a unit exists from its first day to its last, both counted", () => {
  const year = { from: "2026-01-01", until: "2026-12-31" };
  expect(["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map((on) => unitIsOpen(year, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

describe("placing", () => {
  const place = (id: string, parentId: string, from = "2020-01-01") =>
    key(whyNotPlaceUnit(TREE, { id, from, isTop: id === "top" }, parentId, TODAY));
  test("anywhere that makes no circle", () => {
    expect(place("north", "top")).toBeNull();
    expect(place("new", "south")).toBeNull();
  });
  test("never the top, nor under itself or what lies under it", () => {
    expect(place("top", "care")).toEqual(["topStays", "parentId"]);
    expect(place("care", "care")).toEqual(["circle", "parentId"]);
    expect(place("care", "north")).toEqual(["circle", "parentId"]);
  });
  test("not under one that has ended, or that there is not", () => {
    expect(place("north", "school")).toEqual(["parentEnded", "parentId"]);
    expect(place("north", "elsewhere")).toEqual(["chooseOne", "parentId"]);
    const ends = TREE.map((it) => (it.id === "care" ? { ...it, until: "2026-12-31" } : it));
    expect(whyNotPlaceUnit(ends, { id: "new", from: "2026-12-31", isTop: false }, "care", TODAY)).toBeNull();
    expect(
      key(whyNotPlaceUnit(ends, { id: "new", from: "2027-01-01", isTop: false }, "care", TODAY)),
    ).toEqual(["parentEnded", "parentId"]);
  });
  test("whatever moves are made one after another, there is never a circle and every unit hangs from the top", () => {
    const ids = ["top", "a", "b", "c", "d", "e"];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 30 }),
        (moves) => {
          let units = ids.map((id) => unit(id, id === "top" ? null : "top"));
          for (const [id, parentId] of moves)
            if (
              whyNotPlaceUnit(units, { id, from: "2020-01-01", isTop: id === "top" }, parentId, TODAY) ===
              null
            )
              units = units.map((it) => (it.id === id ? { ...it, parentId } : it));
          for (const id of ids.slice(1)) expect(unitsAbove(units, id).at(-1)).toBe("top");
        },
      ),
    );
  });
});

describe("ending", () => {
  const end = (id: string, until: string, successorId: string | null, units = TREE) =>
    key(whyNotEndUnit(units, id, until, successorId));
  test("with or without another that it is merged into", () => {
    expect(end("north", "2026-12-31", null)).toBeNull();
    expect(end("north", "2026-12-31", "south")).toBeNull();
  });
  test("never the top, nor before it began", () => {
    expect(end("top", "2026-12-31", null)).toEqual(["topStays", undefined]);
    expect(end("elsewhere", "2026-12-31", null)).toEqual(["topStays", undefined]);
    expect(end("north", "2019-12-31", null)).toEqual(["endBeforeStart", "until"]);
  });
  test("not while units go on under it, and says how many", () => {
    expect(whyNotEndUnit(TREE, "care", "2026-12-31", null)).toMatchObject({ values: { count: 2 } });
    const closing = TREE.map((it) => (it.parentId === "care" ? { ...it, until: "2026-12-31" } : it));
    expect(end("care", "2026-12-31", null, closing)).toBeNull();
    expect(end("care", "2026-12-30", null, closing)).toEqual(["openChildren", undefined]);
  });
  test("not into itself, into what is merged into it, or into what is gone by then", () => {
    expect(end("north", "2026-12-31", "north")).toEqual(["successorCircle", "successorId"]);
    const merged = TREE.map((it) =>
      it.id === "south" ? { ...it, until: "2027-12-31", successorId: "north" } : it,
    );
    expect(end("north", "2026-12-31", "south", merged)).toEqual(["successorCircle", "successorId"]);
    expect(end("north", "2026-12-31", "school")).toEqual(["successorEnded", "successorId"]);
    expect(end("north", "2026-12-31", "elsewhere")).toEqual(["chooseOne", "successorId"]);
    const sameDay = TREE.map((it) => (it.id === "south" ? { ...it, until: "2026-12-31" } : it));
    expect(end("north", "2026-12-31", "south", sameDay)).toEqual(["successorEnded", "successorId"]);
  });
});

test("what lies within a unit: all under it, and what was merged into it", () => {
  expect(unitsWithin(TREE, "care").sort()).toEqual(["care", "north", "school", "south"]);
  expect(unitsWithin(TREE, "north")).toEqual(["north"]);
});

test("as rows: parents first, each with its depth; one whose parent is not seen stands at the top", () => {
  expect(asTree(TREE).map((it) => `${it.depth} ${it.id}`)).toEqual([
    "0 top",
    "1 care",
    "2 north",
    "2 south",
    "1 school",
  ]);
  expect(asTree(TREE.slice(2, 4)).map((it) => `${it.depth} ${it.id}`)).toEqual(["0 north", "0 south"]);
});
