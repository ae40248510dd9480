import { whyNotAct } from "@/domain/access";
import { type Coding, faultsOf } from "@/domain/account-coding";
import type { Actor } from "@/domain/actor";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { write } from "@/server/db";
import { lockCases } from "@/server/lock";
import type { Receipt } from "@/server/receipts";
import { casesVisibleTo } from "@/server/scope";
import { STILL_BOOKED } from "./fault-queries";
import { allSegments } from "./queries";

/**
 * Corrects the codes of one cost line, also in a case that is otherwise closed for changes: coding is bookkeeping and
 * asks nobody again. Refuses codes that still have a fault, at their field, and a line out of sight or of a case that
 * came to nothing. Whoever has the costs open learns that they were changed.
 */
export async function correctCodes(
  actor: Actor,
  input: { id: string; codes: Coding },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "coding.correct"));
    const where = { id: input.id, case: { AND: [casesVisibleTo(actor), STILL_BOOKED] } };
    const seen = await w.tx.costLine.findFirst({ where, select: { caseId: true } });
    if (!seen) throw new Refusal(NOT_FOUND);
    await lockCases(w, [seen.caseId]);
    const line = await w.tx.costLine.findFirst({
      where,
      select: { costType: true, case: { select: { providerKind: true } } },
    });
    if (!line) throw new Refusal(NOT_FOUND);
    const facts = { costType: line.costType, providerKind: line.case.providerKind };
    const segments = await allSegments(w.tx, actor.employerId);
    const [fault] = faultsOf(input.codes, segments, facts, w.today);
    if (fault) throw new Refusal({ ...fault, field: fault.field?.replace(/^coding\./, "codes.") ?? "" });
    await w.tx.costLine.updateMany({ where: { id: input.id }, data: { codes: { ...input.codes } } });
    await w.tx.preRegistration.updateMany({
      where: { id: seen.caseId },
      data: { revision: { increment: 1 } },
    });
    w.tell({ kind: "coding.corrected", subjectId: input.id, caseId: seen.caseId });
  });
}
