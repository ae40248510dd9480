import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { whyNotHeld, whyNotRecordAnswer } from "@/domain/filing";
import { whyNotCommit } from "@/domain/fund";
import { type Ore, sum } from "@/domain/money";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { grantPart, planInitiative } from "@/features/initiatives/commands";
import { scheduleIfReady } from "@/features/initiatives/plan-commands";
import { book } from "@/features/ledger/commands";
import { holding } from "@/features/ledger/reversion-queries";
import { type Work, write } from "@/server/db";
import type { Receipt } from "@/server/receipts";
import { answerFiling, lockFiling } from "./commands";

export type GrantedRow = {
  /** The national fund's initiative number; unique for the employer. */
  number: string;
  /** Öre. */
  amount: Ore;
  earliestClaimDay: Day | null;
  /** What the initiative is called when the national fund split one into several. */
  title: string;
};

export type GrantedAnswer = {
  id: string;
  answeredOn: Day;
  text: string;
  /** What several parts mean: further initiatives, or partial claims of the same one. */
  split: "initiatives" | "claims";
  parts: readonly GrantedRow[];
};

/**
 * Writes down that the national fund granted a filing: its parts with their numbers, all committed in one booking, and
 * the initiatives scheduled that have an owner and a period. If the fund split one initiative into several, the new
 * ones are made here with the same owner. What was filed but not granted stays reserved until the reservation is
 * closed. Refuses a number that is in use, more than was filed or than the fund's days have left reserved, and a
 * decision after the fund's last day for it.
 */
export async function recordGrant(
  actor: Actor,
  input: GrantedAnswer,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "filing.recordAnswer"));
    const { filing, fund } = await lockFiling(w, actor, input.id);
    const { answeredOn, text, parts } = input;
    const facts = { ...filing, sentOn: day(filing.sentOn), grantDay: fund.grantDay };
    refuseIf(whyNotRecordAnswer(facts, { outcome: "granted", answeredOn, text, parts }, w.today));
    refuseIf(whyNotCommit(fund, answeredOn));
    const { held } = await holding(w.tx, actor.employerId, fund, filing.caseId, w.today);
    refuseIf(whyNotHeld(held, sum(parts.map((part) => part.amount))));
    await refuseTakenNumbers(w, parts);

    const { caseId } = filing;
    const address = { fundId: fund.id, potId: filing.case.potId, caseId };
    const initiativeIds = await initiativesOf(w, filing.initiativeId, input);
    const granted: { partId: string; amount: Ore }[] = [];
    for (const [at, { number, amount, earliestClaimDay }] of parts.entries()) {
      const initiativeId = initiativeIds[at] ?? filing.initiativeId;
      const partId = await grantPart(w, {
        caseId,
        initiativeId,
        filingId: filing.id,
        number,
        amount,
        grantedOn: answeredOn,
        earliestClaimDay,
      });
      granted.push({ partId, amount });
    }
    await answerFiling(w, filing.id, "granted", answeredOn, text);
    await scheduleGranted(w, new Set([filing.initiativeId, ...initiativeIds]));
    await book(
      w,
      granted.map((part) => ({ movement: "commit", ...address, ...part })),
    );
    w.tell({
      kind: "filing.granted",
      subjectId: filing.id,
      caseId,
      amount: sum(granted.map((part) => part.amount)),
      day: answeredOn,
      text: text || undefined,
    });
  });
}

/** The database has the last word; asked first, so that the sentence stands at the right row. */
async function refuseTakenNumbers({ tx }: Work, parts: readonly GrantedRow[]): Promise<void> {
  const taken = await tx.grantedPart.findMany({
    where: { number: { in: parts.map((part) => part.number) } },
    select: { number: true },
  });
  const at = parts.findIndex((part) => taken.some((row) => row.number === part.number));
  if (at >= 0) throw new Refusal({ key: "refusals.numberTaken", field: `parts.${at}.number` });
}

/**
 * The initiative of each part, in the parts' order: the filed one for the first, and for partial claims for all; else a
 * new one each. The filed one's planned amount becomes what it was granted.
 */
async function initiativesOf(w: Work, filedId: string, { split, parts }: GrantedAnswer): Promise<string[]> {
  const filed = await w.tx.initiative.findFirst({
    where: { id: filedId },
    select: {
      caseId: true,
      title: true,
      unitId: true,
      ownerId: true,
      providerKind: true,
      providerName: true,
      periodFrom: true,
      periodUntil: true,
      ideas: { select: { ideaId: true } },
    },
  });
  if (!filed) throw new Refusal(NOT_FOUND);
  const [first, ...further] = parts;
  const isSplit = split === "initiatives" && further.length > 0;
  await w.tx.initiative.updateMany({
    where: { id: filedId },
    data: {
      amount: isSplit ? first?.amount : sum(parts.map((part) => part.amount)),
      ...(isSplit && first?.title ? { title: first.title } : {}),
      revision: { increment: 1 },
    },
  });
  if (!isSplit) return parts.map(() => filedId);
  const ids = [filedId];
  for (const [at, part] of further.entries()) {
    const { ideas, periodFrom, periodUntil, ...same } = filed;
    ids.push(
      await planInitiative(w, {
        ...same,
        title: part.title || `${filed.title} (${at + 2})`,
        amount: part.amount,
        periodFrom: day(periodFrom),
        periodUntil: day(periodUntil),
        headcount: null,
        ideaIds: ideas.map((idea) => idea.ideaId),
      }),
    );
  }
  return ids;
}

async function scheduleGranted(w: Work, ids: ReadonlySet<string>): Promise<void> {
  const rows = await w.tx.initiative.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, caseId: true, status: true, ownerId: true, periodFrom: true, periodUntil: true },
    orderBy: { id: "asc" },
  });
  for (const row of rows) {
    const periodFrom = day(row.periodFrom);
    const periodUntil = day(row.periodUntil);
    await scheduleIfReady(w, { ...row, periodFrom, periodUntil, files: true, parts: 1 });
  }
}
