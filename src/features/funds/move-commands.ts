import { whyNotAct } from "@/domain/access";
import type { Actor, Doer } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { type FundState, fundStateOn, movesBy, whyNotReverseEntry, whyNotRollOver } from "@/domain/fund";
import { sum } from "@/domain/money";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { unitIsOpen } from "@/domain/unit";
import { book, reverse } from "@/features/ledger/commands";
import { FUND_SELECT, type FundView, fundView, POT_KEY } from "@/features/ledger/queries";
import { type Tx, type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";

/** Locks funds for a move of their state, in the order of their ids: bookings, which lock shared, wait until it is done. */
async function lockForMove({ tx, actor }: Work, ids: readonly string[]): Promise<Map<string, FundView>> {
  await tx.$queryRaw`SELECT 1 FROM fund WHERE employer_id = ${actor.employerId}::uuid AND id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.fund.findMany({
    where: { employerId: actor.employerId, id: { in: [...ids] } },
    select: FUND_SELECT,
    orderBy: { id: "asc" },
  });
  return new Map(rows.map((row) => [row.id, fundView(row)]));
}

async function moveState(
  { tx, actor, tell }: Work,
  fund: FundView,
  state: FundState,
  by: Parameters<typeof movesBy>[2],
): Promise<void> {
  if (!movesBy(fund.state, state, by)) throw new Refusal(MOVED_ON);
  const { count } = await tx.fund.updateMany({
    where: { employerId: actor.employerId, id: fund.id, state: fund.state },
    data: { state },
  });
  if (count === 0) throw new Refusal(MOVED_ON);
  tell({ kind: "fund.stateMoved", subjectId: fund.id, detail: state });
}

/** What the days do not tell, for every fund of the employer: claims on their way, and whether anything is left. */
async function factsOfFunds(
  tx: Tx,
  employerId: string,
): Promise<(fundId: string) => { sentClaims: number; settled: boolean }> {
  const claims = await tx.$queryRaw<{ fundId: string; n: bigint }[]>`
    SELECT c.fund_id AS "fundId", count(*) AS n
    FROM requisition r
    JOIN granted_part p ON p.employer_id = r.employer_id AND p.id = r.part_id
    JOIN pre_registration c ON c.employer_id = p.employer_id AND c.id = p.case_id
    WHERE r.employer_id = ${employerId}::uuid AND r.status IN ('sent', 'returned', 'partlyRejected')
    GROUP BY c.fund_id`;
  const left = await tx.fundBalance.groupBy({
    by: ["fundId"],
    where: { employerId, key: POT_KEY },
    _sum: { available: true, reserved: true, committed: true },
  });
  return (fundId) => {
    const rest = left.find((row) => row.fundId === fundId)?._sum;
    return {
      sentClaims: Number(claims.find((row) => row.fundId === fundId)?.n ?? 0n),
      settled: sum([rest?.available ?? 0n, rest?.reserved ?? 0n, rest?.committed ?? 0n]) === 0n,
    };
  };
}

async function due(
  tx: Tx,
  employerId: string,
  funds: Iterable<FundView>,
  today: Day,
): Promise<{ fund: FundView; state: FundState }[]> {
  const facts = await factsOfFunds(tx, employerId);
  return [...funds]
    .map((fund) => ({ fund, state: fundStateOn(fund, today, facts(fund.id)) }))
    .filter(({ fund, state }) => movesBy(fund.state, state, "days"));
}

/**
 * Brings the stored state of every fund to what its days say today, and tells each move. Doing it again, or late, or twice
 * at once, changes nothing: the rules ask the days themselves. Gives the names of the funds that moved.
 *
 * Money does not move here yet. What is not secured when a fund passes its reserve or grant day is to be unreserved and
 * reverted in this transaction, under this lock; until then it stays where it is and is not lost.
 */
export async function moveFunds(doer: Doer, now: Date): Promise<string[]> {
  const moved: string[] = [];
  await write(doer, now, null, async (w) => {
    moved.length = 0;
    const { tx, actor, today } = w;
    const rows = await tx.fund.findMany({
      where: { employerId: actor.employerId },
      select: FUND_SELECT,
      orderBy: { id: "asc" },
    });
    const candidates = await due(tx, actor.employerId, rows.map(fundView), today);
    if (candidates.length === 0) return;
    const locked = await lockForMove(
      w,
      candidates.map(({ fund }) => fund.id),
    );
    for (const { fund, state } of await due(tx, actor.employerId, locked.values(), today)) {
      await moveState(w, fund, state, "days");
      moved.push(fund.name);
    }
  });
  return moved;
}

/**
 * Rolls what every pot of a year's money has available over to a later fund, each unit's share to that unit's share
 * there, and closes the year for new reservations. What is reserved or committed stays and is drawn as before. Refuses
 * money that goes back to the national fund, and when nothing is left. [T4, P1]
 */
export async function rollOver(
  actor: Actor,
  input: { fundId: string; toFundId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "fund.transfer"));
    const { tx, today, tell } = w;
    const { employerId } = actor;
    const funds = await lockForMove(w, [input.fundId, input.toFundId]);
    const [from, to] = [funds.get(input.fundId), funds.get(input.toFundId)];
    if (!from || !to) throw new Refusal(NOT_FOUND);
    refuseIf(whyNotRollOver(from, to, today));
    const pots = await tx.pot.findMany({
      where: { employerId, fundId: { in: [from.id, to.id] } },
      orderBy: { id: "asc" },
      select: {
        id: true,
        fundId: true,
        unitId: true,
        unit: { select: { validFrom: true, validTo: true } },
        balances: { where: { key: POT_KEY }, select: { available: true } },
      },
    });
    const central = pots.find((pot) => pot.fundId === to.id && pot.unitId === null);
    if (!central) throw new Error("a fund without a central pot");
    const bookings = [];
    for (const pot of pots.filter((it) => it.fundId === from.id)) {
      const amount = pot.balances[0]?.available ?? 0n;
      if (amount === 0n) continue;
      let target = pots.find((it) => it.fundId === to.id && it.unitId === pot.unitId)?.id;
      const goesOn =
        pot.unit && unitIsOpen({ from: day(pot.unit.validFrom), until: day(pot.unit.validTo) }, today);
      if (!target && goesOn) {
        target = newId(now.getTime());
        await tx.pot.createMany({ data: [{ employerId, fundId: to.id, id: target, unitId: pot.unitId }] });
        tell({ kind: "fund.potAdded", subjectId: to.id, detail: pot.unitId ?? undefined });
      }
      bookings.push({
        movement: "rollOver" as const,
        amount,
        from: { fundId: from.id, potId: pot.id },
        to: { fundId: to.id, potId: target ?? central.id },
      });
    }
    if (bookings.length === 0) throw new Refusal({ key: "funds.rules.nothingLeft" });
    await book(w, bookings);
    const amount = sum(bookings.map((it) => it.amount));
    for (const fund of [from, to])
      tell({ kind: "fund.transferred", subjectId: fund.id, amount, detail: "rollOver" });
    if (!from.rolledOver) await moveState(w, from, "drawOnly", "rollOver");
  });
}

/**
 * Undoes an entry of a fund by one that swaps its ends, for a reason that history keeps. Refuses what belongs to a case,
 * what was undone before, and what the balances no longer hold. A year whose last roll-over is undone opens again.
 */
export async function reverseEntry(
  actor: Actor,
  input: { fundId: string; entryId: string; reason: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "fund.reverse"));
    const { tx, today, tell } = w;
    const { employerId } = actor;
    const select = {
      movement: true,
      amount: true,
      reversesId: true,
      fromFundId: true,
      toFundId: true,
      fromCaseId: true,
      toCaseId: true,
      reversedBy: { select: { id: true } },
    } as const;
    const where = {
      employerId,
      id: input.entryId,
      OR: [{ fromFundId: input.fundId }, { toFundId: input.fundId }],
    };
    const found = await tx.ledgerEntry.findFirst({ where, select });
    if (!found) throw new Refusal(NOT_FOUND);
    const funds = await lockForMove(
      w,
      [found.fromFundId, found.toFundId].filter((id) => id !== null),
    );
    const entry = (await tx.ledgerEntry.findFirst({ where, select })) ?? found;
    refuseIf(
      whyNotReverseEntry({
        isReversal: entry.reversesId !== null,
        isReversed: entry.reversedBy !== null,
        ofCase: entry.fromCaseId !== null || entry.toCaseId !== null,
      }),
    );
    await reverse(w, input.entryId);
    tell({
      kind: "fund.entryReversed",
      subjectId: input.fundId,
      amount: entry.amount,
      detail: entry.movement,
      text: input.reason,
    });
    const year = entry.movement === "rollOver" ? funds.get(entry.fromFundId ?? "") : undefined;
    if (year?.rolledOver && !(await isStillRolledOver(tx, employerId, year.id))) {
      const facts = await factsOfFunds(tx, employerId);
      const state = fundStateOn({ ...year, rolledOver: false }, today, facts(year.id));
      if (state !== year.state) await moveState(w, year, state, "undoRollOver");
    }
  });
}

async function isStillRolledOver(tx: Tx, employerId: string, fundId: string): Promise<boolean> {
  const entry = await tx.ledgerEntry.findFirst({
    where: { employerId, fromFundId: fundId, movement: "rollOver", reversesId: null, reversedBy: null },
    select: { id: true },
  });
  return entry !== null;
}
