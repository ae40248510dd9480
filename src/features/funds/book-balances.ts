import { balancesAfter, type Place } from "@/domain/book";
import { addDays, column, type Day } from "@/domain/day";
import type { Account } from "@/domain/ledger";
import type { Ore } from "@/domain/money";
import { POT_KEY } from "@/features/ledger/queries";
import type { Tx } from "@/server/db";
import type { EntryView } from "./entry-queries";

export type Balances = Partial<Record<"available" | "reserved" | "committed" | "drawn", Ore>>;

/**
 * What a fund or pot had available (öre) after each of its entries, the newest first. The first comes from the sums of
 * the days, and the entries are never summed beyond a day: so it costs the same on the last page as on the first.
 *
 * Days and numbers of the book grow together, because an entry is booked on the day it is made. But one that was begun
 * before midnight may get its number after one that was begun later: so the days on both sides are looked at, too.
 */
export async function availableAfter(
  tx: Tx,
  employerId: string,
  entries: readonly EntryView[],
  at: { fundId: string; potId: string | null },
): Promise<Balances[]> {
  const [first] = entries;
  if (!first) return [];
  const pot = at.potId ? { potId: at.potId } : {};
  const untilDay = await tx.ledgerDay.aggregate({
    where: { employerId, fundId: at.fundId, ...pot, day: { lte: column(first.day) } },
    _sum: { available: true },
  });
  const later = await change(tx, employerId, at, {
    day: { in: [column(addDays(first.day, -1)), column(first.day)] },
    seq: { gt: first.seq },
  });
  const earlier = await change(tx, employerId, at, {
    day: column(addDays(first.day, 1)),
    seq: { lte: first.seq },
  });
  const afterFirst = (untilDay._sum.available ?? 0n) - later + earlier;
  return balancesAfter(entries, "available", { ...at, caseId: null }, afterFirst).map((available) => ({
    available,
  }));
}

type Few = { day?: { in: Date[] } | Date; seq: { gt: bigint } | { lte: bigint } };

/** What some entries changed a fund's or pot's available by. */
async function change(
  tx: Tx,
  employerId: string,
  { fundId, potId }: { fundId: string; potId: string | null },
  few: Few,
): Promise<Ore> {
  const to = await tx.ledgerEntry.aggregate({
    where: {
      employerId,
      toFundId: fundId,
      ...(potId ? { toPotId: potId } : {}),
      toAccount: "available",
      ...few,
    },
    _sum: { amount: true },
  });
  const from = await tx.ledgerEntry.aggregate({
    where: {
      employerId,
      fromFundId: fundId,
      ...(potId ? { fromPotId: potId } : {}),
      fromAccount: "available",
      ...few,
    },
    _sum: { amount: true },
  });
  return (to._sum.amount ?? 0n) - (from._sum.amount ?? 0n);
}

const OF_CASE = ["reserved", "committed", "drawn"] as const satisfies readonly Account[];

/** What a case had reserved, committed and drawn (öre) after each of its entries, the newest first; one case has few. */
export async function caseBalancesAfter(
  tx: Tx,
  employerId: string,
  entries: readonly EntryView[],
  caseId: string,
): Promise<Balances[]> {
  const [first] = entries;
  if (!first) return [];
  const until = { employerId, seq: { lte: first.seq } };
  const to = await tx.ledgerEntry.groupBy({
    by: ["toAccount"],
    where: { ...until, toCaseId: caseId },
    _sum: { amount: true },
  });
  const from = await tx.ledgerEntry.groupBy({
    by: ["fromAccount"],
    where: { ...until, fromCaseId: caseId },
    _sum: { amount: true },
  });
  const at: Place = { fundId: null, potId: null, caseId };
  const columns = OF_CASE.map((account) => {
    const came = to.find((row) => row.toAccount === account)?._sum.amount ?? 0n;
    const went = from.find((row) => row.fromAccount === account)?._sum.amount ?? 0n;
    return balancesAfter(entries, account, at, came - went);
  });
  return entries.map((_, nth) => ({
    reserved: columns[0]?.[nth] ?? 0n,
    committed: columns[1]?.[nth] ?? 0n,
    drawn: columns[2]?.[nth] ?? 0n,
  }));
}

/** What a case has reserved, committed and drawn today (öre), from its balances. */
export async function caseHoldings(tx: Tx, employerId: string, caseId: string) {
  const parts = await tx.grantedPart.findMany({ where: { employerId, caseId }, select: { id: true } });
  const { _sum } = await tx.fundBalance.aggregate({
    where: { employerId, key: { in: [caseId, ...parts.map((part) => part.id)] } },
    _sum: { reserved: true, committed: true, drawn: true },
  });
  return { reserved: _sum.reserved ?? 0n, committed: _sum.committed ?? 0n, drawn: _sum.drawn ?? 0n };
}

/** What a fund or pot has available today (öre), from its balances. */
export async function availableNow(
  tx: Tx,
  employerId: string,
  { fundId, potId }: { fundId: string; potId: string | null },
): Promise<Ore> {
  const { _sum } = await tx.fundBalance.aggregate({
    where: { employerId, fundId, ...(potId ? { potId } : {}), key: POT_KEY },
    _sum: { available: true },
  });
  return _sum.available ?? 0n;
}

/**
 * The numbers between which a period's entries lie, so that an old period is not looked for from today on. Null: the
 * period has none. Widened by the neighbouring day, for the same midnight as above.
 */
export async function seqsOf(
  tx: Tx,
  employerId: string,
  { from, until }: { from: Day | null; until: Day | null },
): Promise<{ least: bigint | null; most: bigint | null } | null> {
  let least: bigint | null = null;
  let most: bigint | null = null;
  if (from) {
    const found = await tx.ledgerEntry.findFirst({
      where: { employerId, day: { gte: column(from) } },
      orderBy: [{ day: "asc" }, { seq: "asc" }],
      select: { day: true, seq: true },
    });
    if (!found) return null;
    const next = await tx.ledgerEntry.findFirst({
      where: { employerId, day: column(addDays(found.day.toISOString().slice(0, 10), 1)) },
      orderBy: { seq: "asc" },
      select: { seq: true },
    });
    least = next && next.seq < found.seq ? next.seq : found.seq;
  }
  if (until) {
    const found = await tx.ledgerEntry.findFirst({
      where: { employerId, day: { lte: column(until) } },
      orderBy: [{ day: "desc" }, { seq: "desc" }],
      select: { day: true, seq: true },
    });
    if (!found) return null;
    const before = await tx.ledgerEntry.findFirst({
      where: { employerId, day: column(addDays(found.day.toISOString().slice(0, 10), -1)) },
      orderBy: { seq: "desc" },
      select: { seq: true },
    });
    most = before && before.seq > found.seq ? before.seq : found.seq;
  }
  return { least, most };
}
