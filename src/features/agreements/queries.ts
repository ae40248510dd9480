import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { agreementOn, type DecisionRule, type LocalAgreement } from "@/domain/local-agreement";
import { baseMark } from "@/server/base";
import { read, type Tx } from "@/server/db";

export type LocalAgreementView = LocalAgreement & {
  id: string;
  decisionRule: DecisionRule;
  purpose: string | null;
};

/** Every local agreement of an employer, the newest first. */
export async function localAgreements(tx: Tx, employerId: string): Promise<LocalAgreementView[]> {
  const rows = await tx.localAgreement.findMany({
    where: { employerId },
    orderBy: { id: "desc" },
    select: { id: true, state: true, from: true, until: true, decisionRule: true, purpose: true },
  });
  return rows.map((row) => ({ ...row, from: day(row.from), until: day(row.until) }));
}

/**
 * The local agreement that counts on a day: the one in force, else the one that has come furthest; null when there is
 * none. Ask `whyNotApply` of domain/local-agreement.ts what follows from it.
 */
export async function localAgreementOn(
  tx: Tx,
  employerId: string,
  today: Day,
): Promise<LocalAgreementView | null> {
  return agreementOn(await localAgreements(tx, employerId), today);
}

/** For the page of agreements: the employer's scheme and all its local agreements. */
export async function getLocalAgreements(actor: Actor): Promise<LocalAgreementView[]> {
  return read(actor, (tx) => localAgreements(tx, actor.employerId));
}

/** What the form of an agreement sends back, to show what it was opened on. */
export function baseOf({ state, from, until, decisionRule, purpose }: LocalAgreementView): string {
  return baseMark({ state, from, until, decisionRule, purpose });
}
