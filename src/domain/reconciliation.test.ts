import { describe, expect, test } from "vitest";
import {
  type Actual,
  type OpenItem,
  type Reconciliation,
  reconcile,
  whyNotReconcileMonth,
  whyNotTakeIn,
} from "./reconciliation";

const KR = 100n;
let nth = 0;
const line = (changes: Partial<Actual>): Actual => ({
  voucher: "A1",
  line: String(++nth),
  day: "2026-11-18",
  amount: 48_500n * KR,
  coding: "",
  text: "",
  ...changes,
});
const item = (changes: Partial<OpenItem> = {}): OpenItem => ({
  id: `i${++nth}`,
  partId: `p${nth}`,
  number: "26-3318",
  caseNumber: "2026-0042",
  amount: 48_500n * KR,
  day: "2026-11-16",
  ...changes,
});

/** What came of it, short: one word per list. */
function short(it: Reconciliation) {
  return {
    matched: it.matched.map(({ actuals, by, item: of }) => [by, of.id, actuals.length]),
    differs: it.differs.map(({ cause, item: of, difference }) => [cause, of?.id ?? null, difference]),
    actuals: it.unmatchedActuals.length,
    items: it.unmatchedItems.map(({ id }) => id),
  };
}
const november = (actuals: readonly Actual[], items: readonly OpenItem[]) =>
  short(reconcile("2026-11", actuals, items));
const CLEAN = { matched: [], differs: [], actuals: 0, items: [] };

describe("by a number in the line", () => {
  test.each([
    ["in the coding", { coding: "4210 7412 26-3318" }],
    ["in a coding joined by hyphens", { coding: "4210-7412-26-3318" }],
    ["in a coding joined by strokes", { coding: "4210/7412/26-3318" }],
    ["in the text", { text: "Hamnkursen, insats 26-3318." }],
    ["the case's", { text: "ärende 2026-0042" }],
  ])("%s", (_, where) =>
    expect(november([line(where)], [item({ id: "i" })])).toEqual({ ...CLEAN, matched: [["number", "i", 1]] }),
  );

  test.each([
    ["a longer number", { text: "126-3318" }],
    ["another one that begins so", { text: "26-33181" }],
  ])("not %s", (_, where) =>
    expect(november([line(where)], [item({ id: "i" })]).matched).not.toEqual([["number", "i", 1]]),
  );

  test("upper and lower case are the same", () =>
    expect(november([line({ coding: "tlo17" })], [item({ id: "i", number: "TLO17" })]).matched).toEqual([
      ["number", "i", 1],
    ]));

  test("a year in a date is no number of digits", () => {
    const it = november([line({ text: "Kurs 2026-11-22", amount: 1n })], [item({ number: "2026" })]);
    expect(it.differs).toEqual([]);
    expect(it.actuals).toBe(1);
  });

  test("a part's number goes before its case's, so that the right part of a case is taken", () => {
    const first = item({ id: "a", number: "26-1000", day: "2026-11-18" });
    const second = item({ id: "b", number: "26-1001" });
    expect(november([line({ text: "2026-0042 26-1001" })], [first, second])).toEqual({
      ...CLEAN,
      matched: [["number", "b", 1]],
      items: ["a"],
    });
  });

  test("of several with the amount the nearest day", () => {
    const far = item({ id: "far", day: "2026-10-01" });
    const near = item({ id: "near", day: "2026-11-20" });
    expect(november([line({ text: "2026-0042" })], [far, near]).matched).toEqual([["number", "near", 1]]);
  });

  test("an invoice on several lines of the month", () =>
    expect(
      november(
        [line({ coding: "26-3318", amount: 40_000n * KR }), line({ coding: "26-3318", amount: 8_500n * KR })],
        [item({ id: "i" })],
      ),
    ).toEqual({ ...CLEAN, matched: [["number", "i", 2]] }));
});

describe("by amount alone", () => {
  test("only what names nothing, and it is marked", () =>
    expect(november([line({ text: "Faktura 88134" })], [item({ id: "i" })]).matched).toEqual([
      ["amount", "i", 1],
    ]));
  test("after everything with a number", () => {
    const i = item({ id: "i" });
    expect(november([line({ day: "2026-11-16" }), line({ text: "26-3318" })], [i])).toEqual({
      ...CLEAN,
      matched: [["number", "i", 1]],
      actuals: 1,
    });
  });
  test("not an öre off, not the other sign, not outside the month", () => {
    for (const changes of [
      { amount: 48_500n * KR + 1n },
      { amount: -48_500n * KR },
      { day: "2026-12-01" },
      { day: "2026-10-31" },
    ])
      expect(november([line(changes)], [item({ id: "i" })])).toEqual({ ...CLEAN, actuals: 1, items: ["i"] });
  });
});

describe("what differs, with its cause", () => {
  test("the amount, for one line or several together", () => {
    expect(november([line({ text: "26-3318", amount: 40_000n * KR })], [item({ id: "i" })])).toEqual({
      ...CLEAN,
      differs: [["amount", "i", -8_500n * KR]],
    });
    expect(
      november(
        [line({ text: "26-3318", amount: 40_000n * KR }), line({ text: "26-3318", amount: 9_000n * KR })],
        [item({ id: "i" })],
      ).differs,
    ).toEqual([["amount", "i", 500n * KR]]);
  });
  test("the day", () =>
    expect(november([line({ text: "26-3318", day: "2026-12-01" })], [item({ id: "i" })])).toEqual({
      ...CLEAN,
      differs: [["dayOutsideMonth", "i", 0n]],
    }));
  test("the day, when one line of several lies outside", () =>
    expect(
      november(
        [
          line({ text: "26-3318", amount: 40_000n * KR }),
          line({ text: "26-3318", amount: 8_500n * KR, day: "2026-12-01" }),
        ],
        [item({ id: "i" })],
      ).differs,
    ).toEqual([["dayOutsideMonth", "i", 0n]]));
  test.each([
    ["a case that is not there", "ärende 2026-0099"],
    ["a number of the same kind", "insats 26-9999"],
  ])("an unknown number: %s, though the amount is right", (_, text) =>
    expect(november([line({ text })], [item({ id: "i" })])).toEqual({
      ...CLEAN,
      differs: [["unknownNumber", null, 48_500n * KR]],
      items: ["i"],
    }),
  );
  test("an unknown project in a joined coding", () =>
    expect(november([line({ coding: "4210-7412-TLO18" })], [item({ number: "TLO17" })]).differs).toEqual([
      ["unknownNumber", null, 48_500n * KR],
    ]));
  test("the same line of a voucher twice in the file", () => {
    const once = line({ text: "26-3318" });
    expect(november([once, { ...once }], [item({ id: "i" })])).toEqual({
      ...CLEAN,
      matched: [["number", "i", 1]],
      differs: [["twice", null, 48_500n * KR]],
    });
  });
  test("also when it names nothing and another item has the amount", () => {
    const once = line({});
    expect(november([once, { ...once }], [item({ id: "i" }), item({ id: "j" })])).toEqual({
      ...CLEAN,
      matched: [["amount", "i", 1]],
      differs: [["twice", null, 48_500n * KR]],
      items: ["j"],
    });
  });
  test("the same amount booked twice on one number", () =>
    expect(
      november([line({ text: "26-3318" }), line({ text: "26-3318", voucher: "A2" })], [item({ id: "i" })])
        .differs,
    ).toEqual([["twice", null, 48_500n * KR]]));
  test("what adds up in the month goes before a whole outside it", () => {
    const parts = [40_000n, 8_500n].map((amount) => line({ coding: "26-3318", amount: amount * KR }));
    expect(november([...parts, line({ text: "26-3318", day: "2026-12-01" })], [item({ id: "i" })])).toEqual({
      ...CLEAN,
      matched: [["number", "i", 2]],
      differs: [["twice", null, 48_500n * KR]],
    });
  });
  test("voucher numbers begin again each year", () =>
    expect(
      november(
        [line({ line: "1", text: "26-3318" }), line({ line: "1", day: "2025-11-18", amount: 1n })],
        [item()],
      ).differs,
    ).toEqual([]));
  test("more on an item that has all it should have", () =>
    expect(
      november(
        [line({ text: "26-3318" }), line({ text: "26-3318", amount: 3_000n * KR })],
        [item({ id: "i" })],
      ),
    ).toEqual({ ...CLEAN, matched: [["number", "i", 1]], differs: [["amount", null, 3_000n * KR]] }));
});

test("an income stands below zero and meets a claim that does", () =>
  expect(
    november([line({ text: "26-3318", amount: -48_500n * KR })], [item({ id: "i", amount: -48_500n * KR })])
      .matched,
  ).toEqual([["number", "i", 1]]));

describe("marking the month", () => {
  test.each([
    [{ reconciledOn: null, lastDay: "2026-11-30", withoutCause: 0 }, null],
    [
      { reconciledOn: null, lastDay: "2026-12-31", withoutCause: 0 },
      { key: "money.reconciliation.notOver", values: { day: "2026-12-31" } },
    ],
    [
      { reconciledOn: null, lastDay: "2026-12-05", withoutCause: 0 },
      { key: "money.reconciliation.notOver", values: { day: "2026-12-05" } },
    ],
    [
      { reconciledOn: "2026-12-04", lastDay: "2026-11-30", withoutCause: 0 },
      { key: "money.reconciliation.already", values: { day: "2026-12-04" } },
    ],
    [
      { reconciledOn: null, lastDay: "2026-11-30", withoutCause: 3 },
      { key: "money.reconciliation.noCause", values: { count: 3 } },
    ],
    [
      { reconciledOn: "2026-12-04", lastDay: "2026-11-30", withoutCause: 3 },
      { key: "money.reconciliation.already", values: { day: "2026-12-04" } },
    ],
  ])("%o", (facts, reason) => expect(whyNotReconcileMonth(facts, "2026-12-05")).toEqual(reason));

  test("nothing is taken in to a month that is", () => {
    const closed = new Set(["2026-10"]);
    expect(whyNotTakeIn(["2026-11-01", "2026-10-31"], closed)?.values).toEqual({
      month: "2026-10",
      day: "2026-10-31",
    });
    expect(whyNotTakeIn(["2026-11-01"], closed)).toBeNull();
    expect(whyNotTakeIn([], closed)).toBeNull();
  });
});
