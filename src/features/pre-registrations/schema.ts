import { z } from "zod";
import { AREAS, COST_TYPES, PROVIDER_KINDS } from "@/domain/agreement";
import { codesField } from "@/features/codings/schema";
import type { MessageKey } from "@/messages/messages";
import {
  countField,
  idField,
  moneyField,
  optionalCount,
  optionalDay,
  optionalId,
  optionalMoney,
  optionalText,
  revisionField,
  textField,
} from "@/server/form-fields";

const key = (message: MessageKey) => message;
const LONG = 4000;
const MOST_ROWS = 60;

/** One or more of a repeated field: a form sends a single one as plain text. */
const ids = z
  .union([
    z.literal("").transform(() => []),
    idField.transform((id) => [id]),
    z.array(idField).max(MOST_ROWS),
  ])
  .default([]);

export const newCaseForm = z.strictObject({
  ideas: ids,
  title: textField(120),
  unitId: idField,
  fundId: optionalId,
});

/** `back`: from the case's page, where one returns after the save; else to the task list. */
const edited = { id: idField, revision: revisionField, back: z.enum(["case"]).optional() };

/** The button that was pressed, where a form has more than one. */
const more = z.string().max(20).optional();

/**
 * Rows of a table-like form. A row where everything is empty is no row; one that is begun must be whole. What is wrong
 * stands at the row's own field; `row` counts the empty ones too, so that a rule can point there as well.
 */
function rows<Row extends z.ZodRawShape>(row: z.ZodObject<Row>) {
  const texts = z.union([z.string(), z.record(z.string(), z.string())]);
  const one = z.record(z.string(), texts).transform((typed, ctx) => {
    const written = Object.values(typed).flatMap((it) => (typeof it === "string" ? it : Object.values(it)));
    if (written.every((text) => text.trim() === "")) return null;
    const parsed = row.safeParse(typed);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      ctx.addIssue({ code: "custom", message: issue.message, path: issue.path });
    return null;
  });
  return z
    .array(one)
    .max(MOST_ROWS, key("refusals.tooLong"))
    .default([])
    .transform((all) => all.flatMap((it, row) => (it === null ? [] : [{ ...it, row }])));
}

export const basicsForm = z.strictObject({
  ...edited,
  title: textField(120),
  unitId: idField,
  fundId: idField,
});

export const textSectionForm = z.strictObject({
  ...edited,
  section: z.enum(["need", "initiative", "beyondOrdinary", "risk"]),
  text: textField(LONG),
});

export const areaForm = z.strictObject({ ...edited, area: z.enum(AREAS, key("refusals.chooseOne")) });

export const groupsForm = z.strictObject({
  ...edited,
  more,
  headcount: optionalCount,
  groups: rows(
    z.strictObject({
      occupation: textField(80),
      aid: z
        .string()
        .trim()
        .regex(/^(\d{6}[A-ZÅÄÖ]?)?$/i, key("preRegistrations.edit.groups.badAid"))
        .transform((text) => text || null),
      takingPart: countField,
      covering: optionalCount.transform((count) => count ?? 0),
    }),
  ),
});

export const providerForm = z.strictObject({
  ...edited,
  providerKind: z.enum(PROVIDER_KINDS, key("refusals.chooseOne")),
  providerName: optionalText(120),
});

export const periodForm = z.strictObject({ ...edited, periodFrom: optionalDay, periodUntil: optionalDay });

export const ownerForm = z.strictObject({ ...edited, ownerId: idField });

export const costsForm = z.strictObject({
  ...edited,
  more,
  lines: rows(
    z.strictObject({
      costType: z.enum(COST_TYPES, key("refusals.chooseOne")),
      text: optionalText(200),
      amount: moneyField,
      codes: codesField,
    }),
  ),
});

export const unitsForm = z.strictObject({
  ...edited,
  more,
  units: rows(z.strictObject({ unitId: idField, ownCost: optionalMoney.transform((ore) => ore ?? 0n) })),
});

export const caseForm = z.strictObject({ id: idField });

export const endorseForm = z.strictObject({
  id: idField,
  unitId: idField,
  /** Öre that the manager saw, as plain digits. */
  amount: z
    .string()
    .regex(/^\d{1,18}$/, key("refusals.badField"))
    .transform(BigInt),
  ownCost: z
    .string()
    .regex(/^\d{1,18}$/, key("refusals.badField"))
    .transform(BigInt),
  note: optionalText(1000),
});

export const returnForm = z.strictObject({ id: idField, missing: textField(2000) });

export const reasonForm = z.strictObject({ id: idField, reason: optionalText(1000) });

export const withdrawForm = z.strictObject({ id: idField, reason: textField(1000) });

export const rankForm = z.strictObject({ id: idField, fundId: idField, place: countField });

/** From the case's own page one comes back to it; else to the meeting. */
export const consultForm = z.strictObject({
  caseIds: ids,
  consultationId: idField,
  back: z.enum(["case"]).optional(),
});
