import type { Actor } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import { day } from "@/domain/day";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { type Claimable, missingEvidence, type RequisitionStatus } from "@/domain/requisition";
import { partiesOfCase } from "@/features/consultations/queries";
import { lockMoney } from "@/features/initiatives/lock-commands";
import { type FundView, partBalance } from "@/features/ledger/queries";
import type { Work } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { initiativesVisibleTo, requisitionsVisibleTo } from "@/server/scope";

export const PART = {
  id: true,
  caseId: true,
  earliestClaimDay: true,
  settledAt: true,
  requisition: { select: { id: true } },
  case: { select: { fundId: true, potId: true } },
  initiative: {
    select: {
      id: true,
      unitId: true,
      ownerId: true,
      providerKind: true,
      status: true,
      _count: { select: { parts: true } },
    },
  },
} satisfies Prisma.GrantedPartSelect;

type PartRow = Prisma.GrantedPartGetPayload<{ select: typeof PART }>;

/** A granted part in the actor's sight, its fund and case locked, with what is left of it (öre). */
export async function lockPart(w: Work, actor: Actor, partId: string) {
  const found = await w.tx.grantedPart.findFirst({
    where: { AND: [{ initiative: initiativesVisibleTo(actor) }, { id: partId }] },
    select: { caseId: true, case: { select: { fundId: true } } },
  });
  if (!found) throw new Refusal(NOT_FOUND);
  const fund = await lockMoney(w, found.case.fundId, found.caseId);
  const part = await w.tx.grantedPart.findFirst({ where: { id: partId }, select: PART });
  if (!part) throw new Refusal(NOT_FOUND);
  return { part, fund, ...(await moneyOf(w, part, fund)) };
}

async function moneyOf({ tx, actor }: Work, part: PartRow, fund: FundView) {
  const { committed } = await partBalance(tx, actor.employerId, fund.id, part.case.potId, part.id);
  const address = { fundId: fund.id, potId: part.case.potId, caseId: part.caseId, partId: part.id };
  return { committed, address };
}

/** What `whyNotClaim` and `whyNotCallOff` ask of a part. */
export function claimable(part: PartRow, fund: FundView): Claimable {
  return {
    providerKind: part.initiative.providerKind,
    initiativeStatus: part.initiative.status,
    parts: part.initiative._count.parts,
    earliestClaimDay: day(part.earliestClaimDay),
    settled: part.settledAt !== null,
    claimed: part.requisition !== null,
    requisitionDay: fund.requisitionDay,
  };
}

const CLAIM = {
  id: true,
  status: true,
  amount: true,
  paidAmount: true,
  sentOn: true,
  revision: true,
  evidence: { select: { id: true, kind: true, amount: true } },
  part: { select: PART },
} satisfies Prisma.RequisitionSelect;

/** A claim in the actor's sight, its fund and case locked, with its part, what is left of it, and what is missing. */
export async function lockClaim(w: Work, actor: Actor, id: string) {
  const found = await w.tx.requisition.findFirst({
    where: { AND: [requisitionsVisibleTo(actor), { id }] },
    select: { part: { select: { caseId: true, case: { select: { fundId: true } } } } },
  });
  if (!found) throw new Refusal(NOT_FOUND);
  const fund = await lockMoney(w, found.part.case.fundId, found.part.caseId);
  const row = await w.tx.requisition.findFirst({ where: { id }, select: CLAIM });
  if (!row) throw new Refusal(NOT_FOUND);
  const { part, ...claim } = row;
  const missing = missingEvidence(part.initiative.providerKind, claim.amount, claim.evidence);
  return {
    claim: { ...claim, sentOn: day(claim.sentOn), missing },
    part,
    fund,
    ...(await moneyOf(w, part, fund)),
  };
}

/** Nobody confirms a payment on a case of their own. [design 5] */
export async function refuseOwnCase(w: Work, part: PartRow): Promise<void> {
  const parties = await partiesOfCase(w.tx, w.actor.employerId, part.caseId);
  refuseIf(whyNotImpartial(w.actor, parties));
  // The initiative may have got another owner than the case was decided with: neither confirms.
  refuseIf(whyNotImpartial(w.actor, { ...parties, ownerId: part.initiative.ownerId }));
}

/** Moves a claim whose case is locked, guarded by the status it had. Refuses when somebody was faster (movedOn). */
export async function moveClaim(
  { tx, now }: Work,
  claim: { id: string; status: RequisitionStatus },
  to: RequisitionStatus,
  data: { sentOn?: Date; paidOn?: Date; paidAmount?: bigint; cause?: string | null; answer?: string } = {},
): Promise<void> {
  const { count } = await tx.requisition.updateMany({
    where: { id: claim.id, status: claim.status },
    data: { ...data, status: to, statusSince: now, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal(MOVED_ON);
}
