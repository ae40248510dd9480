import { column, type Day, day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import type { Actual, OpenItem, Reconciliation } from "@/domain/reconciliation";
import {
  daysOf,
  type Gap,
  gapsOf,
  type Month,
  monthsBefore,
  reconcileInTurn,
} from "@/domain/reconciliation-month";
import type { RequisitionStatus } from "@/domain/requisition";
import type { Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";

/** A line that was taken in. */
export type Line = Actual & { id: string };
/** A claim, as an income of the employer. */
export type Item = OpenItem & { title: string; status: RequisitionStatus; paidOn: Day | null };

export type Explained = { text: string; by: string | null };
export type OpenGap = Gap<Line, Item> & {
  /** Of what a cause is written: the claim, or where there is none the first line. */
  requisitionId: string | null;
  postingId: string | null;
  explained: Explained | null;
};

/** A month with lines that nobody has marked as reconciled: what fits and what does not, as things stand. */
export type OpenMonth = {
  month: Month;
  lines: number;
  amount: Ore;
  result: Reconciliation<Line, Item>;
  gaps: OpenGap[];
};

/** Months further back are history; one that was never closed is not asked for again. */
const WINDOW = 24;

export type MonthSum = { month: Month; lines: number; amount: Ore };

/** How many lines each month has and what they are together, in the months of the window, the newest first. */
export async function monthSums(tx: Tx, employerId: string, today: Day): Promise<MonthSum[]> {
  const from = daysOf(monthsBefore(today.slice(0, 7), WINDOW)).from;
  const rows = await tx.$queryRaw<{ month: string; lines: number; amount: bigint }[]>`
    SELECT to_char(day, 'YYYY-MM') AS month, count(*)::int AS lines, sum(amount)::bigint AS amount
    FROM posting WHERE employer_id = ${employerId}::uuid AND day >= ${from}::date GROUP BY 1 ORDER BY 1 DESC`;
  return rows;
}

/** The open months of the window, the earliest first, each reconciled with what the earlier ones leave. */
export async function openMonths(
  tx: Tx,
  employerId: string,
  sums: readonly MonthSum[],
): Promise<OpenMonth[]> {
  const closed = await tx.reconciledMonth.findMany({
    where: { employerId, month: { in: sums.map(({ month }) => month) } },
    select: { month: true },
  });
  const open = sums.filter(({ month }) => !closed.some((it) => it.month === month)).reverse();
  if (open.length === 0) return [];
  const lines = await linesIn(tx, employerId, open);
  const items = await itemsFor(tx, employerId, open);
  const causes = await tx.differenceCause.findMany({
    where: { employerId, month: { in: open.map(({ month }) => month) } },
    select: CAUSE,
  });
  const results = reconcileInTurn(
    open.map(({ month }) => ({ month, actuals: lines.get(month) ?? [] })),
    items,
  );
  return open.map((it) => {
    const result = results.get(it.month) ?? NOTHING;
    const gaps = gapsOf(result, (item) => needsLine(item, it.month)).map((gap): OpenGap => {
      const requisitionId = gap.item?.id ?? null;
      const postingId = requisitionId ? null : (gap.actuals[0]?.id ?? null);
      const cause = causes.find(
        (row) => row.month === it.month && row.requisitionId === requisitionId && row.postingId === postingId,
      );
      return { ...gap, requisitionId, postingId, explained: cause ? explained(cause) : null };
    });
    return { ...it, result, gaps };
  });
}

const NOTHING: Reconciliation<Line, Item> = {
  matched: [],
  differs: [],
  unmatchedActuals: [],
  unmatchedItems: [],
};

/** What is paid should stand in the month of its payment; later it may still be found there, but is not asked for. */
const needsLine = (item: Item, month: Month) => item.paidOn !== null && item.paidOn.slice(0, 7) === month;

export const CAUSE = {
  month: true,
  postingId: true,
  requisitionId: true,
  text: true,
  person: { select: { givenName: true, familyName: true, isProtected: true } },
} satisfies Prisma.DifferenceCauseSelect;

export const explained = (row: Prisma.DifferenceCauseGetPayload<{ select: typeof CAUSE }>): Explained => ({
  text: row.text,
  by: shownName(row.person),
});

export const LINE = {
  id: true,
  voucher: true,
  line: true,
  day: true,
  amount: true,
  coding: true,
  text: true,
} satisfies Prisma.PostingSelect;

async function linesIn(tx: Tx, employerId: string, months: readonly MonthSum[]): Promise<Map<Month, Line[]>> {
  const ranges = months.map(({ month }) => {
    const { from, until } = daysOf(month);
    return { day: { gte: column(from), lte: column(until) } };
  });
  const rows = await tx.posting.findMany({
    where: { employerId, OR: ranges },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    select: LINE,
  });
  const lines = new Map<Month, Line[]>();
  for (const row of rows) {
    const line = { ...row, day: day(row.day) };
    const month = line.day.slice(0, 7);
    const known = lines.get(month);
    if (known) known.push(line);
    else lines.set(month, [line]);
  }
  return lines;
}

export const ITEM = {
  id: true,
  partId: true,
  status: true,
  amount: true,
  sentOn: true,
  paidOn: true,
  paidAmount: true,
  part: {
    select: {
      number: true,
      case: { select: { number: true } },
      initiative: { select: { title: true } },
    },
  },
} satisfies Prisma.RequisitionSelect;

/** A claim as the line that it should have: an income, of what was paid or else of what was asked for. */
export function itemOf(row: Prisma.RequisitionGetPayload<{ select: typeof ITEM }>): Item {
  const paidOn = day(row.paidOn);
  return {
    id: row.id,
    partId: row.partId,
    number: row.part.number,
    caseNumber: row.part.case.number,
    title: row.part.initiative.title,
    status: row.status,
    amount: -(row.paidAmount ?? row.amount),
    day: paidOn ?? day(row.sentOn) ?? "",
    paidOn,
  };
}

/**
 * The claims that can have a line in some months: sent or paid by their end and not matched before. Those that were
 * reconciled by hand only from the month before the first on, so that old ones are not looked for.
 */
async function itemsFor(tx: Tx, employerId: string, months: readonly MonthSum[]): Promise<Item[]> {
  const [first, last] = [months[0]?.month ?? "", months.at(-1)?.month ?? ""];
  const until = column(daysOf(last).until);
  const rows = await tx.requisition.findMany({
    where: {
      employerId,
      postings: { none: {} },
      OR: [
        { status: { in: ["sent", "partlyRejected"] }, sentOn: { lte: until } },
        { status: "paid", paidOn: { lte: until } },
        {
          status: "reconciled",
          paidOn: { lte: until, gte: column(daysOf(monthsBefore(first, 1)).from) },
        },
      ],
    },
    select: ITEM,
  });
  // Nothing was paid of it: there is no line to wait for.
  return rows.map(itemOf).filter((item) => item.amount !== 0n);
}
