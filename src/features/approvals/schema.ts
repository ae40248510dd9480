import { z } from "zod";
import { GROUP_OUTCOMES, POSITIONS } from "@/domain/approval";
import type { MessageKey } from "@/messages/messages";
import { idField, optionalMoney, optionalText, textField } from "@/server/form-fields";

const key = (message: MessageKey) => message;

/** Öre as the page showed them, to the öre: the decision is about that amount and no other. */
const shownAmount = z
  .string()
  .regex(/^\d{1,15}$/, key("refusals.badField"))
  .transform(BigInt);

export const approveForm = z.strictObject({ caseId: idField, amount: shownAmount });

export const declineForm = z.strictObject({
  caseId: idField,
  reason: textField(2000, "approvals.form.needReason"),
  nextStep: textField(1000, "approvals.form.needNextStep"),
});

/** A member who was not at the meeting has no row in the decision. */
export const groupForm = z.strictObject({
  caseId: idField,
  consultationId: idField,
  outcome: z.enum(GROUP_OUTCOMES, key("approvals.form.needOutcome")),
  amount: optionalMoney,
  reason: optionalText(2000),
  nextStep: optionalText(1000),
  members: z
    .array(
      z.strictObject({
        personId: idField,
        position: z.enum([...POSITIONS, "absent"], key("approvals.form.needPosition")),
        reason: optionalText(500),
      }),
    )
    .max(50)
    .default([])
    .transform((all) =>
      all.flatMap(({ position, ...it }) => (position === "absent" ? [] : [{ ...it, position }])),
    ),
});
