import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./day";
import { sum } from "./money";
import { type Actual, type OpenItem, reconcile } from "./reconciliation";
import {
  daysOf,
  gapSum,
  gapsOf,
  isMonth,
  linesWith,
  monthAfter,
  monthsBefore,
  reconcileInTurn,
  sortLines,
  whyNotTakeUp,
} from "./reconciliation-month";

const line = (over: Partial<Actual> = {}): Actual => ({
  voucher: "A 1",
  line: "1",
  day: "2026-11-12",
  amount: -100n,
  coding: "",
  text: "",
  ...over,
});
const claim = (over: Partial<OpenItem> = {}): OpenItem => ({
  id: "i",
  partId: "p",
  number: "TLO17",
  caseNumber: "2026-0001",
  amount: -100n,
  day: "2026-11-10",
  ...over,
});
const keyOf = ({ day, voucher, line: nth }: Actual) => JSON.stringify([day.slice(0, 4), voucher, nth]);

describe("months", () => {
  test.each([
    ["2026-11", "2026-11-30", "2026-12", "2026-09"],
    ["2026-12", "2026-12-31", "2027-01", "2026-10"],
    ["2026-01", "2026-01-31", "2026-02", "2025-11"],
    ["2028-02", "2028-02-29", "2028-03", "2027-12"],
  ])("%s", (month, until, after, before) => {
    expect(daysOf(month)).toEqual({ from: `${month}-01`, until });
    expect(monthAfter(month)).toBe(after);
    expect(monthsBefore(month, 2)).toBe(before);
    expect(addDays(until, 1)).toBe(`${after}-01`);
  });
  test("twenty-four months before lie two years before", () =>
    expect(monthsBefore("2026-11", 24)).toBe("2024-11"));
  test("what is no month", () =>
    expect(["2026-13", "2026-00", "2026-1", "2026-11-01", "", "1826-11"].filter(isMonth)).toEqual([]));
});

describe("lines that may have been taken in before", () => {
  const known = new Map([[keyOf(line()), { day: "2026-11-12", amount: -100n }]]);
  test("the same line is passed over, whatever it is called now", () =>
    expect(sortLines(known, [line({ text: "new words" })])).toEqual({ fresh: [], already: 1, clashes: [] }));
  test("a voucher of another year is another voucher", () =>
    expect(sortLines(known, [line({ day: "2025-11-12" })]).fresh).toHaveLength(1));
  test.each([
    ["another amount", { amount: -101n }],
    ["another day", { day: "2026-11-13" }],
  ])("%s clashes", (_, over) =>
    expect(sortLines(known, [line(over)]).clashes).toEqual([
      { key: "money.reconciliation.clash", values: { voucher: "A 1", line: "1" } },
    ]),
  );
  test("twice in the file clashes, also when it is known", () => {
    expect(sortLines(new Map(), [line(), line()]).clashes[0]?.key).toBe("money.reconciliation.twiceInFile");
    expect(sortLines(known, [line(), line()]).clashes[0]?.key).toBe("money.reconciliation.twiceInFile");
  });
  test("taken up is what has something new and no clash", () => {
    const clash = { key: "money.reconciliation.clash" } as const;
    expect(whyNotTakeUp({ fresh: [line()], already: 3, clashes: [] })).toBeNull();
    expect(whyNotTakeUp({ fresh: [line()], already: 0, clashes: [clash] })).toEqual(clash);
    expect(whyNotTakeUp({ fresh: [], already: 3, clashes: [] })).toEqual({
      key: "money.reconciliation.nothingNew",
      values: { count: 3 },
    });
    expect(whyNotTakeUp({ fresh: [], already: 0, clashes: [] })?.key).toBe("money.reconciliation.noLines");
  });
});

describe("lines with a code", () => {
  const coded = (coding: string) => line({ coding });
  test.each([
    ["3599", "3599 4210 TLO17", true],
    ["tlo17", "3599 4210 TLO17", true],
    ["TLO17", "4210-3599-TLO17", true],
    ["26-3318", "4210 26-3318", true],
    ["359", "3599 4210", false],
    ["3599", "", false],
  ])("%s in %s", (code, coding, has) => expect(linesWith([coded(coding)], [code])).toHaveLength(has ? 1 : 0));
  test("no code asked for: every line", () => expect(linesWith([coded("")], [])).toHaveLength(1));
});

describe("the gaps", () => {
  const all = reconcile(
    "2026-11",
    [
      line({ coding: "TLO17" }),
      line({ voucher: "B", coding: "TLO18", amount: -90n }),
      line({ voucher: "C", amount: 7n }),
    ],
    [
      claim(),
      claim({ id: "j", number: "TLO18", amount: -100n }),
      claim({ id: "k", number: "X1", amount: -50n }),
      claim({ id: "l", number: "X2", amount: -60n }),
    ],
  );
  test("what differs, what concerns nothing, and what should be there", () =>
    expect(
      gapsOf(all, (item) => item.id === "k").map(({ cause, item, difference }) => [
        cause,
        item?.id,
        difference,
      ]),
    ).toEqual([
      ["amount", "j", 10n],
      ["noItem", undefined, 7n],
      ["noActual", "k", 50n],
    ]));
  test("together they are so much, whichever way each goes", () =>
    expect(gapSum([{ difference: -10n }, { difference: 5n }])).toBe(15n));
});

describe("several open months", () => {
  const october = line({ day: "2026-10-12", coding: "TLO17" });
  const item = claim({ day: "2026-10-10" });
  test("a claim that October has is not looked for in November", () => {
    const months = reconcileInTurn(
      [
        { month: "2026-11", actuals: [line({ coding: "TLO17" })] },
        { month: "2026-10", actuals: [october] },
      ],
      [item],
    );
    expect(months.get("2026-10")?.matched).toHaveLength(1);
    expect(months.get("2026-11")?.matched).toEqual([]);
    expect(months.get("2026-11")?.unmatchedItems).toEqual([]);
  });
  test("a claim that October has not is found in November", () => {
    const months = reconcileInTurn(
      [
        { month: "2026-10", actuals: [] },
        { month: "2026-11", actuals: [line({ coding: "TLO17" })] },
      ],
      [item],
    );
    expect(months.get("2026-10")?.unmatchedItems).toEqual([item]);
    expect(months.get("2026-11")?.matched[0]?.item).toBe(item);
  });
  test("a claim of November is not looked for in October", () =>
    expect(
      reconcileInTurn([{ month: "2026-10", actuals: [october] }], [claim()]).get("2026-10")?.unmatchedItems,
    ).toEqual([]));

  test("whatever comes, every line stands in one list of its own month, and no claim in two", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            month: fc.constantFrom("2026-09", "2026-10", "2026-11"),
            amount: fc.bigInt({ min: -3n, max: 3n }),
            number: fc.constantFrom("TLO1", "TLO2", "TLO3", "TLO9", ""),
          }),
          { maxLength: 12 },
        ),
        fc.array(
          fc.record({
            month: fc.constantFrom("2026-09", "2026-11"),
            amount: fc.bigInt({ min: -3n, max: 3n }),
          }),
          { maxLength: 3 },
        ),
        (rows, claims) => {
          const actuals = rows.map(({ month, amount, number }, nth) =>
            line({ voucher: `V${nth}`, day: `${month}-15`, amount, coding: number }),
          );
          const items = claims.map(({ month, amount }, nth) =>
            claim({ id: `${nth}`, number: `TLO${nth + 1}`, amount, day: `${month}-10` }),
          );
          const names = ["2026-09", "2026-10", "2026-11"];
          const months = reconcileInTurn(
            names.map((month) => ({ month, actuals: actuals.filter(({ day }) => day.startsWith(month)) })),
            items,
          );
          const used: string[] = [];
          for (const month of names) {
            const it = months.get(month);
            const there = [
              ...(it?.matched ?? []).flatMap((match) => match.actuals),
              ...(it?.differs ?? []).flatMap((gap) => gap.actuals),
              ...(it?.unmatchedActuals ?? []),
            ];
            const own = actuals.filter(({ day }) => day.startsWith(month));
            expect(new Set(there)).toEqual(new Set(own));
            expect(sum(there.map(({ amount }) => amount))).toBe(sum(own.map(({ amount }) => amount)));
            for (const { item } of [...(it?.matched ?? []), ...(it?.differs ?? [])])
              if (item) used.push(item.id);
          }
          expect(used).toEqual([...new Set(used)]);
        },
      ),
    ));
});
