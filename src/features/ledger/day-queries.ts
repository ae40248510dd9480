import { column, type Day, day } from "@/domain/day";
import { weeksMeasured } from "@/domain/forecast";
import { type Ore, sum } from "@/domain/money";
import type { Tx } from "@/server/db";

// What a fund's money did over time, from the net of each day that the ledger keeps (ledger_day): as fast after a million
// entries as after ten. Öre; days in Stockholm.

const booked = (employerId: string, fundIds: readonly string[]) => ({
  employerId,
  fundId: { in: [...fundIds] },
  movement: { in: ["reserve" as const, "unreserve" as const] },
});

/** What was reserved less what was unreserved in some funds from a day on; below zero when more was taken back. */
export async function bookedSince(
  tx: Tx,
  employerId: string,
  fundIds: readonly string[],
  from: Day,
): Promise<Ore> {
  const { _sum } = await tx.ledgerDay.aggregate({
    where: { ...booked(employerId, fundIds), day: { gte: column(from) } },
    _sum: { reserved: true },
  });
  return _sum.reserved ?? 0n;
}

/**
 * What was booked net in each of the last full weeks, the newest first; fewer than four for funds that had nothing
 * booked before `since`.
 */
export async function bookedByWeek(
  tx: Tx,
  employerId: string,
  fundIds: readonly string[],
  since: Day | null,
  today: Day,
): Promise<Ore[]> {
  const weeks = since === null ? [] : weeksMeasured(since, today);
  const [newest, oldest] = [weeks[0], weeks.at(-1)];
  if (!newest || !oldest) return [];
  const rows = await tx.ledgerDay.groupBy({
    by: ["day"],
    where: {
      ...booked(employerId, fundIds),
      day: { gte: column(oldest.from), lte: column(newest.until) },
    },
    _sum: { reserved: true },
  });
  return weeks.map(({ from, until }) =>
    sum(
      rows
        .filter((row) => from <= day(row.day) && day(row.day) <= until)
        .map((row) => row._sum.reserved ?? 0n),
    ),
  );
}

/** What is available, and what is not drawn yet, at the end of a day. */
export type DayLeft = { day: Day; available: Ore; undrawn: Ore };

/**
 * What was left in some funds from a day on, reckoned back from what is left now: one row for the first day and one for
 * each later day on which something moved. Days after `today` are not there yet.
 */
export async function leftByDay(
  tx: Tx,
  employerId: string,
  fundIds: readonly string[],
  from: Day,
  now: { available: Ore; undrawn: Ore },
): Promise<DayLeft[]> {
  const rows = await tx.ledgerDay.groupBy({
    by: ["day"],
    where: { employerId, fundId: { in: [...fundIds] }, day: { gt: column(from) } },
    _sum: { available: true, reserved: true, committed: true },
    orderBy: { day: "desc" },
  });
  let { available, undrawn } = now;
  const left: DayLeft[] = [];
  for (const { day: on, _sum } of rows) {
    const moved = _sum.available ?? 0n;
    const undrawnMoved = moved + (_sum.reserved ?? 0n) + (_sum.committed ?? 0n);
    if (moved !== 0n || undrawnMoved !== 0n) left.push({ day: day(on), available, undrawn });
    available -= moved;
    undrawn -= undrawnMoved;
  }
  left.push({ day: from, available, undrawn });
  return left.reverse();
}

/** What was ever put into a fund, net of what was reversed. */
export async function providedTo(tx: Tx, employerId: string, fundId: string): Promise<Ore> {
  const { _sum } = await tx.ledgerDay.aggregate({
    where: { employerId, fundId, movement: "provide" },
    _sum: { available: true },
  });
  return _sum.available ?? 0n;
}

/** The first day on which anything was booked in some funds; null when nothing ever was. */
export async function firstBooked(
  tx: Tx,
  employerId: string,
  fundIds: readonly string[],
): Promise<Day | null> {
  const { _min } = await tx.ledgerDay.aggregate({
    where: { employerId, fundId: { in: [...fundIds] } },
    _min: { day: true },
  });
  return _min.day && day(_min.day);
}
