import { type Actor, reaches } from "@/domain/actor";
import { AGREEMENTS } from "@/domain/agreement";
import { day } from "@/domain/day";
import type { Carrier } from "@/domain/initiative";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { lockFund } from "@/features/ledger/commands";
import { type FundView, fundById } from "@/features/ledger/queries";
import type { Tx, Work } from "@/server/db";
import { lockCases } from "@/server/lock";
import { initiativesVisibleTo } from "@/server/scope";

const AFTER_LOCK = {
  id: true,
  caseId: true,
  unitId: true,
  title: true,
  amount: true,
  ownerId: true,
  providerKind: true,
  periodFrom: true,
  periodUntil: true,
  tookPart: true,
  status: true,
  revision: true,
  case: { select: { status: true, version: true, fundId: true, potId: true } },
  parts: {
    select: { id: true, settledAt: true, requisition: { select: { id: true } } },
    orderBy: { id: "asc" },
  },
  filings: { select: { id: true, status: true }, orderBy: { id: "asc" } },
} as const;

/** An initiative as its rules ask for it, read under its case's lock. */
export type LockedInitiative = Awaited<ReturnType<typeof readInitiative>>;

async function readInitiative(tx: Tx, id: string) {
  const row = await tx.initiative.findFirst({ where: { id }, select: AFTER_LOCK });
  if (!row) throw new Refusal(NOT_FOUND);
  const { case: itsCase, ...it } = row;
  return {
    ...it,
    periodFrom: day(it.periodFrom),
    periodUntil: day(it.periodUntil),
    case: itsCase,
    /** Whether an outside body grants the money. */
    files: itsCase.version !== null && AGREEMENTS[itsCase.version].files !== null,
    claimed: it.parts.some((part) => part.requisition !== null),
    waitsForAnswer: it.filings.some((filing) => filing.status === "sent"),
  };
}

/** Finds an initiative in the actor's sight, locks its case and reads it anew. Refuses with notFound. */
export async function lockInitiative(w: Work, actor: Actor, id: string): Promise<LockedInitiative> {
  const { caseId } = await find(w, actor, id);
  await lockCases(w, [caseId]);
  return readInitiative(w.tx, id);
}

/** The same before money moves: the fund is locked first, so that no date move comes between. */
export async function lockInitiativeAndFund(
  w: Work,
  actor: Actor,
  id: string,
): Promise<LockedInitiative & { fund: FundView }> {
  const { caseId, fundId } = await find(w, actor, id);
  const fund = await lockMoney(w, fundId, caseId);
  return { ...(await readInitiative(w.tx, id)), fund };
}

/** Locks a fund (shared) and then one case of it, in the order that all bookings keep; answers with the fund's days. */
export async function lockMoney(w: Work, fundId: string, caseId: string): Promise<FundView> {
  await lockFund(w, fundId);
  await lockCases(w, [caseId]);
  const fund = await fundById(w.tx, w.actor.employerId, fundId);
  if (!fund) throw new Refusal(NOT_FOUND);
  return fund;
}

async function find(w: Work, actor: Actor, id: string) {
  const found = await w.tx.initiative.findFirst({
    where: { AND: [initiativesVisibleTo(actor), { id }] },
    select: { caseId: true, case: { select: { fundId: true } } },
  });
  if (!found) throw new Refusal(NOT_FOUND);
  return { caseId: found.caseId, fundId: found.case.fundId };
}

/** Who acts, as `whyNotCarryOut` asks. */
export function carrier(actor: Actor, it: { unitId: string }): Carrier {
  const { personId, onBehalfOf, role } = actor;
  return { personId, onBehalfOf, role, reachesUnit: reaches(actor, it.unitId) };
}
