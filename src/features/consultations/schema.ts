import { z } from "zod";
import { ANSWERS } from "@/domain/consultation";
import type { MessageKey } from "@/messages/messages";
import { dayField, idField, optionalDay, optionalText, textField } from "@/server/form-fields";

const key = (message: MessageKey) => message;

export const planForm = z.strictObject({
  kind: z.enum(["unions", "jointGroup"], key("refusals.chooseOne")),
  day: dayField,
  place: optionalText(200),
});

export const oneMeeting = z.strictObject({ id: idField });

export const minutesForm = z.strictObject({ id: idField, number: textField(40), text: textField(8000) });

/** The texts of every choice are sent; the one that belongs to the chosen answer counts. */
export const statementForm = z
  .strictObject({
    voiceId: idField,
    version: z
      .string()
      .regex(/^\d{1,6}$/, key("refusals.badField"))
      .transform(Number),
    kind: z.enum(ANSWERS, key("consultations.answer.choose")),
    remarks: optionalText(4000),
    reason: optionalText(4000),
    returnsOn: optionalDay,
  })
  .transform(({ remarks, reason, version, ...it }) => ({
    ...it,
    versionNumber: version,
    text: it.kind === "remarks" ? remarks : it.kind === "disagrees" ? reason : "",
  }));

export const oneVoice = z.strictObject({ voiceId: idField });

export const concludeForm = z.strictObject({ voiceId: idField, record: textField(4000) });

export const takeUpForm = z.strictObject({ caseId: idField, consultationId: idField });
