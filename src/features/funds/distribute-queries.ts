import { createHash } from "node:crypto";
import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { distribute, weightIn, whyNotDistribute, whyNotWeigh } from "@/domain/distribution";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { unitIsOpen } from "@/domain/unit";
import { type FundView, fundById, POT_KEY } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";

export const BASES = ["headcount", "payroll"] as const;
export type ShareBasis = (typeof BASES)[number];

/** A unit that may get a share: what it weighs (people; öre a year) and what its pot has left (öre). */
export type ShareUnit = {
  id: string;
  parentId: string | null;
  name: string;
  headcount: bigint | null;
  payroll: bigint | null;
  potId: string | null;
  available: Ore;
};

/** The units of an employer that exist on a day, each with what it weighs and its pot in a fund. */
export async function shareUnits(
  tx: Tx,
  employerId: string,
  fundId: string,
  today: Day,
): Promise<{ units: ShareUnit[]; central: { id: string; available: Ore } }> {
  const rows = await tx.unit.findMany({
    where: { employerId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      parentId: true,
      name: true,
      headcount: true,
      payroll: true,
      validFrom: true,
      validTo: true,
    },
  });
  const pots = await tx.pot.findMany({
    where: { employerId, fundId },
    select: { id: true, unitId: true, balances: { where: { key: POT_KEY }, select: { available: true } } },
  });
  const central = pots.find((pot) => pot.unitId === null);
  if (!central) throw new Refusal(NOT_FOUND);
  const open = rows.filter((row) => unitIsOpen({ from: day(row.validFrom), until: day(row.validTo) }, today));
  const heads = open.map((row) => ({
    ...row,
    weight: row.headcount === null ? null : BigInt(row.headcount),
  }));
  const pays = open.map((row) => ({ ...row, weight: row.payroll }));
  return {
    central: { id: central.id, available: central.balances[0]?.available ?? 0n },
    units: open.map(({ id, parentId, name }) => {
      const pot = pots.find((it) => it.unitId === id);
      return {
        id,
        parentId,
        name,
        headcount: weightIn(heads, id),
        payroll: weightIn(pays, id),
        potId: pot?.id ?? null,
        available: pot?.balances[0]?.available ?? 0n,
      };
    }),
  };
}

/** What is shared, between whom and by what; amounts in öre. */
export type Sharing = { unitIds: readonly string[]; basis: ShareBasis; floor: Ore; amount: Ore };
export type SharePart = ShareUnit & { weight: bigint; part: Ore };

/** The chosen units in the order of their names. Refuses (notFound) one that is none of the employer's open units. */
export function chosenUnits(units: readonly ShareUnit[], ids: readonly string[]): ShareUnit[] {
  const chosen = units.filter((unit) => ids.includes(unit.id));
  if (chosen.length !== new Set(ids).size) throw new Refusal(NOT_FOUND);
  return chosen;
}

/** Each unit's part (öre) as the database's own figures give it, or why there is none. */
export function shareOut(
  units: readonly ShareUnit[],
  { unitIds, basis, floor, amount }: Sharing,
): { parts: SharePart[] } | { reason: Reason } {
  const chosen = chosenUnits(units, unitIds);
  const missing = whyNotWeigh(
    chosen.map((unit) => ({ name: unit.name, weight: unit[basis] })),
    basis,
  );
  if (missing) return { reason: missing };
  const shares = chosen.map((unit) => ({ key: unit.id, weight: unit[basis] ?? 0n }));
  const reason = whyNotDistribute(amount, shares, floor);
  if (reason) return { reason };
  const parts = distribute(amount, shares, floor);
  return {
    parts: chosen.map((unit) => ({ ...unit, weight: unit[basis] ?? 0n, part: parts.get(unit.id) ?? 0n })),
  };
}

/**
 * A number that stands for what parts were reckoned from. The form sends it back, so that nobody books other parts than
 * those on the screen.
 */
export function revisionOf(parts: readonly SharePart[]): number {
  const text = parts.map((part) => `${part.id} ${part.weight} ${part.part}`).join("\n");
  return Number.parseInt(createHash("sha256").update(text).digest("hex").slice(0, 7), 16);
}

export type DistributePage = {
  fund: FundView;
  central: { id: string; available: Ore };
  /** Every unit that exists today, by name. */
  units: ShareUnit[];
};

/** What the page that distributes a fund offers. */
export async function getDistribution(actor: Actor, fundId: string, today: Day): Promise<DistributePage> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const seen = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId, id: fundId }] },
      select: { id: true },
    });
    const fund = seen && (await fundById(tx, employerId, fundId));
    if (!fund) throw new Refusal(NOT_FOUND);
    return { fund, ...(await shareUnits(tx, employerId, fundId, today)) };
  });
}
