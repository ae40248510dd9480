import type { Actor } from "@/domain/actor";
import { addDays, column, type Day, dayOf, daysBetween } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { type MoneyThread, median, moneyThread, ON_ITS_WAY } from "@/domain/pipeline";
import { type Pace, paceOf } from "@/domain/priority";
import { fundsOpenOn, type OpenFund } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { casesVisibleTo } from "@/server/scope";

/** The key of a pot's own totals in fund_balance. */
const POT_KEY = "00000000-0000-0000-0000-000000000000";

/** Over how many days the employer's own pace and the time to a decision are measured. */
const MEASURED = 180;

export type HomeMoney = {
  /** The fund that the thread is about; of several without a last day the newest speaks for all. */
  fund: Pick<OpenFund, "id" | "name" | "reserveDay" | "requisitionDay" | "reverts">;
  thread: MoneyThread;
  /** Whether the role reaches the whole employer: else what is on its way is only a part, and nothing can be taken from it. */
  whole: boolean;
  /** Days to the last day to reserve; null when there is none. */
  daysLeft: number | null;
  pace: Pace;
  /** From handed in to decided, in the median of the last half year; null when nothing was. */
  daysToDecision: number | null;
  /** LOM: what was last set aside for a year, in öre; null where a frame is given for several years. */
  yearly: Ore | null;
};

/**
 * The money of the fund whose last day to reserve comes first, in öre; of funds without such a day (LOM, one a year) all
 * that are open, together. Null when nothing can be reserved today.
 */
export function homeMoney(actor: Actor, today: Day): Promise<HomeMoney | null> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const open = await fundsOpenOn(tx, employerId, today);
    const first = open[0];
    if (!first) return null;
    const funds = first.reserveDay === null ? open : [first];
    const newest = funds.reduce((a, b) => (b.from > a.from ? b : a));
    const fundIds = funds.map(({ id }) => id);

    const balances = await tx.fundBalance.findMany({
      where: { employerId, fundId: { in: fundIds }, key: POT_KEY },
      select: { available: true, reserved: true, committed: true, drawn: true },
    });
    const asked = await tx.preRegistration.aggregate({
      where: { AND: [casesVisibleTo(actor), { fundId: { in: fundIds }, status: { in: [...ON_ITS_WAY] } }] },
      _sum: { amount: true },
    });
    const thread = moneyThread(balances, asked._sum.amount ?? 0n);
    const from = addDays(today, -MEASURED);
    return {
      fund: newest,
      thread,
      whole: actor.units === "all",
      daysLeft: newest.reserveDay === null ? null : daysBetween(today, newest.reserveDay),
      pace: paceOf(
        await decidedSince(tx, employerId, fundIds, from),
        { from, until: today },
        thread.available,
        newest.reserveDay,
      ),
      daysToDecision: await daysToDecision(tx, actor, from),
      yearly: newest.reserveDay === null ? await providedTo(tx, employerId, newest.id) : null,
    };
  });
}

/** What decisions have reserved since a day, less what was taken back; never below zero. */
async function decidedSince(tx: Tx, employerId: string, fundIds: string[], from: Day): Promise<Ore> {
  const moved = { employerId, reversesId: null, reversedBy: null, day: { gte: column(from) } };
  const reserved = await tx.ledgerEntry.aggregate({
    where: { ...moved, movement: "reserve", toFundId: { in: fundIds } },
    _sum: { amount: true },
  });
  const taken = await tx.ledgerEntry.aggregate({
    where: { ...moved, movement: "unreserve", fromFundId: { in: fundIds } },
    _sum: { amount: true },
  });
  const net = (reserved._sum.amount ?? 0n) - (taken._sum.amount ?? 0n);
  return net > 0n ? net : 0n;
}

async function daysToDecision(tx: Tx, actor: Actor, from: Day): Promise<number | null> {
  const rows = await tx.approval.findMany({
    where: {
      at: { gte: column(from) },
      outcome: { in: ["approved", "partlyApproved"] },
      case: { AND: [casesVisibleTo(actor), { submittedAt: { not: null } }] },
    },
    // One row per decider: a group's decision counts once.
    distinct: ["caseId"],
    select: { at: true, case: { select: { submittedAt: true } } },
  });
  return median(
    rows.flatMap(({ at, case: { submittedAt } }) =>
      submittedAt ? [daysBetween(dayOf(submittedAt), dayOf(at))] : [],
    ),
  );
}

/** What was put into a fund and not taken out again by a reversal. */
async function providedTo(tx: Tx, employerId: string, fundId: string): Promise<Ore | null> {
  const { _sum } = await tx.ledgerEntry.aggregate({
    where: { employerId, movement: "provide", toFundId: fundId, reversesId: null, reversedBy: null },
    _sum: { amount: true },
  });
  return _sum.amount;
}
