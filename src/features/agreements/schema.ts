import { z } from "zod";
import { DECISION_RULES } from "@/domain/local-agreement";
import { optionalDay, optionalId, optionalText } from "@/server/form-fields";

export const localAgreementSchema = z.strictObject({
  /** Empty: a new agreement. */
  id: optionalId,
  state: z.enum(["preparing", "negotiating", "inForce"], "refusals.chooseOne"),
  from: optionalDay,
  until: optionalDay,
  decisionRule: z.enum(DECISION_RULES, "refusals.chooseOne"),
  purpose: optionalText(1000),
  /** What stood there when the form was opened. */
  base: optionalText(64),
});
