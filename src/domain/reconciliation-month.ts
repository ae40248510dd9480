import { addDays, type Day } from "./day";
import { type Ore, sum } from "./money";
import type { Reason } from "./reason";
import { type Actual, type Cause, type OpenItem, type Reconciliation, reconcile } from "./reconciliation";

/** A calendar month, "2026-11". */
export type Month = string;

export const isMonth = (text: string): boolean => /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text);

/** The first and last day of a month. */
export function daysOf(month: Month): { from: Day; until: Day } {
  return { from: `${month}-01`, until: addDays(`${monthAfter(month)}-01`, -1) };
}

export function monthAfter(month: Month): Month {
  return addDays(`${month}-01`, 31).slice(0, 7);
}

/** As many months before. */
export function monthsBefore(month: Month, count: number): Month {
  const [year = 0, nth = 1] = month.split("-").map(Number);
  const all = year * 12 + nth - 1 - count;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, "0")}`;
}

/** What names a line of the accounting system: its voucher and place in a year. */
export function lineKey({ day, voucher, line }: Pick<Actual, "day" | "voucher" | "line">): string {
  return JSON.stringify([day.slice(0, 4), voucher, line]);
}

export type Sorted<A extends Actual> = { fresh: A[]; already: number; clashes: Reason[] };

/**
 * Sorts the lines of a file by what was taken in before: those that are new, how many stand there already with the same
 * day and amount (people export the year so far, every month), and what clashes: a line that stands there with another
 * day or amount, or twice in the file. With a clash nothing should be taken in.
 */
export function sortLines<A extends Actual>(
  known: ReadonlyMap<string, { day: Day; amount: Ore }>,
  actuals: readonly A[],
): Sorted<A> {
  const fresh: A[] = [];
  const clashes: Reason[] = [];
  const seen = new Set<string>();
  let already = 0;
  for (const actual of actuals) {
    const key = lineKey(actual);
    const before = known.get(key);
    const values = { voucher: actual.voucher, line: actual.line };
    if (seen.has(key)) clashes.push({ key: "money.reconciliation.twiceInFile", values });
    else if (!before) fresh.push(actual);
    else if (before.day === actual.day && before.amount === actual.amount) already += 1;
    else clashes.push({ key: "money.reconciliation.clash", values });
    seen.add(key);
  }
  return { fresh, already, clashes };
}

/** Why a file's lines are not taken in: something clashes, or there is nothing new among them. */
export function whyNotTakeUp({
  fresh,
  already,
  clashes,
}: Pick<Sorted<Actual>, "fresh" | "already" | "clashes">): Reason | null {
  if (clashes[0]) return clashes[0];
  if (fresh.length > 0) return null;
  return already > 0
    ? { key: "money.reconciliation.nothingNew", values: { count: already } }
    : { key: "money.reconciliation.noLines" };
}

/** The lines that hold one of some codes as a word of their coding; all of them when no code is asked for. */
export function linesWith<A extends Actual>(actuals: readonly A[], codes: readonly string[]): A[] {
  if (codes.length === 0) return [...actuals];
  const wanted = new Set(codes.map((code) => code.toLowerCase()));
  return actuals.filter(({ coding }) =>
    coding
      .toLowerCase()
      .split(/[\s,;/.:_-]+/)
      .concat(coding.toLowerCase().split(/\s+/))
      .some((word) => wanted.has(word)),
  );
}

/** What somebody must explain before a month is reconciled. The difference is the lines less the item, in öre. */
export type Gap<A = Actual, I = OpenItem> = {
  actuals: readonly A[];
  item: I | null;
  cause: Cause | "noItem" | "noActual";
  difference: Ore;
};

/**
 * The gaps of a month: what differs, lines that concern nothing in the portal, and items that should have a line in this
 * month. An item that only waits for its line is none.
 */
export function gapsOf<A extends Actual, I extends OpenItem>(
  it: Reconciliation<A, I>,
  needsLine: (item: I) => boolean,
): Gap<A, I>[] {
  return [
    ...it.differs,
    ...it.unmatchedActuals.map(
      (actual): Gap<A, I> => ({ actuals: [actual], item: null, cause: "noItem", difference: actual.amount }),
    ),
    ...it.unmatchedItems
      .filter(needsLine)
      .map((item): Gap<A, I> => ({ actuals: [], item, cause: "noActual", difference: -item.amount })),
  ];
}

/** How much gaps are together, whichever way each goes: "3 poster (48 500 kr)". */
export function gapSum(gaps: readonly Pick<Gap, "difference">[]): Ore {
  return sum(gaps.map(({ difference }) => (difference < 0n ? -difference : difference)));
}

/**
 * Reconciles months that are open at once, the earliest first: an item that has its line in one is not looked for in the
 * next, and none is looked for before its day has come.
 */
export function reconcileInTurn<A extends Actual, I extends OpenItem>(
  months: readonly { month: Month; actuals: readonly A[] }[],
  items: readonly I[],
): Map<Month, Reconciliation<A, I>> {
  const left = new Set(items);
  const done = new Map<Month, Reconciliation<A, I>>();
  for (const { month, actuals } of [...months].sort((a, b) => (a.month < b.month ? -1 : 1))) {
    const { until } = daysOf(month);
    const result = reconcile(
      month,
      actuals,
      [...left].filter((item) => item.day <= until),
    );
    for (const { item } of [...result.matched, ...result.differs]) if (item) left.delete(item);
    done.set(month, result);
  }
  return done;
}
