import { AGREEMENTS } from "@/domain/agreement";
import { type Day, day } from "@/domain/day";
import {
  heldOn,
  lastDayToFile,
  type ReversionCase,
  type ReversionFacts,
  type ReversionFund,
  type ReversionPart,
} from "@/domain/fund-reversion";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import type { Tx } from "@/server/db";
import { hasStatus } from "@/server/status-key";
import { type FundView, POT_KEY } from "./queries";

/** A fund as its reversion asks for it: what secures its money is a parameter of its version. */
export function revertingFund(fund: FundView): ReversionFund {
  return { ...fund, securedBy: AGREEMENTS[fund.version].securedBy };
}

const CASE = {
  id: true,
  potId: true,
  status: true,
  filings: { select: { status: true, amount: true, sentOn: true, answeredOn: true } },
  parts: { take: 1, select: { id: true } },
} as const;

/** The approved cases of a fund with what is reserved for each (öre), or one case whatever its status. */
export async function reversionCases(
  tx: Tx,
  employerId: string,
  fundId: string,
  caseId?: string,
): Promise<ReversionCase[]> {
  const rows = await tx.preRegistration.findMany({
    where: { employerId, fundId, ...(caseId ? { id: caseId } : hasStatus("approved")) },
    orderBy: { id: "asc" },
    select: CASE,
  });
  const balances = await tx.fundBalance.findMany({
    // Named one by one in the order of the key: the others of the fund are many more and are not read.
    where: {
      employerId,
      fundId,
      potId: { in: [...new Set(rows.map((row) => row.potId))] },
      key: { in: rows.map((row) => row.id) },
      reserved: { gt: 0 },
    },
    select: { key: true, reserved: true },
  });
  const reserved = new Map(balances.map((row) => [row.key, row.reserved]));
  return rows.map(({ filings, parts, ...row }) => ({
    ...row,
    reserved: reserved.get(row.id) ?? 0n,
    grantedAny: parts.length > 0,
    filings: filings.map(({ sentOn, answeredOn, ...filing }) => ({
      ...filing,
      of: "initiative" as const,
      sentOn: day(sentOn),
      answeredOn: day(answeredOn),
    })),
  }));
}

/**
 * What of a case's reservation still holds today (öre), whether the fund's date move has run or not, and until when a
 * filing keeps what it asks for: no more than this can be planned for, filed for or granted. Ask it under the fund's
 * lock in a command. Refuses a case that is not the fund's (notFound).
 */
export async function holding(
  tx: Tx,
  employerId: string,
  fund: FundView,
  caseId: string,
  today: Day,
): Promise<{ held: Ore; lastDay: Day | null }> {
  const [it] = await reversionCases(tx, employerId, fund.id, caseId);
  if (!it) throw new Refusal(NOT_FOUND);
  const reverting = revertingFund(fund);
  return { held: heldOn(it, reverting, today), lastDay: lastDayToFile(it, reverting) };
}

/**
 * Parts of a fund with something committed (öre), and when each was claimed: the first time its claim was sent, or for
 * what the national fund delivers and calls off itself the day on which that was completed. [O2, O12]
 */
async function reversionParts(tx: Tx, employerId: string, fundId: string): Promise<ReversionPart[]> {
  const left = await tx.fundBalance.findMany({
    where: { employerId, fundId, key: { not: POT_KEY }, committed: { gt: 0 } },
    orderBy: { key: "asc" },
    select: { key: true, potId: true, committed: true },
  });
  const rows = await tx.grantedPart.findMany({
    where: { employerId, id: { in: left.map((row) => row.key) } },
    select: {
      id: true,
      caseId: true,
      requisition: { select: { sentOn: true } },
      initiative: { select: { providerKind: true, completedOn: true } },
    },
  });
  const parts = new Map(rows.map((row) => [row.id, row]));
  return left.flatMap(({ key, potId, committed }) => {
    const part = parts.get(key);
    if (!part) return [];
    const { requisition, initiative } = part;
    const claimedOn = day(
      initiative.providerKind === "nationalFund" ? initiative.completedOn : (requisition?.sentOn ?? null),
    );
    return [{ id: key, caseId: part.caseId, potId, committed, claimedOn }];
  });
}

/** All that bears on what a fund's days ask for (reversionOn); öre. Ask it under the fund's lock in a command. */
export async function reversionFacts(tx: Tx, employerId: string, fund: FundView): Promise<ReversionFacts> {
  const pots = await tx.fundBalance.findMany({
    where: { employerId, fundId: fund.id, key: POT_KEY },
    orderBy: { potId: "asc" },
    select: { potId: true, available: true },
  });
  return {
    fund: revertingFund(fund),
    pots: pots.map(({ potId, available }) => ({ id: potId, available })),
    cases: await reversionCases(tx, employerId, fund.id),
    parts: await reversionParts(tx, employerId, fund.id),
  };
}
