import { z } from "zod";
import { EVIDENCE_KINDS } from "@/domain/requisition";
import {
  dayField,
  idField,
  moneyField,
  optionalMoney,
  optionalText,
  revisionField,
  textField,
} from "@/server/form-fields";

export const startSchema = z.strictObject({ partId: idField, amount: moneyField });
export const callOffSchema = z.strictObject({ partId: idField, amount: moneyField });

export const claimSchema = z.strictObject({ id: idField });
export const amountSchema = z.strictObject({ id: idField, amount: moneyField, revision: revisionField });

export const addEvidenceSchema = z.strictObject({
  id: idField,
  kind: z.enum(EVIDENCE_KINDS, "refusals.chooseOne"),
  number: textField(80),
  day: dayField,
  amount: optionalMoney,
});
export const removeEvidenceSchema = z.strictObject({ id: idField, evidenceId: idField });

export const answerSchema = z.strictObject({
  id: idField,
  outcome: z.enum(["returned", "partlyRejected"], "refusals.chooseOne"),
  answer: textField(2000),
});

export const paymentSchema = z.strictObject({
  id: idField,
  paidAmount: optionalMoney
    .refine((amount) => amount !== null, "refusals.required")
    .transform((amount) => amount ?? 0n),
  paidOn: dayField,
  cause: optionalText(2000),
});
