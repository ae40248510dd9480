import type { Actor } from "@/domain/actor";
import { AGREEMENTS } from "@/domain/agreement";
import { type Day, day } from "@/domain/day";
import { type FiledContent, readFiled } from "@/domain/filed-content";
import {
  closesAs,
  type FilingStatus,
  whyNotClose,
  whyNotPrepareFiling,
  whyNotSendAll,
} from "@/domain/filing";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { type Landing, landingOf } from "@/domain/release";
import { caseReserved, FUND_SELECT, fundById, fundView } from "@/features/ledger/queries";
import { type NameView, shownName } from "@/features/people/holder-queries";
import { findCase } from "@/features/pre-registrations/move";
import { read, type Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { casesVisibleTo, initiativesVisibleTo } from "@/server/scope";
import { contentOf } from "./content-queries";
import { sendable, standings } from "./facts-queries";

/** A filing and its answer; öre and Stockholm days. */
export type FilingRow = {
  id: string;
  initiative: { id: string; title: string };
  status: FilingStatus;
  amount: Ore;
  sentOn: Day | null;
  answeredOn: Day | null;
  /** The national fund's words. */
  answer: string | null;
  sender: NameView;
  predecessorId: string | null;
  parts: { number: string | null; amount: Ore }[];
};

const ROW = {
  id: true,
  status: true,
  amount: true,
  sentOn: true,
  answeredOn: true,
  answer: true,
  predecessorId: true,
  initiative: { select: { id: true, title: true } },
  sender: { select: { givenName: true, familyName: true, isProtected: true } },
  parts: { select: { number: true, amount: true }, orderBy: { number: "asc" } },
} satisfies Prisma.FilingSelect;

function toRow({
  sentOn,
  answeredOn,
  sender,
  ...row
}: Prisma.FilingGetPayload<{ select: typeof ROW }>): FilingRow {
  return { ...row, sentOn: day(sentOn), answeredOn: day(answeredOn), sender: sender && shownName(sender) };
}

/** Why an initiative cannot be filed now, and what stands against sending it; empty when nothing does. */
async function filingReasons(
  tx: Tx,
  actor: Actor,
  initiativeId: string,
  filingId: string | null,
  today: Day,
) {
  const of = await tx.initiative.findFirst({
    where: { id: initiativeId },
    select: { case: { select: { fundId: true } } },
  });
  const fund = of && (await fundById(tx, actor.employerId, of.case.fundId));
  if (!fund) throw new Refusal(NOT_FOUND);
  const facts = await sendable(tx, actor, initiativeId, filingId, fund, today);
  return { prepare: whyNotPrepareFiling(facts), send: whyNotSendAll(facts, today), fund };
}

export type InitiativeFilingsView = {
  /** Newest first. */
  filings: FilingRow[];
  /** Whether there is an outside body to file with. */
  files: boolean;
  prepare: Reason | null;
  send: Reason[];
};

/** An initiative's filings, in the actor's sight, and what stands against a new one. Refuses with notFound. */
export async function getInitiativeFilings(
  actor: Actor,
  initiativeId: string,
  today: Day,
): Promise<InitiativeFilingsView> {
  return read(actor, async (tx) => {
    const row = await tx.initiative.findFirst({
      where: { AND: [initiativesVisibleTo(actor), { id: initiativeId }] },
      select: { case: { select: { version: true } } },
    });
    if (!row) throw new Refusal(NOT_FOUND);
    // One that the national fund split off was filed under the initiative that it was split from.
    const filings = await tx.filing.findMany({
      where: { OR: [{ initiativeId }, { parts: { some: { initiativeId } } }] },
      orderBy: { id: "desc" },
      select: ROW,
    });
    const version = row.case.version;
    const { prepare, send } = await filingReasons(tx, actor, initiativeId, null, today);
    return {
      filings: filings.map(toRow),
      files: version !== null && AGREEMENTS[version].files !== null,
      prepare,
      send,
    };
  });
}

export type FilingView = FilingRow & {
  /** Frozen when it was sent; a draft shows what would be sent now. */
  content: FiledContent;
  case: { id: string; number: string };
  /** What stands against sending a draft. */
  reasons: Reason[];
  applicationDay: Day | null;
  grantDay: Day | null;
};

/** One filing in the actor's sight. Refuses with notFound. */
export async function getFiling(actor: Actor, id: string, today: Day): Promise<FilingView> {
  return read(actor, async (tx) => {
    const found = await tx.filing.findFirst({
      where: { AND: [{ case: casesVisibleTo(actor) }, { id }] },
      select: { ...ROW, content: true, case: { select: { id: true, number: true } } },
    });
    if (!found) throw new Refusal(NOT_FOUND);
    const { content, case: of, ...plain } = found;
    const row = toRow(plain);
    const frozen = readFiled(content);
    const isDraft = row.status === "draft";
    const { send, fund } = await filingReasons(tx, actor, row.initiative.id, id, today);
    return {
      ...row,
      case: of,
      content: isDraft ? await contentOf(tx, actor.employerId, row.initiative.id, frozen.note) : frozen,
      reasons: isDraft ? send : [],
      applicationDay: fund.applicationDay,
      grantDay: fund.grantDay,
    };
  });
}

export type CaseFilingsView = {
  filings: FilingRow[];
  /** Closing the reservation; null under LOM and when the case is no longer approved. */
  closing: { reasons: Reason[]; reserved: Ore; landing: Landing; becomes: "converted" | "withdrawn" } | null;
};

/** What was filed out of a case and what came back, and what closing its reservation would do. Refuses with notFound. */
export async function getCaseFilings(actor: Actor, caseId: string, today: Day): Promise<CaseFilingsView> {
  return read(actor, async (tx) => {
    const it = await findCase({ tx }, actor, caseId);
    const filings = await tx.filing.findMany({ where: { caseId }, orderBy: { id: "desc" }, select: ROW });
    const fund = await tx.fund.findFirst({ where: { id: it.fundId }, select: FUND_SELECT });
    const files = it.version !== null && AGREEMENTS[it.version].files !== null;
    if (!files || !fund || it.status !== "approved") return { filings: filings.map(toRow), closing: null };
    const initiatives = await standings(tx, caseId);
    return {
      filings: filings.map(toRow),
      closing: {
        reasons: whyNotClose({ caseStatus: it.status, initiatives }),
        reserved: await caseReserved(tx, actor.employerId, it.fundId, it.potId, caseId),
        landing: landingOf(fundView(fund), today),
        becomes: closesAs(initiatives),
      },
    };
  });
}
