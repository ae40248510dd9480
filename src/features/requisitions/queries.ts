import type { Actor } from "@/domain/actor";
import type { ProviderKind } from "@/domain/agreement";
import { whyNotImpartial } from "@/domain/conflict";
import { type Day, day, dayOf } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { type Landing, landingOf } from "@/domain/release";
import {
  type EvidenceKind,
  missingEvidence,
  type RequisitionStatus,
  whyNotCallOff,
  whyNotClaim,
  whyNotSendClaim,
} from "@/domain/requisition";
import { partiesOfCase } from "@/features/consultations/queries";
import { FUND_SELECT, fundView, partBalance } from "@/features/ledger/queries";
import { type HistoryEvent, historyOf } from "@/features/people/history-queries";
import { read, type Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { initiativesVisibleTo, requisitionsVisibleTo } from "@/server/scope";
import { claimable, PART } from "./lock-commands";

const VIEWED_PART = {
  ...PART,
  number: true,
  amount: true,
  case: { select: { fundId: true, potId: true, fund: { select: FUND_SELECT } } },
  initiative: {
    select: {
      ...PART.initiative.select,
      title: true,
      providerName: true,
      tookPart: true,
      unit: { select: { name: true } },
    },
  },
} satisfies Prisma.GrantedPartSelect;

type ViewedPart = Prisma.GrantedPartGetPayload<{ select: typeof VIEWED_PART }>;

/** The granted part behind a claim, with its money in öre. */
export type ClaimedPart = {
  id: string;
  number: string | null;
  amount: Ore;
  committed: Ore;
  drawn: Ore;
  initiative: { id: string; title: string; unit: string };
  providerKind: ProviderKind;
  providerName: string;
  tookPart: number | null;
  /** Where the rest goes that is released today. */
  landing: Landing;
  /** The fund's last day to claim. */
  requisitionDay: Day | null;
};

async function partView(tx: Tx, employerId: string, part: ViewedPart, today: Day): Promise<ClaimedPart> {
  const fund = fundView(part.case.fund);
  const { id, title, unit, providerKind, providerName, tookPart } = part.initiative;
  return {
    id: part.id,
    number: part.number,
    amount: part.amount,
    ...(await partBalance(tx, employerId, fund.id, part.case.potId, part.id)),
    initiative: { id, title, unit: unit.name },
    providerKind,
    providerName,
    tookPart,
    landing: landingOf(fund, today),
    requisitionDay: fund.requisitionDay,
  };
}

/** Why this person does not confirm a payment on the case: it is their own. */
async function whyNotConfirm(tx: Tx, actor: Actor, part: ViewedPart): Promise<Reason | null> {
  const parties = await partiesOfCase(tx, actor.employerId, part.caseId);
  return (
    whyNotImpartial(actor, parties) ??
    whyNotImpartial(actor, { ...parties, ownerId: part.initiative.ownerId })
  );
}

export type PartToClaim = {
  part: ClaimedPart;
  claim: Reason | null;
  callOff: Reason | null;
  confirm: Reason | null;
};

/** A part that is to be claimed or called off, and what stands against it, in the actor's sight. Refuses with notFound. */
export async function getPartToClaim(actor: Actor, partId: string, today: Day): Promise<PartToClaim> {
  return read(actor, async (tx) => {
    const row = await tx.grantedPart.findFirst({
      where: { AND: [{ initiative: initiativesVisibleTo(actor) }, { id: partId }] },
      select: VIEWED_PART,
    });
    if (!row) throw new Refusal(NOT_FOUND);
    const part = await partView(tx, actor.employerId, row, today);
    const facts = claimable(row, fundView(row.case.fund));
    return {
      part,
      claim: whyNotClaim(facts, today),
      callOff: whyNotCallOff(facts, part.committed, part.committed, today),
      confirm: await whyNotConfirm(tx, actor, row),
    };
  });
}

export type EvidenceView = { id: string; kind: EvidenceKind; number: string; day: Day; amount: Ore | null };

export type RequisitionView = {
  id: string;
  status: RequisitionStatus;
  since: Day;
  amount: Ore;
  sentOn: Day | null;
  paidOn: Day | null;
  paidAmount: Ore | null;
  /** Why less was paid. */
  cause: string | null;
  /** The payer's words, returned or partly rejected. */
  answer: string | null;
  revision: number;
  part: ClaimedPart;
  evidence: EvidenceView[];
  missing: Reason[];
  /** Why it is not sent today, but for the mandate. */
  send: Reason | null;
  /** Why this person does not confirm its payment. */
  confirm: Reason | null;
  events: HistoryEvent[];
};

/** One claim with its evidence and what is missing of it, in the actor's sight. Refuses with notFound. */
export async function getRequisition(actor: Actor, id: string, today: Day): Promise<RequisitionView> {
  return read(actor, async (tx) => {
    const row = await tx.requisition.findFirst({
      where: { AND: [requisitionsVisibleTo(actor), { id }] },
      select: {
        id: true,
        status: true,
        statusSince: true,
        amount: true,
        sentOn: true,
        paidOn: true,
        paidAmount: true,
        cause: true,
        answer: true,
        revision: true,
        evidence: {
          orderBy: [{ day: "asc" }, { id: "asc" }],
          select: { id: true, kind: true, number: true, day: true, amount: true },
        },
        part: { select: VIEWED_PART },
      },
    });
    if (!row) throw new Refusal(NOT_FOUND);
    const { statusSince, evidence, ...plain } = row;
    const part = await partView(tx, actor.employerId, row.part, today);
    const missing = missingEvidence(part.providerKind, row.amount, evidence);
    const sentOn = day(row.sentOn);
    return {
      ...plain,
      since: dayOf(statusSince),
      sentOn,
      paidOn: day(row.paidOn),
      part,
      evidence: evidence.map((one) => ({ ...one, day: day(one.day) })),
      missing,
      send: whyNotSendClaim(
        {
          status: row.status,
          missing,
          amount: row.amount,
          committed: part.committed,
          sentOn,
          requisitionDay: part.requisitionDay,
        },
        today,
      ),
      confirm: await whyNotConfirm(tx, actor, row.part),
      events: await historyOf(tx, actor, { subjectId: id }),
    };
  });
}
