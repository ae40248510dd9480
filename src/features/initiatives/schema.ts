import { z } from "zod";
import {
  countField,
  dayField,
  idField,
  moneyField,
  optionalCount,
  optionalDay,
  revisionField,
  textField,
} from "@/server/form-fields";

/** One box or several: a form sends a text for one and a list for more. */
const ideaIds = z.union([z.array(idField), idField.transform((id) => [id])]).default([]);

export const planSchema = z.strictObject({
  caseId: idField,
  title: textField(160),
  unitId: idField,
  amount: moneyField,
  periodFrom: optionalDay,
  periodUntil: optionalDay,
  headcount: optionalCount,
  ideaIds,
});

export const assignSchema = z.strictObject({
  id: idField,
  ownerId: idField,
  periodFrom: dayField,
  periodUntil: dayField,
  revision: revisionField,
});

export const initiativeSchema = z.strictObject({ id: idField });

export const countSchema = z.strictObject({ id: idField, tookPart: countField });

export const completeSchema = z.strictObject({ id: idField, completedOn: dayField });

export const stopSchema = z.strictObject({
  id: idField,
  to: z.enum(["cancelled", "notCarriedOut"], "refusals.chooseOne"),
  reason: textField(2000),
});
