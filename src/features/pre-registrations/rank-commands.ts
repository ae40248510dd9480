import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import { whyNotRank } from "@/domain/pre-registration";
import { displaced, movedTo } from "@/domain/priority";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { type Work, write } from "@/server/db";
import { lockCases } from "@/server/lock";
import type { Receipt } from "@/server/receipts";
import { casesVisibleTo } from "@/server/scope";
import { rankedIds } from "./priority-queries";

/** Moves one case to a place (from one) in its fund's order. Beyond the ends means first or last. */
export async function rankCase(
  actor: Actor,
  input: { id: string; place: number },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.prioritise"));
    const it = await w.tx.preRegistration.findFirst({
      where: { AND: [casesVisibleTo(actor), { id: input.id }] },
      select: { fundId: true, status: true },
    });
    if (!it) throw new Refusal(NOT_FOUND);
    refuseIf(whyNotRank(it));
    await setOrder(w, actor, it.fundId, (order) => movedTo(order, input.id, input.place), [input.id]);
  });
}

/** Sets a fund's whole order at once; cases that are not named keep their order after those that are. */
export async function rankCases(
  actor: Actor,
  input: { fundId: string; order: readonly string[] },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.prioritise"));
    await setOrder(w, actor, input.fundId, (order) => {
      if (!input.order.every((id) => order.includes(id))) throw new Refusal(NOT_FOUND);
      return [...new Set([...input.order, ...order])];
    });
  });
}

/**
 * Writes an order. All its cases are locked first, so that two who move at once do not undo each other. Nobody moves
 * a case of their own, neither by itself nor past another's. [design 5: jäv]
 */
async function setOrder(
  w: Work,
  actor: Actor,
  fundId: string,
  reorder: (order: string[]) => string[],
  told?: readonly string[],
): Promise<void> {
  const { tx } = w;
  await lockCases(w, await rankedIds(tx, actor, fundId));
  const before = await rankedIds(tx, actor, fundId);
  const after = reorder(before);
  if (after.length !== before.length) throw new Refusal(MOVED_ON);
  const moved = displaced(before, after);
  const rows = await tx.preRegistration.findMany({
    where: { id: { in: after } },
    select: { id: true, rank: true, ownerId: true, people: { select: { personId: true, part: true } } },
  });
  for (const { id, ownerId, people } of rows) {
    if (!moved.includes(id)) continue;
    const of = (part: "applicant" | "participant") =>
      people.filter((it) => it.part === part).map((it) => it.personId);
    refuseIf(
      whyNotImpartial(actor, {
        applicants: of("applicant"),
        participants: of("participant"),
        ownerId,
        endorsers: [],
      }),
    );
  }
  for (const [nth, id] of after.entries()) {
    const rank = nth + 1;
    if (rows.find((row) => row.id === id)?.rank !== rank)
      await tx.preRegistration.updateMany({ where: { id }, data: { rank } });
    // Those that only made room have no event of their own.
    if ((told ?? moved).includes(id) && moved.includes(id))
      w.tell({ kind: "preRegistration.ranked", subjectId: id, caseId: id, detail: String(rank) });
  }
}
