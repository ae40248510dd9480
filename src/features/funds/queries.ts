import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import type { Account, Movement } from "@/domain/ledger";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { unitIsOpen } from "@/domain/unit";
import { type Balance, FUND_SELECT, type FundView, fundView, POT_KEY } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";

export const PAGE = 50;

/**
 * What a fund holds and has held, in öre. `provided`: provisions and adjustments, net. `reverted`: gone back to the
 * national fund. `frame`: all that ever was the fund's own to use, with what was rolled over to and from it.
 */
export type Totals = Balance & { provided: Ore; reverted: Ore; frame: Ore };
export type FundWithTotals = FundView & { totals: Totals };

/** Every fund that the acting role sees, with its totals; the newest period first. */
export async function fundTotals(actor: Actor): Promise<FundWithTotals[]> {
  return read(actor, async (tx) => {
    const rows = await tx.fund.findMany({
      where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId }] },
      orderBy: [{ from: "desc" }, { id: "desc" }],
      select: FUND_SELECT,
    });
    const totals = await totalsOf(tx, actor.employerId);
    return rows.map((row) => ({ ...fundView(row), totals: totals(row.id) }));
  });
}

async function totalsOf(tx: Tx, employerId: string): Promise<(fundId: string) => Totals> {
  const held = await tx.fundBalance.groupBy({
    by: ["fundId"],
    where: { employerId, key: POT_KEY },
    _sum: { available: true, reserved: true, committed: true, drawn: true },
  });
  // What crosses the border has no fund at its outer end: few rows, and an index that finds them among the many.
  const came = await tx.ledgerEntry.groupBy({
    by: ["toFundId", "movement"],
    where: { employerId, fromFundId: null },
    _sum: { amount: true },
  });
  const went = await tx.ledgerEntry.groupBy({
    by: ["fromFundId", "movement"],
    where: { employerId, toFundId: null },
    _sum: { amount: true },
  });
  return (fundId) => {
    const { available, reserved, committed, drawn } = held.find((row) => row.fundId === fundId)?._sum ?? {
      available: 0n,
      reserved: 0n,
      committed: 0n,
      drawn: 0n,
    };
    const net = (isRevert: boolean) =>
      came
        .filter((row) => row.toFundId === fundId && (row.movement === "revert") === isRevert)
        .reduce((sum, row) => sum + (row._sum.amount ?? 0n), 0n) -
      went
        .filter((row) => row.fromFundId === fundId && (row.movement === "revert") === isRevert)
        .reduce((sum, row) => sum + (row._sum.amount ?? 0n), 0n);
    const balance = {
      available: available ?? 0n,
      reserved: reserved ?? 0n,
      committed: committed ?? 0n,
      drawn: drawn ?? 0n,
    };
    const reverted = -net(true);
    return {
      ...balance,
      provided: net(false),
      reverted,
      frame: balance.available + balance.reserved + balance.committed + balance.drawn + reverted,
    };
  };
}

export type PotView = Balance & { id: string; unitId: string | null; unitName: string | null };
export type FundPage = FundWithTotals & {
  pots: PotView[];
  laterFunds: { id: string; name: string }[];
  units: { id: string; name: string }[];
};

/** One fund with its pots (the central one first), what it can be rolled over to, and the units that could get a pot. */
export async function getFund(actor: Actor, fundId: string, today: Day): Promise<FundPage> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const row = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId, id: fundId }] },
      select: {
        ...FUND_SELECT,
        pots: {
          orderBy: { id: "asc" },
          select: {
            id: true,
            unitId: true,
            unit: { select: { name: true } },
            balances: { where: { key: POT_KEY } },
          },
        },
      },
    });
    if (!row) throw new Refusal(NOT_FOUND);
    const totals = await totalsOf(tx, employerId);
    const laterFunds = await tx.fund.findMany({
      where: { employerId, from: { gt: row.from }, reverts: false, state: { in: ["planned", "open"] } },
      orderBy: { from: "asc" },
      select: { id: true, name: true },
    });
    const units = await tx.unit.findMany({
      where: { employerId, parentId: { not: null } },
      orderBy: { name: "asc" },
      select: { id: true, name: true, validFrom: true, validTo: true },
    });
    const pots = row.pots.map(({ unit, balances, ...pot }) => {
      const { available = 0n, reserved = 0n, committed = 0n, drawn = 0n } = balances[0] ?? {};
      return { ...pot, unitName: unit?.name ?? null, available, reserved, committed, drawn };
    });
    return {
      ...fundView(row),
      totals: totals(fundId),
      pots: pots.sort((a, b) => (a.unitName ?? "").localeCompare(b.unitName ?? "", "sv")),
      laterFunds,
      units: units
        .filter(
          (unit) =>
            unitIsOpen({ from: day(unit.validFrom), until: day(unit.validTo) }, today) &&
            !pots.some((pot) => pot.unitId === unit.id),
        )
        .map(({ id, name }) => ({ id, name })),
    };
  });
}

/** One end of an entry, in the words of those who read it. */
export type EndView = {
  account: Account;
  fundName: string | null;
  potUnit: string | null;
  caseId: string | null;
  caseNumber: string | null;
  partNumber: string | null;
};
export type EntryView = {
  id: string;
  seq: bigint;
  movement: Movement;
  amount: Ore;
  day: Day;
  from: EndView;
  to: EndView;
  /** Null for a job, and for who has protected data. */
  by: string | null;
  isReversal: boolean;
  isReversed: boolean;
};

const pot = { select: { fund: { select: { name: true } }, unit: { select: { name: true } } } } as const;
const ENTRY = {
  id: true,
  seq: true,
  movement: true,
  amount: true,
  day: true,
  reversesId: true,
  reversedBy: { select: { id: true } },
  person: { select: { givenName: true, familyName: true, isProtected: true } },
  fromAccount: true,
  fromPot: pot,
  fromCase: { select: { id: true, number: true } },
  fromPart: { select: { number: true } },
  toAccount: true,
  toPot: pot,
  toCase: { select: { id: true, number: true } },
  toPart: { select: { number: true } },
} as const;

type PotRow = { fund: { name: string }; unit: { name: string } | null } | null;
type EntryRow = {
  id: string;
  seq: bigint;
  movement: Movement;
  amount: bigint;
  day: Date;
  reversesId: string | null;
  reversedBy: { id: string } | null;
  person: { givenName: string; familyName: string; isProtected: boolean } | null;
  fromAccount: Account;
  fromPot: PotRow;
  fromCase: { id: string; number: string } | null;
  fromPart: { number: string | null } | null;
  toAccount: Account;
  toPot: PotRow;
  toCase: { id: string; number: string } | null;
  toPart: { number: string | null } | null;
};

function endView(
  account: Account,
  at: PotRow,
  aCase: { id: string; number: string } | null,
  part: { number: string | null } | null,
): EndView {
  return {
    account,
    fundName: at?.fund.name ?? null,
    potUnit: at?.unit?.name ?? null,
    caseId: aCase?.id ?? null,
    caseNumber: aCase?.number ?? null,
    partNumber: part?.number ?? null,
  };
}

function entryView(row: EntryRow): EntryView {
  return {
    id: row.id,
    seq: row.seq,
    movement: row.movement,
    amount: row.amount,
    day: day(row.day),
    from: endView(row.fromAccount, row.fromPot, row.fromCase, row.fromPart),
    to: endView(row.toAccount, row.toPot, row.toCase, row.toPart),
    by: row.person && shownName(row.person),
    isReversal: row.reversesId !== null,
    isReversed: row.reversedBy !== null,
  };
}

/** Who sees the single entries, which name cases: those who book. Others see the sums. */
export function seesEntries(actor: Pick<Actor, "role">): boolean {
  return actor.role === "coordinator" || actor.role === "hr";
}

/**
 * A page of a fund's entries, the newest first, from the one after `after` (its seq). One more than a page is read, so
 * that the pager knows whether there is more; nothing is counted.
 */
export async function getEntries(
  actor: Actor,
  fundId: string,
  search: { movement?: Movement | null; after?: bigint | null },
): Promise<{ entries: EntryView[]; next: bigint | null }> {
  if (!seesEntries(actor)) return { entries: [], next: null };
  return read(actor, async (tx) => {
    const fund = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId, id: fundId }] },
      select: { id: true },
    });
    if (!fund) throw new Refusal(NOT_FOUND);
    const rest = {
      ...(search.movement ? { movement: search.movement } : {}),
      ...(search.after ? { seq: { lt: search.after } } : {}),
    };
    const how = { orderBy: { seq: "desc" }, take: PAGE + 1, select: ENTRY } as const;
    // Two index scans of one page each; an OR over both ends would read the whole book.
    const from = await tx.ledgerEntry.findMany({
      where: { employerId: actor.employerId, fromFundId: fundId, ...rest },
      ...how,
    });
    const to = await tx.ledgerEntry.findMany({
      where: { employerId: actor.employerId, toFundId: fundId, ...rest },
      ...how,
    });
    const rows = [...new Map([...from, ...to].map((row) => [row.id, row])).values()].sort((a, b) =>
      a.seq < b.seq ? 1 : -1,
    );
    const entries = rows.slice(0, PAGE).map(entryView);
    return { entries, next: rows.length > PAGE ? (entries.at(-1)?.seq ?? null) : null };
  });
}

/** One entry of a fund, for the page that reverses it. */
export async function getEntry(
  actor: Actor,
  fundId: string,
  entryId: string,
): Promise<EntryView & { fundName: string }> {
  if (!seesEntries(actor)) throw new Refusal(NOT_FOUND);
  return read(actor, async (tx) => {
    const fund = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId, id: fundId }] },
      select: { name: true },
    });
    const row = await tx.ledgerEntry.findFirst({
      where: {
        employerId: actor.employerId,
        id: entryId,
        OR: [{ fromFundId: fundId }, { toFundId: fundId }],
      },
      select: ENTRY,
    });
    if (!fund || !row) throw new Refusal(NOT_FOUND);
    return { ...entryView(row), fundName: fund.name };
  });
}
