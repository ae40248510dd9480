import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { type Ore, sum } from "@/domain/money";
import { SMALLEST_SHOWN } from "@/domain/small-counts";
import { unitsAbove } from "@/domain/unit";
import { fundsOpenOn } from "@/features/ledger/queries";
import { read } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";

/** What one top unit has got out of the money, beside how many work there. Öre; shares from 0 to 1. */
export type Share = {
  unitId: string;
  unit: string;
  cases: number;
  amount: Ore;
  ofMoney: number;
  /** Null: not known, or too few to show. */
  ofPeople: number | null;
};

export type Sharing = { fund: string; shares: Share[]; total: Ore };

/**
 * How what has been decided out of the open money is shared among the top units, the largest first. Sums only, over
 * every case of the employer: who asks may see how the money is spread, not the cases of others. Null when no money is
 * open or nothing is decided.
 */
export function moneySharing(actor: Actor, today: Day): Promise<Sharing | null> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const visible = await tx.fund.findMany({ where: fundsVisibleTo(actor), select: { id: true } });
    const open = (await fundsOpenOn(tx, employerId, today)).filter(({ id }) =>
      visible.some((it) => it.id === id),
    );
    const first = open[0];
    if (!first) return null;
    const funds = first.reserveDay === null ? open : [first];
    const sums = await tx.preRegistration.groupBy({
      by: ["unitId"],
      where: {
        employerId,
        fundId: { in: funds.map(({ id }) => id) },
        status: { in: ["approved", "converted"] },
        approvedAmount: { gt: 0 },
      },
      _sum: { approvedAmount: true },
      _count: true,
    });
    const total = sum(sums.map((row) => row._sum.approvedAmount ?? 0n));
    if (total === 0n) return null;

    const units = (
      await tx.unit.findMany({
        where: { employerId },
        select: {
          id: true,
          parentId: true,
          name: true,
          headcount: true,
          validFrom: true,
          validTo: true,
          successorId: true,
        },
      })
    ).map((row) => ({ ...row, from: day(row.validFrom), until: day(row.validTo) }));
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    // The unit under the root; the root itself stands for what touches everybody.
    const topOf = (id: string) => [id, ...unitsAbove(units, id)].at(-2) ?? id;
    const people = units
      .filter(({ parentId }) => parentId !== null && byId.get(parentId)?.parentId === null)
      .reduce((all, unit) => all + (unit.headcount ?? 0), 0);

    const shares = new Map<string, Share>();
    for (const row of sums) {
      const top = byId.get(topOf(row.unitId));
      if (!top) continue;
      const before = shares.get(top.id);
      const amount = (before?.amount ?? 0n) + (row._sum.approvedAmount ?? 0n);
      const known =
        top.parentId !== null && top.headcount !== null && top.headcount >= SMALLEST_SHOWN && people > 0;
      shares.set(top.id, {
        unitId: top.id,
        unit: top.name,
        cases: (before?.cases ?? 0) + row._count,
        amount,
        ofMoney: Number((amount * 10_000n) / total) / 10_000,
        ofPeople: known ? (top.headcount ?? 0) / people : null,
      });
    }
    return {
      fund: funds.length === 1 ? first.name : "",
      shares: [...shares.values()].sort((a, b) => (b.amount > a.amount ? 1 : b.amount < a.amount ? -1 : 0)),
      total,
    };
  });
}
