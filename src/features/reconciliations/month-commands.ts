import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, day, dayOf } from "@/domain/day";
import { MOVED_ON, Refusal, refuseIf } from "@/domain/reason";
import { whyNotReconcileMonth } from "@/domain/reconciliation";
import { gapSum, type Month } from "@/domain/reconciliation-month";
import { lockEmployer } from "@/features/people/lock-commands";
import { reconcileRequisition } from "@/features/requisitions/payment-commands";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { closingFacts, getMonth, openMonth, whyNotReconcile } from "./month-queries";

/** A month under a lock, so that nothing is taken in to it meanwhile. Refuses one that is reconciled. */
async function lockMonth(w: Work, actor: Actor, month: Month) {
  refuseIf(whyNotReconcile(actor));
  await lockEmployer(w);
  const { employerId } = actor;
  const done = await w.tx.reconciledMonth.findFirst({ where: { employerId, month }, select: { on: true } });
  if (done) throw new Refusal({ key: "money.reconciliation.already", values: { day: day(done.on) } });
  return openMonth(w.tx, employerId, month, w.today);
}

/**
 * Writes why a claim or a line differs in an open month; what stood there is replaced. Refuses what does not differ (any
 * more), and a month that is reconciled.
 */
export async function explainDifference(
  actor: Actor,
  input: { month: Month; postingId: string | null; requisitionId: string | null; text: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "reconciliation.explain"));
    const { month, postingId, requisitionId, text } = input;
    const open = await lockMonth(w, actor, month);
    const gap = open.gaps.find(
      (it) =>
        it.postingId === postingId && it.requisitionId === requisitionId && (postingId || requisitionId),
    );
    if (!gap) throw new Refusal(MOVED_ON);
    const key = { employerId: actor.employerId, month, postingId, requisitionId };
    await w.tx.differenceCause.deleteMany({ where: key });
    await w.tx.differenceCause.createMany({
      data: [{ ...key, id: newId(now.getTime()), text, personId: actor.personId, at: now }],
    });
    w.tell({
      kind: "reconciliation.explained",
      subjectId: requisitionId ?? postingId ?? "",
      amount: gap.difference,
      detail: month,
      text,
    });
  });
}

/**
 * Marks a month as reconciled: every line that concerns a claim is tied to it for good, and nothing more is taken in to
 * the month. Refuses before its last day has passed and while something that differs has no cause.
 */
export async function closeMonth(
  actor: Actor,
  input: { month: Month },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "reconciliation.closeMonth"));
    const { month } = input;
    const { employerId } = actor;
    const open = await lockMonth(w, actor, month);
    refuseIf(whyNotReconcileMonth({ reconciledOn: null, ...closingFacts(open) }, w.today));
    for (const { item, actuals } of [...open.result.matched, ...open.result.differs])
      if (item)
        await w.tx.posting.updateMany({
          where: { employerId, id: { in: actuals.map(({ id }) => id) } },
          data: { requisitionId: item.id },
        });
    // A cause of something that has found its counterpart since says nothing any more.
    const causes = await w.tx.differenceCause.findMany({
      where: { employerId, month },
      select: { id: true, postingId: true, requisitionId: true },
    });
    const stale = causes.filter(
      (cause) =>
        !open.gaps.some(
          (gap) => gap.postingId === cause.postingId && gap.requisitionId === cause.requisitionId,
        ),
    );
    await w.tx.differenceCause.deleteMany({ where: { employerId, id: { in: stale.map(({ id }) => id) } } });
    await w.tx.reconciledMonth.createMany({
      data: [
        {
          employerId,
          month,
          on: column(w.today),
          personId: actor.personId,
          amount: open.amount,
          differs: gapSum(open.gaps),
        },
      ],
    });
    w.tell({
      kind: "reconciliation.closed",
      subjectId: employerId,
      amount: open.amount,
      detail: month,
      day: w.today,
    });
  });
}

/**
 * Reconciles the paid claims that a closed month matched, to the öre: one transaction for each, with a receipt of its
 * own, so that one that is refused (somebody's own case) holds up no other. The first refusal is thrown after the rest.
 */
export async function reconcileMatched(
  actor: Actor,
  input: { month: Month },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  refuseIf(whyNotAct(actor, "requisition.reconcile"));
  const { toReconcile } = await getMonth(actor, input.month, dayOf(now));
  const refused: Refusal[] = [];
  for (const { id } of [...toReconcile].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = receipt && { ...receipt, key: `${receipt.key}:${id}` };
    await reconcileRequisition(actor, { id }, now, own).catch((fault) => {
      if (!(fault instanceof Refusal)) throw fault;
      refused.push(fault);
    });
  }
  if (refused[0]) throw refused[0];
}
