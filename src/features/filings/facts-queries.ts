import { AGREEMENTS } from "@/domain/agreement";
import { endedVersion } from "@/domain/agreement-changes";
import { type Day, day } from "@/domain/day";
import type { Sendable, Standing } from "@/domain/filing";
import { readFrozen } from "@/domain/frozen-case";
import { whyNotDecide } from "@/domain/gate";
import { sum } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { gateFacts } from "@/features/consultations/queries";
import type { FundView } from "@/features/ledger/queries";
import { holding } from "@/features/ledger/reversion-queries";
import { wasFiled } from "@/features/pre-registrations/version-queries";
import type { Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";

const OF_INITIATIVE = {
  status: true,
  amount: true,
  periodFrom: true,
  periodUntil: true,
  caseId: true,
  _count: { select: { parts: true } },
  filings: { select: { id: true, status: true } },
  case: {
    select: {
      status: true,
      version: true,
      amount: true,
      periodFrom: true,
      periodUntil: true,
      currentVersion: true,
      versions: { select: { number: true, content: true }, orderBy: { number: "desc" } },
      filings: { where: { status: "sent" }, select: { amount: true } },
    },
  },
} satisfies Prisma.InitiativeSelect;

/**
 * What bears on sending an initiative to the national fund, read under the case's lock by the command and in a
 * snapshot by the page. `filingId`: the draft that is asked about; null when there is none yet. The gate is asked
 * again, and the unions count as heard about the version that they concluded.
 */
export async function sendable(
  tx: Tx,
  actor: { employerId: string },
  initiativeId: string,
  filingId: string | null,
  fund: FundView,
  today: Day,
): Promise<Sendable> {
  const row = await tx.initiative.findFirst({ where: { id: initiativeId }, select: OF_INITIATIVE });
  if (!row) throw new Refusal(NOT_FOUND);
  const { case: of } = row;
  const frozen = of.versions.find((version) => version.number === of.currentVersion);
  const heard = frozen ? readFrozen(frozen.content) : null;
  const files = of.version !== null && AGREEMENTS[of.version].files !== null;
  const gate = files ? whyNotDecide(await gateFacts(tx, actor.employerId, row.caseId, today)) : [];
  return {
    caseStatus: of.status,
    files,
    versionEnded: endedVersion({ ...of, filed: await wasFiled(tx, row.caseId) }, today)?.lastDay ?? null,
    initiative: {
      status: row.status,
      amount: row.amount,
      periodFrom: day(row.periodFrom),
      periodUntil: day(row.periodUntil),
      parts: row._count.parts,
    },
    others: row.filings.filter(
      (one) => one.id !== filingId && (one.status === "draft" || one.status === "sent"),
    ).length,
    ...(await holding(tx, actor.employerId, fund, row.caseId, today)),
    waiting: sum(of.filings.map((filing) => filing.amount)),
    heard: heard
      ? { amount: BigInt(heard.amount), periodFrom: heard.periodFrom, periodUntil: heard.periodUntil }
      : { amount: of.amount, periodFrom: day(of.periodFrom), periodUntil: day(of.periodUntil) },
    gate,
  };
}

/** How each initiative of a case stands with the national fund, for closing the case's reservation. */
export async function standings(tx: Tx, caseId: string): Promise<(Standing & { id: string })[]> {
  const rows = await tx.initiative.findMany({
    where: { caseId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      title: true,
      status: true,
      _count: { select: { parts: true } },
      filings: { where: { successors: { none: {} } }, select: { status: true } },
    },
  });
  return rows.map(({ _count, filings, ...one }) => ({
    ...one,
    parts: _count.parts,
    lastFiling: filings[0]?.status ?? null,
  }));
}
