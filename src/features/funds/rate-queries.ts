import type { Actor } from "@/domain/actor";
import { day } from "@/domain/day";
import { LOM_RATES, type Rate } from "@/domain/provision";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { baseMark } from "@/server/base";
import { read, type Tx } from "@/server/db";

/** The employer's own table of rates, oldest first; empty: it has none, and that of the agreement holds. */
async function ownRates(tx: Tx, employerId: string): Promise<Rate[]> {
  const rows = await tx.provisionRate.findMany({
    where: { employerId },
    orderBy: { from: "asc" },
    select: { from: true, until: true, ppm: true },
  });
  return rows.map(({ from, until, ppm }) => ({ from: day(from), until: day(until), ppm }));
}

/** The rates that hold for an employer: its own table, else that of the agreement. [KI1, KI2; domain 3.1] */
export async function ratesOf(tx: Tx, employerId: string): Promise<readonly Rate[]> {
  const own = await ownRates(tx, employerId);
  return own.length > 0 ? own : LOM_RATES;
}

/** What the form of the table was opened on. */
export const rateBase = (rates: readonly Rate[]): string => baseMark({ rates });

export type RateTable = { rates: readonly Rate[]; isOwn: boolean; base: string };

/** The table of rates for its page; for who sees the employer's funds. */
export async function getRates(actor: Actor): Promise<RateTable> {
  if (!["coordinator", "hr", "admin", "unionRep"].includes(actor.role)) throw new Refusal(NOT_FOUND);
  return read(actor, async (tx) => {
    const rates = await ratesOf(tx, actor.employerId);
    return { rates, isOwn: rates !== LOM_RATES, base: rateBase(rates) };
  });
}
