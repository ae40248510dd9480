import { whyNotSee } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import { NOT_FOUND, type Reason, Refusal, refuseIf } from "@/domain/reason";
import { type Match, whyNotReconcileMonth } from "@/domain/reconciliation";
import { daysOf, gapSum, isMonth, type Month } from "@/domain/reconciliation-month";
import { read, type Tx } from "@/server/db";
import {
  CAUSE,
  explained,
  ITEM,
  type Item,
  itemOf,
  LINE,
  type Line,
  monthSums,
  type OpenGap,
  openMonths,
} from "./open-queries";

/**
 * Why somebody does not reconcile at all: the accounting system's lines belong to no unit, so a part of the employer's
 * claims would only make differences.
 */
export function whyNotReconcile(actor: Pick<Actor, "units">): Reason | null {
  return actor.units === "all" ? null : { key: "reconciliations.whyNot.wholeEmployer" };
}

export type Closed = { on: Day; by: string | null };

/** A month in the list: how many lines, what they are together, and what differs. Öre. */
export type MonthRow = {
  month: Month;
  lines: number;
  amount: Ore;
  closed: Closed | null;
  /** How many differ and what that is together; in a closed month each has its cause. */
  gaps: number;
  differs: Ore;
  withoutCause: number;
};

/** The months of the last two years that have lines, the newest first. */
export function getMonths(actor: Actor, today: Day): Promise<MonthRow[]> {
  return read(actor, async (tx) => {
    refuseIf(whyNotSee(actor, "reconciliation"));
    refuseIf(whyNotReconcile(actor));
    return monthRows(tx, actor.employerId, today);
  });
}

/** The newest month with lines, for HR's home; null where nothing was ever taken in, or for a part of the employer. */
export function newestMonth(actor: Actor, today: Day): Promise<MonthRow | null> {
  return read(actor, async (tx) => {
    if (whyNotSee(actor, "reconciliation") || whyNotReconcile(actor)) return null;
    return (await monthRows(tx, actor.employerId, today))[0] ?? null;
  });
}

async function monthRows(tx: Tx, employerId: string, today: Day): Promise<MonthRow[]> {
  const sums = await monthSums(tx, employerId, today);
  const months = sums.map(({ month }) => month);
  const open = await openMonths(tx, employerId, sums);
  const closed = await tx.reconciledMonth.findMany({
    where: { employerId, month: { in: months } },
    select: CLOSED,
  });
  const causes = await tx.differenceCause.groupBy({
    by: ["month"],
    where: { employerId, month: { in: months } },
    _count: true,
  });
  return sums.map(({ month, lines, amount }): MonthRow => {
    const done = closed.find((row) => row.month === month);
    if (done) {
      const gaps = causes.find((row) => row.month === month)?._count ?? 0;
      return {
        month,
        lines,
        amount,
        closed: closedView(done),
        gaps,
        differs: done.differs,
        withoutCause: 0,
      };
    }
    const gaps = open.find((it) => it.month === month)?.gaps ?? [];
    return {
      month,
      lines,
      amount,
      closed: null,
      gaps: gaps.length,
      differs: gapSum(gaps),
      withoutCause: gaps.filter((gap) => !gap.explained).length,
    };
  });
}

const CLOSED = {
  month: true,
  on: true,
  amount: true,
  differs: true,
  person: { select: { givenName: true, familyName: true, isProtected: true } },
} as const;

const closedView = (row: { on: Date; person: Parameters<typeof shownName>[0] }): Closed => ({
  on: day(row.on),
  by: shownName(row.person),
});

export type MonthView = {
  month: Month;
  closed: Closed | null;
  lines: number;
  amount: Ore;
  /** How it was found is known while the month is open. */
  matched: (Omit<Match<Line, Item>, "by"> & { by: Match["by"] | null })[];
  gaps: (Omit<OpenGap, "cause"> & { cause: OpenGap["cause"] | null })[];
  differs: Ore;
  /** Sent and waiting for the payer: no line is asked for. */
  waiting: number;
  /** Why it is not marked as reconciled today. */
  why: Reason | null;
  /** Matched claims that are paid and can be reconciled now. */
  toReconcile: Item[];
};

/** One month with all its lines: what fits, what differs and why. Refuses with notFound for one without lines. */
export function getMonth(actor: Actor, month: string, today: Day): Promise<MonthView> {
  return read(actor, async (tx) => {
    refuseIf(whyNotSee(actor, "reconciliation"));
    refuseIf(whyNotReconcile(actor));
    if (!isMonth(month)) throw new Refusal(NOT_FOUND);
    const { employerId } = actor;
    const done = await tx.reconciledMonth.findFirst({ where: { employerId, month }, select: CLOSED });
    if (done) return closedMonth(tx, employerId, month, done);
    const open = await openMonth(tx, employerId, month, today);
    const { lastDay, withoutCause } = closingFacts(open);
    return {
      month,
      closed: null,
      lines: open.lines,
      amount: open.amount,
      matched: open.result.matched,
      gaps: open.gaps,
      differs: gapSum(open.gaps),
      waiting: open.result.unmatchedItems.filter((item) => item.paidOn === null).length,
      why: whyNotReconcileMonth({ reconciledOn: null, lastDay, withoutCause }, today),
      toReconcile: [],
    };
  });
}

/** A month that is open, as it stands now. Refuses with notFound. */
export async function openMonth(tx: Tx, employerId: string, month: Month, today: Day) {
  const open = await openMonths(tx, employerId, await monthSums(tx, employerId, today));
  const found = open.find((it) => it.month === month);
  if (!found) throw new Refusal(NOT_FOUND);
  return found;
}

export function closingFacts({ month, gaps }: { month: Month; gaps: readonly OpenGap[] }) {
  return { lastDay: daysOf(month).until, withoutCause: gaps.filter((gap) => !gap.explained).length };
}

type ClosedRow = { on: Date; amount: Ore; differs: Ore; person: Parameters<typeof shownName>[0] };

/** As it was when it was closed: which claim a line concerns stands on the line, and what differed has its cause. */
async function closedMonth(tx: Tx, employerId: string, month: Month, done: ClosedRow): Promise<MonthView> {
  const { from, until } = daysOf(month);
  const rows = await tx.posting.findMany({
    where: { employerId, day: { gte: column(from), lte: column(until) } },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    select: { ...LINE, requisitionId: true },
  });
  const causes = await tx.differenceCause.findMany({ where: { employerId, month }, select: CAUSE });
  const ids = [...rows, ...causes].flatMap(({ requisitionId }) => requisitionId ?? []);
  const items = (
    await tx.requisition.findMany({ where: { employerId, id: { in: [...new Set(ids)] } }, select: ITEM })
  ).map(itemOf);
  const lines = rows.map(({ requisitionId, ...row }) => ({ ...row, day: day(row.day), requisitionId }));
  const of = (id: string) => lines.filter((line) => line.requisitionId === id);
  const total = (some: readonly Line[]) => some.reduce((sum, { amount }) => sum + amount, 0n);
  const isExplained = (item: Item) => causes.some(({ requisitionId }) => requisitionId === item.id);
  const matched = items
    .filter((item) => !isExplained(item))
    .map((item) => ({ actuals: of(item.id), item, by: null }));
  const gaps = causes.map((cause): MonthView["gaps"][number] => {
    const item = items.find(({ id }) => id === cause.requisitionId) ?? null;
    const actuals = item ? of(item.id) : lines.filter((line) => line.id === cause.postingId);
    const { requisitionId, postingId } = cause;
    const difference = total(actuals) - (item?.amount ?? 0n);
    return {
      actuals,
      item,
      cause: null,
      difference,
      requisitionId,
      postingId,
      explained: explained(cause),
    };
  });
  return {
    month,
    closed: closedView(done),
    lines: lines.length,
    amount: done.amount,
    matched,
    gaps,
    differs: done.differs,
    waiting: 0,
    why: whyNotReconcileMonth({ reconciledOn: day(done.on), lastDay: until, withoutCause: 0 }, until),
    toReconcile: matched
      .filter(({ item, actuals }) => item.status === "paid" && total(actuals) === item.amount)
      .map(({ item }) => item),
  };
}
