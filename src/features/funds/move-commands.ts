import { whyNotAct } from "@/domain/access";
import type { Actor, Doer } from "@/domain/actor";
import { type Day, day, dayOf } from "@/domain/day";
import {
  type FundFacts,
  type FundState,
  fundStateOn,
  hasBegunToRevert,
  isPastClaims,
  movesBy,
  whyNotKeep,
  whyNotReverseEntry,
  whyNotRollOver,
} from "@/domain/fund";
import { sum } from "@/domain/money";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { unitIsOpen } from "@/domain/unit";
import { book, reverse } from "@/features/ledger/commands";
import { FUND_SELECT, type FundView, fundView, POT_KEY } from "@/features/ledger/queries";
import { read, type Tx, type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { revertByDays } from "./revert-commands";

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

/**
 * What the days do not tell, for every fund of the employer: claims on their way (sent once and neither paid nor
 * settled, or delivered and not called off yet), and whether anything is left.
 */
async function factsOfFunds(tx: Tx, employerId: string): Promise<(fundId: string) => FundFacts> {
  const claims = await tx.$queryRaw<{ fundId: string; n: bigint }[]>`
    SELECT c.fund_id AS "fundId", count(*) AS n
    FROM granted_part p
    JOIN pre_registration c ON c.employer_id = p.employer_id AND c.id = p.case_id
    JOIN initiative i ON i.employer_id = p.employer_id AND i.id = p.initiative_id
    LEFT JOIN requisition r ON r.employer_id = p.employer_id AND r.part_id = p.id
    WHERE p.employer_id = ${employerId}::uuid AND p.settled_at IS NULL
      AND CASE WHEN i.provider_kind = 'nationalFund' THEN i.completed_on IS NOT NULL
        ELSE r.sent_on IS NOT NULL AND r.status NOT IN ('paid', 'reconciled') END
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

/** Funds whose days ask for something today: another state, or money that has not gone where it belongs. */
async function dueFunds(tx: Tx, employerId: string, today: Day): Promise<string[]> {
  const rows = await tx.fund.findMany({
    where: { employerId },
    select: FUND_SELECT,
    orderBy: { id: "asc" },
  });
  const facts = await factsOfFunds(tx, employerId);
  const open = await tx.preRegistration.groupBy({
    by: ["fundId"],
    where: { employerId, status: "approved" },
    _count: true,
  });
  const left = await tx.fundBalance.groupBy({
    by: ["fundId"],
    where: { employerId, key: POT_KEY },
    _sum: { available: true, committed: true },
  });
  return rows
    .map(fundView)
    .filter((fund) => {
      if (movesBy(fund.state, fundStateOn(fund, today, facts(fund.id)), "days")) return true;
      const rest = left.find((row) => row.fundId === fund.id)?._sum;
      const hasCases = open.some((row) => row.fundId === fund.id);
      return (
        (hasBegunToRevert(fund, today) && (hasCases || (rest?.available ?? 0n) > 0n)) ||
        (isPastClaims(fund, today) && (rest?.committed ?? 0n) > 0n)
      );
    })
    .map((fund) => fund.id);
}

/**
 * Brings every fund to where its days have it today, each fund in a transaction of its own: what is not secured goes
 * back (revertByDays), and the stored state follows and is told. Doing it again, or late, or twice at once, changes
 * nothing: the rules ask the days themselves. Gives the names of the funds whose state moved.
 */
export async function moveFunds(doer: Doer, now: Date): Promise<string[]> {
  const moved: string[] = [];
  const due = await read(doer, (tx) => dueFunds(tx, doer.employerId, dayOf(now)));
  for (const id of due) {
    let name: string | null = null;
    await write(doer, now, null, async (w) => {
      name = null;
      const fund = (await lockForMove(w, [id])).get(id);
      if (!fund) return;
      await revertByDays(w, fund);
      // After the money: what went back may have been the last of it.
      const state = fundStateOn(fund, w.today, (await factsOfFunds(w.tx, doer.employerId))(id));
      if (!movesBy(fund.state, state, "days")) return;
      await moveState(w, fund, state, "days");
      name = fund.name;
    });
    if (name) moved.push(name);
  }
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
 * what was undone before, what the balances no longer hold, and a fund that has begun to give back: its days would take
 * again what came into it. A year whose last roll-over is undone opens again.
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
    for (const fund of funds.values()) refuseIf(whyNotKeep(fund, today));
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
