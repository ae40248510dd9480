import type { Booking, PotAddress } from "@/domain/ledger";
import type { Ore } from "@/domain/money";
import { landingOf } from "@/domain/release";
import type { Tx, Work } from "@/server/db";
import { FUND_SELECT, type FundView, fundView } from "./queries";

/**
 * The bookings that must follow, in the same statement, on what a case gives back to its pot's available (öre): nothing
 * while it can be used again, a revert when the fund's days are past (and history is told), a roll-over when the year's
 * money has gone on to the next. Ask after lockFund; the caller books all at once.
 */
export async function afterLanding(
  { tx, actor, today, tell }: Work,
  fund: FundView,
  of: { potId: string; caseId: string },
  amount: Ore,
): Promise<Booking[]> {
  if (amount <= 0n) return [];
  const from = { fundId: fund.id, potId: of.potId };
  switch (landingOf(fund, today)) {
    case "comesBack":
      return [];
    case "reverts":
      tell({ kind: "fund.reverted", subjectId: fund.id, caseId: of.caseId, amount });
      return [{ movement: "revert", amount, ...from }];
    case "rollsOn": {
      const to = await rolledTo(tx, actor.employerId, from);
      return to ? [{ movement: "rollOver", amount, from, to }] : [];
    }
  }
}

/** Where a pot's money went when its year was rolled over, followed to the year that has not been. */
async function rolledTo(tx: Tx, employerId: string, from: PotAddress): Promise<PotAddress | null> {
  let at = from;
  const seen = new Set([from.fundId]);
  for (;;) {
    const entry = await tx.ledgerEntry.findFirst({
      where: {
        employerId,
        movement: "rollOver",
        reversesId: null,
        reversedBy: null,
        fromFundId: at.fundId,
        fromPotId: at.potId,
      },
      orderBy: { seq: "desc" },
      select: { toFundId: true, toPotId: true },
    });
    if (!entry?.toFundId || !entry.toPotId || seen.has(entry.toFundId)) return at === from ? null : at;
    at = { fundId: entry.toFundId, potId: entry.toPotId };
    seen.add(at.fundId);
    const next = await tx.fund.findFirst({ where: { employerId, id: at.fundId }, select: FUND_SELECT });
    if (!next || !fundView(next).rolledOver) return at;
  }
}
