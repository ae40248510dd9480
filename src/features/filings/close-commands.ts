import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { closesAs, whyNotClose } from "@/domain/filing";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { reopenIdeas } from "@/features/ideas/commands";
import { moveInitiative } from "@/features/initiatives/commands";
import { lockMoney } from "@/features/initiatives/lock-commands";
import { book } from "@/features/ledger/commands";
import { afterLanding } from "@/features/ledger/landing-commands";
import { caseReserved } from "@/features/ledger/queries";
import { findCase, moveCase } from "@/features/pre-registrations/move";
import { write } from "@/server/db";
import type { Receipt } from "@/server/receipts";
import { casesVisibleTo } from "@/server/scope";
import { standings } from "./facts-queries";

/**
 * Closes an approved case's reservation: what is left is unreserved and lands where the fund's days say, and the case
 * is converted, or withdrawn with its ideas back in dialogue when nothing was granted. Initiatives that the national
 * fund rejected end here as cancelled. Refuses while an initiative is neither granted, rejected nor cancelled, or a
 * filing waits for its answer.
 */
export async function closeReservation(
  actor: Actor,
  input: { caseId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "initiative.plan"));
    const { caseId } = input;
    const found = await w.tx.preRegistration.findFirst({
      where: { AND: [casesVisibleTo(actor), { id: caseId }] },
      select: { fundId: true, potId: true },
    });
    if (!found) throw new Refusal(NOT_FOUND);
    const { fundId, potId } = found;
    const fund = await lockMoney(w, fundId, caseId);
    const it = await findCase(w, actor, caseId);
    const initiatives = await standings(w.tx, caseId);
    refuseIf(whyNotClose({ caseStatus: it.status, initiatives })[0] ?? null);

    for (const one of initiatives.filter(
      (each) => each.status === "planned" && each.lastFiling === "rejected",
    )) {
      await moveInitiative(w, one, "cancelled");
      w.tell({ kind: "initiative.cancelled", subjectId: one.id, caseId, detail: "rejected" });
    }
    const status = closesAs(initiatives);
    await moveCase(w, caseId, it.status, status);
    if (status === "withdrawn")
      await reopenIdeas(
        w,
        it.ideas.map((idea) => idea.id),
        caseId,
      );
    const amount = await caseReserved(w.tx, actor.employerId, fundId, potId, caseId);
    if (amount > 0n)
      await book(w, [
        { movement: "unreserve", amount, fundId, potId, caseId },
        ...(await afterLanding(w, fund, { potId, caseId }, amount)),
      ]);
    w.tell({ kind: `preRegistration.${status}`, subjectId: caseId, caseId, amount });
  });
}
