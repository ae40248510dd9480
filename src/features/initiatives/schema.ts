import { z } from "zod";
import type { MessageKey } from "@/messages/messages";
import {
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

/**
 * Those who took part, a row an occupation. A row without a number is no row: it was laid out for an occupation of which
 * nobody came. What is wrong stands at the row's own field.
 */
const groupRow = z.strictObject({
  occupation: textField(80),
  aid: z
    .string()
    .trim()
    .regex(/^(\d{6}[A-ZÅÄÖ]?)?$/i, "preRegistrations.edit.groups.badAid" satisfies MessageKey)
    .transform((text) => text.toUpperCase() || null),
  women: optionalCount.transform((count) => count ?? 0),
  men: optionalCount.transform((count) => count ?? 0),
  unstated: optionalCount.transform((count) => count ?? 0),
});

const someGroup = z.record(z.string(), z.string()).transform((typed, ctx) => {
  if ([typed.women, typed.men, typed.unstated].every((text) => !text?.trim() || text.trim() === "0"))
    return [];
  const parsed = groupRow.safeParse(typed);
  if (parsed.success) return [parsed.data];
  for (const issue of parsed.error.issues)
    ctx.addIssue({ code: "custom", message: issue.message, path: issue.path });
  return [];
});

export const countSchema = z.strictObject({
  id: idField,
  groups: z
    .array(someGroup)
    .max(60, "refusals.badField" satisfies MessageKey)
    .default([])
    .transform((rows) => rows.flat()),
});

export const completeSchema = z.strictObject({ id: idField, completedOn: dayField });

export const stopSchema = z.strictObject({
  id: idField,
  to: z.enum(["cancelled", "notCarriedOut"], "refusals.chooseOne"),
  reason: textField(2000),
});
