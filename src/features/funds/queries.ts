import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { unsecured } from "@/domain/fund-reversion";
import { type Ore, sum } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { unitIsOpen } from "@/domain/unit";
import { type Balance, FUND_SELECT, type FundView, fundView, POT_KEY } from "@/features/ledger/queries";
import { reversionCases, revertingFund } from "@/features/ledger/reversion-queries";
import { read, type Tx } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";

/**
 * What a fund holds and has held, in öre. `provided`: provisions and adjustments, net. `reverted`: gone back to the
 * national fund. `frame`: all that ever was the fund's own to use, with what was rolled over to and from it.
 */
export type Totals = Balance & { provided: Ore; reverted: Ore; frame: Ore };
export type PotView = Balance & { id: string; unitId: string | null; unitName: string | null };
/** The central pot stands first. */
export type FundWithTotals = FundView & { totals: Totals; pots: PotView[] };

const POTS = {
  select: { id: true, unitId: true, unit: { select: { name: true } }, balances: { where: { key: POT_KEY } } },
} as const;

type PotRow = { id: string; unitId: string | null; unit: { name: string } | null; balances: Balance[] };

function potViews(rows: readonly PotRow[]): PotView[] {
  return rows
    .map(({ id, unitId, unit, balances }) => {
      const { available = 0n, reserved = 0n, committed = 0n, drawn = 0n } = balances[0] ?? {};
      return { id, unitId, unitName: unit?.name ?? null, available, reserved, committed, drawn };
    })
    .sort((a, b) => (a.unitName ?? "").localeCompare(b.unitName ?? "", "sv"));
}

/** Every fund that the acting role sees, with its totals and pots; the newest period first. */
export async function fundTotals(actor: Actor): Promise<FundWithTotals[]> {
  return read(actor, async (tx) => {
    const rows = await tx.fund.findMany({
      where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId }] },
      orderBy: [{ from: "desc" }, { id: "desc" }],
      select: { ...FUND_SELECT, pots: POTS },
    });
    const totals = await totalsOf(tx, actor.employerId);
    return rows.map(({ pots, ...row }) => ({
      ...fundView(row),
      totals: totals(row.id),
      pots: potViews(pots),
    }));
  });
}

async function totalsOf(tx: Tx, employerId: string): Promise<(fundId: string) => Totals> {
  const held = await tx.fundBalance.groupBy({
    by: ["fundId"],
    where: { employerId, key: POT_KEY },
    _sum: { available: true, reserved: true, committed: true, drawn: true },
  });
  // What came in and went out over time, from the sums of the days.
  const crossed = await tx.ledgerDay.groupBy({
    by: ["fundId", "movement"],
    where: { employerId, movement: { in: ["provide", "adjust", "revert"] } },
    _sum: { available: true },
  });
  return (fundId) => {
    const { available, reserved, committed, drawn } = held.find((row) => row.fundId === fundId)?._sum ?? {
      available: 0n,
      reserved: 0n,
      committed: 0n,
      drawn: 0n,
    };
    const net = (isRevert: boolean) =>
      sum(
        crossed
          .filter((row) => row.fundId === fundId && (row.movement === "revert") === isRevert)
          .map((row) => row._sum.available ?? 0n),
      );
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

export type FundPage = FundWithTotals & {
  /** Of what is reserved, what goes back when the fund's next day passes (öre); null where nothing goes back. */
  unsecured: Ore | null;
  laterFunds: { id: string; name: string }[];
  units: { id: string; name: string }[];
};

/** One fund with its pots, what it can be rolled over to, and the units that could get a pot today. */
export async function getFund(actor: Actor, fundId: string, today: Day): Promise<FundPage> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const row = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId, id: fundId }] },
      select: { ...FUND_SELECT, pots: POTS },
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
    const taken = row.pots.map((pot) => pot.unitId);
    const fund = fundView(row);
    return {
      ...fund,
      unsecured: fund.reverts
        ? unsecured(revertingFund(fund), await reversionCases(tx, employerId, fundId), today)
        : null,
      totals: totals(fundId),
      pots: potViews(row.pots),
      laterFunds,
      units: units
        .filter(
          (unit) =>
            unitIsOpen({ from: day(unit.validFrom), until: day(unit.validTo) }, today) &&
            !taken.includes(unit.id),
        )
        .map(({ id, name }) => ({ id, name })),
    };
  });
}
