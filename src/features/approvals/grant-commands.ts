import { AGREEMENTS } from "@/domain/agreement";
import { whyNotCommit } from "@/domain/fund";
import { whyNotSchedule } from "@/domain/initiative";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { grantPart, planInitiative } from "@/features/initiatives/commands";
import { book } from "@/features/ledger/commands";
import { fundById } from "@/features/ledger/queries";
import { type CaseFacts, moveCase } from "@/features/pre-registrations/move";
import type { Work } from "@/server/db";

/**
 * Lets the money follow the decision (öre), with the fund and the case locked and every rule asked. Where an outside
 * body grants the money, the sum is reserved until it has. Under LOM nothing outside is waited for: the initiative and
 * its unnumbered part are made, the sum reserved and committed, and the case is converted, all in this transaction.
 * Refuses what the pot does not hold (notEnoughAvailable), which no race can get round.
 */
export async function grant(w: Work, it: CaseFacts, amount: Ore): Promise<void> {
  const { id: caseId, fundId, potId } = it;
  const reserve = { movement: "reserve" as const, amount, fundId, potId, caseId };
  if (it.version === null) throw new Refusal(NOT_FOUND);
  const files = AGREEMENTS[it.version].files !== null;
  await moveCase(w, caseId, "inConsultation", "approved", { approvedAmount: amount });
  if (files) {
    await book(w, [reserve]);
    return;
  }
  const fund = await fundById(w.tx, w.actor.employerId, fundId);
  if (!fund || !it.providerKind) throw new Refusal(NOT_FOUND);
  refuseIf(whyNotCommit(fund, w.today));
  const initiativeId = await planInitiative(w, {
    caseId,
    title: it.title,
    unitId: it.unitId,
    amount,
    ownerId: it.ownerId,
    providerKind: it.providerKind,
    providerName: it.providerName,
    periodFrom: it.periodFrom,
    periodUntil: it.periodUntil,
    headcount: it.headcount,
    ideaIds: it.ideas.map((idea) => idea.id),
    status: whyNotSchedule(it, { files: false, parts: 1 }) ? "planned" : "scheduled",
  });
  const partId = await grantPart(w, { caseId, initiativeId, number: null, amount, grantedOn: w.today });
  await book(w, [reserve, { movement: "commit", amount, fundId, potId, caseId, partId }]);
  await moveCase(w, caseId, "approved", "converted");
  w.tell({ kind: "preRegistration.converted", subjectId: caseId, caseId, amount });
}
