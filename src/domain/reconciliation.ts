import { type Day, daysBetween } from "./day";
import { type Ore, sum } from "./money";
import type { Reason } from "./reason";

/** A line of the accounting system. Öre as it stands there: a cost above zero, an income below. */
export type Actual = {
  voucher: string;
  line: string;
  day: Day;
  amount: Ore;
  /** The codes and the text as they came; a number may stand in them. */
  coding: string;
  text: string;
};

/** What the portal expects to find there: drawn or claimed, not yet reconciled. Öre with the sign it has there. */
export type OpenItem = {
  id: string;
  partId: string;
  /** The granted part's own number; none under LOM. */
  number: string | null;
  caseNumber: string;
  amount: Ore;
  day: Day;
};

export const CAUSES = ["amount", "dayOutsideMonth", "unknownNumber", "twice"] as const;
export type Cause = (typeof CAUSES)[number];

/** Lines that together are one item, to the öre: found by a number in them, or by amount and day alone. */
export type Match<A = Actual, I = OpenItem> = { actuals: readonly A[]; item: I; by: "number" | "amount" };

/** Lines that concern an item, or none, and are not it. The difference is the lines less the item, in öre. */
export type Difference<A = Actual, I = OpenItem> = {
  actuals: readonly A[];
  item: I | null;
  cause: Cause;
  difference: Ore;
};

export type Reconciliation<A = Actual, I = OpenItem> = {
  matched: Match<A, I>[];
  differs: Difference<A, I>[];
  unmatchedActuals: A[];
  unmatchedItems: I[];
};

/**
 * Matches a month ("2026-11") of the accounting system with what the portal expects. First by number: a granted part's
 * number, else a case number, as a word of its own in the coding or the text; then the exact amount, then the nearest
 * day; several lines of the month that together are an item's amount are that item. What names an item but is not it
 * differs, with its cause: the amount, a day outside the month, a number that no open item has, or the same thing twice.
 * Only lines of the month that name nothing are matched by amount and nearest day alone, and are marked so.
 *
 * Each line and each item is used once at most, so the sums of the four lists are the sums that came in. The order in
 * which things come does not matter. What comes out are the very lines and items that came in. [J]
 */
export function reconcile<A extends Actual, I extends OpenItem>(
  month: string,
  actuals: readonly A[],
  items: readonly I[],
): Reconciliation<A, I> {
  const expected = [...items].sort((a, b) => order(a.day, b.day) || order(a.id, b.id));
  const read = reader(expected);
  const desk: Desk = {
    rows: new Set(
      [...actuals].sort(byPlace).map((actual) => ({
        actual,
        inMonth: actual.day.startsWith(`${month}-`),
        ...read(actual),
      })),
    ),
    items: new Set(expected),
    matched: [],
    differs: [],
  };
  takeRepeatedLines(desk);
  takePairs(desk, (row) => (row.inMonth ? row.named : []), "number");
  takeWhatAddsUp(desk);
  takePairs(desk, (row) => row.named, "dayOutsideMonth");
  takeWhatDiffers(desk);
  const byAmount = grouped(desk.items, ({ amount }) => amount);
  takePairs(desk, ({ inMonth, actual }) => (inMonth && byAmount.get(actual.amount)) || [], "amount");
  // The desk knows only what it needs of them; they are the same objects.
  return {
    matched: desk.matched,
    differs: desk.differs,
    unmatchedActuals: [...desk.rows].map(({ actual }) => actual),
    unmatchedItems: [...desk.items],
  } as Reconciliation<A, I>;
}

type Row = { actual: Actual; inMonth: boolean; named: readonly OpenItem[]; namesUnknown: boolean };

/** What is still to be matched, and what was. */
type Desk = { rows: Set<Row>; items: Set<OpenItem>; matched: Match[]; differs: Difference[] };

function take(desk: Desk, rows: readonly Row[], item: OpenItem | null): readonly Actual[] {
  for (const row of rows) desk.rows.delete(row);
  if (item) desk.items.delete(item);
  return rows.map(({ actual }) => actual);
}

function match(desk: Desk, rows: readonly Row[], item: OpenItem, by: Match["by"]): void {
  desk.matched.push({ actuals: take(desk, rows, item), item, by });
}

function differ(desk: Desk, rows: readonly Row[], item: OpenItem | null, cause: Cause): void {
  const difference = total(rows) - (item?.amount ?? 0n);
  desk.differs.push({ actuals: take(desk, rows, item), item, cause, difference });
}

/** A line of a voucher exists once a year; the file may hold it twice. */
function takeRepeatedLines(desk: Desk): void {
  const seen = new Set<string>();
  for (const row of desk.rows) {
    const { day, voucher, line } = row.actual;
    const key = JSON.stringify([day.slice(0, 4), voucher, line]);
    if (seen.has(key)) differ(desk, [row], null, "twice");
    seen.add(key);
  }
}

/** One line and one item of the same amount; of several the pair whose days lie nearest. */
function takePairs(
  desk: Desk,
  choice: (row: Row) => readonly OpenItem[],
  as: Match["by"] | "dayOutsideMonth",
): void {
  const pairs: { row: Row; item: OpenItem; apart: number }[] = [];
  for (const row of desk.rows)
    for (const item of choice(row))
      if (desk.items.has(item) && item.amount === row.actual.amount)
        pairs.push({ row, item, apart: Math.abs(daysBetween(item.day, row.actual.day)) });
  for (const { row, item } of pairs.sort((a, b) => a.apart - b.apart)) {
    if (!desk.rows.has(row) || !desk.items.has(item)) continue;
    if (as === "dayOutsideMonth") differ(desk, [row], item, as);
    else match(desk, [row], item, as);
  }
}

/** An invoice that was booked on several lines. */
function takeWhatAddsUp(desk: Desk): void {
  const alone = grouped(
    [...desk.rows].filter((row) => row.inMonth && row.named.length === 1),
    (row) => row.named[0],
  );
  for (const item of [...desk.items]) {
    const rows = alone.get(item) ?? [];
    if (rows.length > 1 && total(rows) === item.amount) match(desk, rows, item, "number");
  }
}

function takeWhatDiffers(desk: Desk): void {
  const naming = new Map<OpenItem, Row[]>();
  for (const row of desk.rows) {
    if (row.namesUnknown) differ(desk, [row], null, "unknownNumber");
    else if (isTwice(desk, row)) differ(desk, [row], null, "twice");
    else
      for (const item of row.named) {
        const rows = naming.get(item);
        if (rows) rows.push(row);
        else naming.set(item, [row]);
      }
  }
  for (const item of [...desk.items]) {
    const rows = (naming.get(item) ?? []).filter((row) => desk.rows.has(row));
    if (rows.length === 0) continue;
    if (total(rows) !== item.amount) differ(desk, rows, item, "amount");
    else if (rows.every((row) => row.inMonth)) match(desk, rows, item, "number");
    else differ(desk, rows, item, "dayOutsideMonth");
  }
  // More on an item that has all it should have.
  for (const row of desk.rows) if (row.named.length > 0) differ(desk, [row], null, "amount");
}

const isTwice = (desk: Desk, row: Row) =>
  row.named.some((item) => !desk.items.has(item) && item.amount === row.actual.amount);

/** Reads which items a line names. A number of a granted part says more than the number of its case. */
function reader(
  items: readonly OpenItem[],
): (actual: Actual) => { named: readonly OpenItem[]; namesUnknown: boolean } {
  const byNumber = grouped(
    items.filter((item) => item.number?.trim()),
    (item) => plain(item.number ?? ""),
  );
  const byCase = grouped(items, (item) => plain(item.caseNumber));
  const shapes = new Set([...byNumber.keys()].map(shape).filter(isTelling));
  const looksLikeNumber = (word: string) => /^20\d\d-\d{4,}$/.test(word) || shapes.has(shape(word));
  return (actual) => {
    const { whole, within } = wordsOf(actual);
    const found = (index: Map<string, OpenItem[]>) => [
      ...new Set([...whole, ...within].flatMap((word) => index.get(word) ?? [])),
    ];
    const byPart = found(byNumber);
    const named = byPart.length > 0 ? byPart : found(byCase);
    return { named, namesUnknown: named.length === 0 && whole.some(looksLikeNumber) };
  };
}

const plain = (text: string) => text.trim().toLowerCase();
/** "26-3318" as "99-9999", "tlo17" as "aaa99". */
const shape = (word: string) => word.replace(/\p{L}/gu, "a").replace(/\p{N}/gu, "9");
/** Digits alone could be anything: an invoice, an account. */
const isTelling = (text: string) => /\D/u.test(text) && /9/.test(text);

/**
 * The words in which a number may stand. Codes are often joined by a mark that numbers have too ("4210-7412-TLO17"), so
 * what lies within a joined word counts as well, but in free text not plain digits: 2026 is not named by 2026-11-22.
 */
function wordsOf(actual: Actual): { whole: string[]; within: string[] } {
  const whole: string[] = [];
  const within: string[] = [];
  for (const [text, isCoding] of [
    [actual.coding, true],
    [actual.text, false],
  ] as const)
    for (const [word] of plain(text).matchAll(/[\p{L}\p{N}]+(?:[-/.:_][\p{L}\p{N}]+)*/gu)) {
      whole.push(word);
      const parts = word.split(/([-/.:_])/u);
      if (isCoding && parts.length > 1) whole.push(...parts.filter((part) => /\p{L}/u.test(part)));
      for (let from = 0; from < parts.length; from += 2)
        for (let until = from + 1; until <= Math.min(parts.length, from + 7); until += 2) {
          const some = parts.slice(from, until).join("");
          if (isCoding || /\D/u.test(some)) within.push(some);
        }
    }
  return { whole, within };
}

function grouped<K, T>(all: Iterable<T>, keyOf: (it: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const it of all) {
    const group = groups.get(keyOf(it));
    if (group) group.push(it);
    else groups.set(keyOf(it), [it]);
  }
  return groups;
}

const total = (rows: readonly Row[]) => sum(rows.map(({ actual }) => actual.amount));

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byPlace(a: Actual, b: Actual): number {
  return (
    order(a.day, b.day) ||
    order(a.voucher, b.voucher) ||
    order(a.line, b.line) ||
    (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0) ||
    order(a.coding, b.coding) ||
    order(a.text, b.text)
  );
}

/**
 * Why a month is not marked as reconciled: it is already, its last day has not passed, so that more may be booked in it,
 * or what differs or has no counterpart lacks a written cause.
 */
export function whyNotReconcileMonth(
  it: { reconciledOn: Day | null; lastDay: Day; withoutCause: number },
  today: Day,
): Reason | null {
  if (it.reconciledOn !== null)
    return { key: "money.reconciliation.already", values: { day: it.reconciledOn } };
  if (today <= it.lastDay) return { key: "money.reconciliation.notOver", values: { day: it.lastDay } };
  return it.withoutCause > 0
    ? { key: "money.reconciliation.noCause", values: { count: it.withoutCause } }
    : null;
}

/** Why lines are not taken in: one of them lies in a month ("2026-11") that is already reconciled. */
export function whyNotTakeIn(days: readonly Day[], reconciled: ReadonlySet<string>): Reason | null {
  const late = days.find((day) => reconciled.has(day.slice(0, 7)));
  return late
    ? { key: "money.reconciliation.monthClosed", values: { month: late.slice(0, 7), day: late } }
    : null;
}
