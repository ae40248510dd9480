import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { closesAs, type Standing, whyNotClose } from "@/domain/filing";
import type { Ore } from "@/domain/money";
import type { CaseStatus } from "@/domain/pre-registration";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { reopenIdeas } from "@/features/ideas/commands";
import { moveInitiative } from "@/features/initiatives/commands";
import { lockMoney } from "@/features/initiatives/lock-commands";
import { book } from "@/features/ledger/commands";
import { afterLanding } from "@/features/ledger/landing-commands";
import { caseReserved } from "@/features/ledger/queries";
import { findCase, moveCase } from "@/features/pre-registrations/move";
import { type Work, write } from "@/server/db";
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

    const status = closesAs(initiatives);
    const amount = await caseReserved(w.tx, actor.employerId, fundId, potId, caseId);
    await endCase(w, { ...it, ideaIds: it.ideas.map((idea) => idea.id) }, initiatives, status, amount);
    if (amount > 0n)
      await book(w, [
        { movement: "unreserve", amount, fundId, potId, caseId },
        ...(await afterLanding(w, fund, { potId, caseId }, amount)),
      ]);
  });
}

/**
 * Ends an approved case whose lock is held, without its money (öre, which the caller unreserves): what is still planned
 * without a granted part is cancelled, the case is converted, or its ideas come back to dialogue. By the coordinator or
 * by the fund's days. [design 3, preRegistration]
 */
export async function endCase(
  w: Work,
  it: { id: string; status: CaseStatus; ideaIds: readonly string[] },
  initiatives: readonly (Standing & { id: string })[],
  to: "converted" | "withdrawn" | "expired",
  amount: Ore,
): Promise<void> {
  for (const one of initiatives.filter((each) => each.status === "planned" && each.parts === 0)) {
    await moveInitiative(w, one, "cancelled");
    const detail = one.lastFiling === "rejected" ? "rejected" : "expired";
    w.tell({ kind: "initiative.cancelled", subjectId: one.id, caseId: it.id, detail });
  }
  await moveCase(w, it.id, it.status, to);
  if (to !== "converted") await reopenIdeas(w, it.ideaIds, it.id);
  w.tell({ kind: `preRegistration.${to}`, subjectId: it.id, caseId: it.id, amount });
}
