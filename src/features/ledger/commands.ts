import { column } from "@/domain/day";
import { type Booking, endsOf } from "@/domain/ledger";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import type { Work } from "@/server/db";
import { newId } from "@/server/id";

/** Above some 1 600 rows Prisma splits an insert in two, and the balances would be judged between them. */
const MOST_AT_ONCE = 1_000;

/**
 * Writes money: all movements of a transaction in one insert, amounts in öre above zero, booked on today's day. The
 * database keeps the balances in the same statement and refuses what would take any account below zero
 * (Refusal refusals.notEnough…). Nothing else in the code inserts ledger entries.
 */
export async function book({ tx, actor, now, today }: Work, bookings: readonly Booking[]): Promise<string[]> {
  const rows = bookings.map((booking) => {
    const { from, to } = endsOf(booking);
    return {
      employerId: actor.employerId,
      id: newId(now.getTime()),
      movement: booking.movement,
      amount: booking.amount,
      day: column(today),
      at: now,
      personId: actor.personId,
      fromAccount: from.account,
      fromFundId: from.fundId,
      fromPotId: from.potId,
      fromCaseId: from.caseId,
      fromPartId: from.partId,
      toAccount: to.account,
      toFundId: to.fundId,
      toPotId: to.potId,
      toCaseId: to.caseId,
      toPartId: to.partId,
    };
  });
  if (rows.length > MOST_AT_ONCE) throw new Error(`${rows.length} movements cannot be one insert`);
  if (rows.length > 0) await tx.ledgerEntry.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/**
 * Undoes an entry, once, by one that swaps its two ends. Refuses an entry that does not exist or is itself a reversal
 * (notFound), one that was undone before (reversedTwice), and what the balances no longer hold.
 */
export async function reverse({ tx, actor, now, today }: Work, entryId: string): Promise<string> {
  const entry = await tx.ledgerEntry.findFirst({ where: { id: entryId, reversesId: null } });
  if (!entry) throw new Refusal(NOT_FOUND);
  const id = newId(now.getTime());
  await tx.ledgerEntry.createMany({
    data: [
      {
        employerId: actor.employerId,
        id,
        movement: entry.movement,
        amount: entry.amount,
        day: column(today),
        at: now,
        personId: actor.personId,
        reversesId: entry.id,
        fromAccount: entry.toAccount,
        fromFundId: entry.toFundId,
        fromPotId: entry.toPotId,
        fromCaseId: entry.toCaseId,
        fromPartId: entry.toPartId,
        toAccount: entry.fromAccount,
        toFundId: entry.fromFundId,
        toPotId: entry.fromPotId,
        toCaseId: entry.fromCaseId,
        toPartId: entry.fromPartId,
      },
    ],
  });
  return id;
}

/** Locks a fund for a booking: shared, so that bookings run side by side and only the date move waits for them. */
export async function lockFund({ tx, actor }: Work, fundId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM fund WHERE employer_id = ${actor.employerId}::uuid AND id = ${fundId}::uuid FOR SHARE`;
  if (rows.length === 0) throw new Refusal(NOT_FOUND);
}
