import { whyNotAct } from "@/domain/access";
import { type Actor, reaches } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import type { Ore } from "@/domain/money";
import { whyNotEndorseCase, whyNotReturn } from "@/domain/pre-registration";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { lockCase, moveCase, moveOnWhenEndorsed, unitsLeft } from "./move";

type UnitEndorsement = {
  id: string;
  unitId: string;
  /** What the manager saw: what is asked for, and what the unit pays itself. Öre. */
  amount: Ore;
  ownCost: Ore;
  note: string;
};

/**
 * A manager's yes for one unit, to the amount and to what the unit pays itself. The last unit's yes moves the case on.
 * Refuses a unit that the case does not touch or that is out of reach, one that need not be asked, a party to the case,
 * and amounts that have changed since they were shown (movedOn).
 */
export async function endorseCase(
  actor: Actor,
  input: UnitEndorsement,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.endorse"));
    const it = await lockCase(w, actor, input.id);
    const unit = it.units.find((touched) => touched.unitId === input.unitId);
    if (!unit) throw new Refusal(NOT_FOUND);
    refuseIf(
      whyNotEndorseCase({
        status: it.status,
        asked: unitsLeft(it).includes(unit),
        reaches: reaches(actor, unit.unitId),
      }),
    );
    refuseIf(whyNotImpartial(actor, it.parties));
    if (input.amount !== it.amount || input.ownCost !== unit.ownCost) throw new Refusal(MOVED_ON);
    const yes = {
      unitId: unit.unitId,
      personId: actor.personId,
      amount: it.amount,
      ownCost: unit.ownCost,
      at: now,
    };
    await w.tx.endorsement.createMany({
      data: [
        {
          ...yes,
          employerId: actor.employerId,
          id: newId(now.getTime()),
          caseId: it.id,
          role: actor.role,
          note: input.note || null,
        },
      ],
    });
    w.tell({
      kind: "preRegistration.endorsed",
      subjectId: it.id,
      caseId: it.id,
      amount: it.amount,
      detail: unit.unitId,
      ...(input.note ? { text: input.note } : {}),
    });
    await moveOnWhenEndorsed(w, { ...it, endorsements: [...it.endorsements, yes] });
  });
}

/**
 * Sends the case back with what is missing, by the coordinator or by a manager who reaches one of its units. What was
 * endorsed stays endorsed.
 */
export async function returnCase(
  actor: Actor,
  input: { id: string; missing: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.return"));
    const it = await lockCase(w, actor, input.id);
    refuseIf(whyNotReturn(it));
    const touches = it.units.some((unit) => reaches(actor, unit.unitId));
    if (actor.role === "manager" && !touches) throw new Refusal({ key: "preRegistrations.why.notYourUnit" });
    await moveCase(w, it.id, it.status, "returned", { answer: input.missing });
    w.tell({
      kind: "preRegistration.returned",
      subjectId: it.id,
      caseId: it.id,
      text: input.missing,
    });
  });
}
