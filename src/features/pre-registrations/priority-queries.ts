import type { Actor } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import { addDays, type Day } from "@/domain/day";
import { type Ore, sum } from "@/domain/money";
import { RANKED_CASE } from "@/domain/pre-registration";
import { type Pace, paceOf, withRunningSum } from "@/domain/priority";
import { bookedSince } from "@/features/ledger/day-queries";
import { fundsOpenOn } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { casesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { type CaseStanding, STANDING, standingsOf } from "./standing-queries";

/**
 * The ids of a fund's cases in the coordinator's order: those with a place first, then by when they were handed in.
 * A coordinator of a part of the employer orders the cases of that part.
 */
export async function rankedIds(tx: Tx, actor: Actor, fundId: string): Promise<string[]> {
  const rows = await tx.preRegistration.findMany({
    where: { AND: [casesVisibleTo(actor), { fundId, ...hasStatus(...RANKED_CASE) }] },
    orderBy: [{ rank: { sort: "asc", nulls: "last" } }, { submittedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

export type RankedCase = {
  id: string;
  number: string;
  title: string;
  unit: string;
  amount: Ore;
  /** The sum from the top down to and with this case. */
  running: Ore;
  fits: boolean;
  standing: CaseStanding;
  /** Whether the actor is a party to it and so moves neither it nor another past it. */
  own: boolean;
};

export type PriorityView = {
  funds: { id: string; name: string }[];
  fund: { id: string; name: string; reserveDay: Day | null } | null;
  /** Öre in the fund that nothing is booked on, over all its pots. */
  available: Ore;
  pace: Pace;
  cases: RankedCase[];
};

/** Over how many days the employer's own pace is measured. */
const MEASURED = 180;

/** The coordinator's order in one open fund, with the line where its money ends; the fund that ends first by default. */
export function getPriorities(actor: Actor, fundId: string | null, today: Day): Promise<PriorityView> {
  return read(actor, async (tx) => {
    const open = await fundsOpenOn(tx, actor.employerId, today);
    const fund = open.find((it) => it.id === fundId) ?? open[0];
    const funds = open.map(({ id, name }) => ({ id, name }));
    if (!fund) return { funds, fund: null, available: 0n, pace: { now: 0n, needed: null }, cases: [] };
    const available = sum(fund.pots.map((pot) => pot.available));
    const order = await rankedIds(tx, actor, fund.id);
    const rows = await tx.preRegistration.findMany({
      where: { id: { in: order } },
      select: {
        ...STANDING,
        number: true,
        title: true,
        ownerId: true,
        unit: { select: { name: true } },
        people: { select: { personId: true } },
      },
    });
    const standings = await standingsOf(tx, actor, rows, today);
    const placed = withRunningSum(
      order.flatMap((id) => rows.find((row) => row.id === id) ?? []),
      available,
    );
    const from = addDays(today, -MEASURED);
    return {
      funds,
      fund: { id: fund.id, name: fund.name, reserveDay: fund.reserveDay },
      available,
      pace: paceOf(
        atLeastZero(await bookedSince(tx, actor.employerId, [fund.id], from)),
        { from, until: today },
        available,
        fund.reserveDay,
      ),
      cases: placed.flatMap(({ id, amount, running, fits }) => {
        const nth = rows.findIndex((row) => row.id === id);
        const row = rows[nth];
        const standing = standings[nth];
        if (!row || !standing) return [];
        const applicants = row.people.map((person) => person.personId);
        const parties = { applicants, participants: [], ownerId: row.ownerId, endorsers: [] };
        return {
          id,
          number: row.number,
          title: row.title,
          unit: row.unit.name,
          amount,
          running,
          fits,
          standing,
          own: whyNotImpartial(actor, parties) !== null,
        };
      }),
    };
  });
}

const atLeastZero = (amount: Ore): Ore => (amount < 0n ? 0n : amount);
