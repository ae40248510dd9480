import { Refusal } from "@/domain/reason";

/**
 * The key of the sentence with which something was refused, short where it is the tested noun's own
 * ("whyNot.overLimit"); "not refused" when it went through. Any other fault is thrown on.
 */
export async function refused(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (fault) {
    if (fault instanceof Refusal) return fault.reason.key.replace(/^(consultations|approvals)\./, "");
    throw fault;
  }
  return "not refused";
}
