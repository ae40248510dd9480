import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { whyNotWhole } from "@/domain/distribution";
import { whyNotChangeFrame } from "@/domain/fund";
import { editableMoney, type Ore } from "@/domain/money";
import { ChangedMeanwhile, Refusal, refuseIf } from "@/domain/reason";
import { book } from "@/features/ledger/commands";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { fundToChange } from "./commands";
import {
  chosenUnits,
  revisionOf,
  type SharePart,
  type ShareUnit,
  type Sharing,
  shareOut,
  shareUnits,
} from "./distribute-queries";

/**
 * Shares money (öre) from a fund's central pot between units, in one booking; a unit without a pot gets one. The parts
 * are reckoned anew from the headcounts or payrolls as they stand. Refuses, with both texts, when they are not those
 * that were shown (`revision`); refuses what whyNotDistribute says, and more than the central pot holds. [PF1, KI3]
 */
export async function distributeFund(
  actor: Actor,
  input: Sharing & { fundId: string; revision: number },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    const { units, central } = await unitsToShare(w, actor, input.fundId);
    const shared = shareOut(units, input);
    if ("reason" in shared) throw new Refusal(shared.reason);
    const revision = revisionOf(shared.parts);
    if (revision !== input.revision) throw new ChangedMeanwhile(shownNow(shared.parts, input), revision);
    await bookParts(w, input.fundId, central.id, shared.parts);
  });
}

/**
 * The same with parts (öre, by unit) that somebody wrote by hand. Refuses parts that do not add up to the amount, one
 * below zero, and units that do not exist today.
 */
export async function distributeByHand(
  actor: Actor,
  input: { fundId: string; amount: Ore; parts: Readonly<Record<string, Ore>> },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    const { units, central } = await unitsToShare(w, actor, input.fundId);
    const chosen = chosenUnits(units, Object.keys(input.parts));
    refuseIf(whyNotWhole(input.amount, Object.values(input.parts)));
    const parts = chosen.map((unit) => ({ ...unit, part: input.parts[unit.id] ?? 0n }));
    await bookParts(w, input.fundId, central.id, parts);
  });
}

async function unitsToShare(w: Work, actor: Actor, fundId: string) {
  refuseIf(whyNotAct(actor, "fund.distribute"));
  const fund = await fundToChange(w, fundId);
  refuseIf(whyNotChangeFrame(fund, w.today));
  return shareUnits(w.tx, actor.employerId, fundId, w.today);
}

/** What stands now, by the names of the form's own fields. */
function shownNow(parts: readonly SharePart[], { basis }: Sharing): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap(({ id, weight, part }) => [
      [`weights.${id}`, basis === "payroll" ? editableMoney(weight) : String(weight)],
      [`shown.${id}`, editableMoney(part)],
    ]),
  );
}

async function bookParts(
  w: Work,
  fundId: string,
  centralId: string,
  parts: readonly (ShareUnit & { part: Ore })[],
): Promise<void> {
  const { tx, actor, now, tell } = w;
  const { employerId } = actor;
  const given = parts
    .filter(({ part }) => part > 0n)
    .map((it) => ({ ...it, to: it.potId ?? newId(now.getTime()) }));
  if (given.length === 0) throw new Refusal({ key: "refusals.moneyAboveZero", field: "amount" });
  const created = given.filter(({ potId }) => potId === null);
  await tx.pot.createMany({
    data: created.map(({ id, to }) => ({ employerId, fundId, id: to, unitId: id })),
  });
  await book(
    w,
    given.map(({ to, part }) => ({
      movement: "transfer" as const,
      amount: part,
      from: { fundId, potId: centralId },
      to: { fundId, potId: to },
    })),
  );
  for (const { id } of created) tell({ kind: "fund.potAdded", subjectId: fundId, detail: id });
  const amount = given.reduce((sum, { part }) => sum + part, 0n);
  tell({ kind: "fund.distributed", subjectId: fundId, amount });
}
