import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import { type DecisionRule, whyNotSaveLocalAgreement } from "@/domain/local-agreement";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { whyNotWholeEmployer } from "@/domain/unit";
import { lockEmployer } from "@/features/people/lock-commands";
import { write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { baseOf, localAgreements } from "./queries";

type Wish = {
  /** Null: a new agreement. */
  id: string | null;
  state: "preparing" | "negotiating" | "inForce";
  from: Day | null;
  until: Day | null;
  decisionRule: DecisionRule;
  purpose: string;
  /** Of the row that the form was opened on; left out by who has no form. */
  base?: string;
};

/**
 * Records how far a local agreement has come, for an employer under LOM. A new agreement is a row of its own, so that one
 * can be negotiated while the old is in force. Refuses steps back, days on which two would be in force, one that has
 * expired, and a form that was opened before someone else saved. Gives the agreement's id. [AG3, AG4]
 */
export async function saveLocalAgreement(
  actor: Actor,
  wish: Wish,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "agreement.save"));
    refuseIf(whyNotWholeEmployer(actor));
    const { tx, today, tell } = w;
    const { employerId } = actor;
    await lockEmployer(w);
    const employer = await tx.employer.findFirstOrThrow({
      where: { id: employerId },
      select: { scheme: true },
    });
    if (employer.scheme !== "lom") throw new Refusal({ key: "agreements.rules.onlyLom" });
    const all = await localAgreements(tx, employerId);
    const before = wish.id === null ? null : (all.find((it) => it.id === wish.id) ?? null);
    if (wish.id !== null && !before) throw new Refusal(NOT_FOUND);
    if (before && wish.base && wish.base !== baseOf(before)) throw new Refusal(MOVED_ON);
    refuseIf(
      whyNotSaveLocalAgreement(
        before,
        wish,
        all.filter((it) => it.id !== wish.id),
        today,
      ),
    );
    const data = {
      state: wish.state,
      from: column(wish.from),
      until: column(wish.until),
      decisionRule: wish.decisionRule,
      purpose: wish.purpose || null,
    };
    const id = wish.id ?? newId(now.getTime());
    if (wish.id === null) await tx.localAgreement.createMany({ data: [{ employerId, id, ...data }] });
    else await tx.localAgreement.updateMany({ where: { employerId, id }, data });
    tell({ kind: "agreement.changed", subjectId: id, detail: wish.state, day: wish.until ?? undefined });
    return id;
  });
}
