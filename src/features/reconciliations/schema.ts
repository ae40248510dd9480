import { z } from "zod";
import { isMonth } from "@/domain/reconciliation-month";
import type { MessageKey } from "@/messages/messages";
import { optionalId, optionalText, textField } from "@/server/form-fields";

const key = (message: MessageKey) => message;

/** The largest file of actuals that is read. A year of a city's lines on one account is far below. */
export const MOST_BYTES = 5 * 1024 * 1024;

export const fileForm = z.strictObject({
  file: z
    .file(key("reconciliations.whyNot.noFile"))
    .min(1, key("reconciliations.whyNot.noFile"))
    .max(MOST_BYTES, key("reconciliations.whyNot.tooLarge")),
});

const column = z
  .string()
  .max(200, key("refusals.tooLong"))
  .nullish()
  .transform((text) => text || null);
const neededColumn = z.string().min(1, key("refusals.chooseOne")).max(200, key("refusals.tooLong"));

/** "3599, TLO17": the codes of which a line must hold one. */
const codes = z
  .string()
  .max(400, key("refusals.tooLong"))
  .default("")
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))]);

const incomes = z.enum(["minus", "plus"], key("refusals.chooseOne"));

export const csvMappingForm = z.strictObject({
  day: neededColumn,
  amount: neededColumn,
  credit: column,
  voucher: neededColumn,
  line: column,
  text: column,
  coding: z
    .union([z.literal("").transform(() => []), z.string().transform((one) => [one]), z.array(z.string())])
    .default([]),
  codes,
  incomes,
});

/** A mapping as it was stored: with a person's draft, or under a name. */
export const storedMapping = z.object({
  columns: z
    .object({
      day: z.string(),
      amount: z.string(),
      credit: z.string().nullable(),
      voucher: z.string(),
      line: z.string().nullable(),
      text: z.string().nullable(),
      coding: z.array(z.string()),
    })
    .nullable(),
  codes: z.array(z.string()),
  incomes: z.enum(["minus", "plus"]),
});

export const sieMappingForm = z.strictObject({ codes, incomes });

export const takeInForm = z.strictObject({
  /** What was shown when it was confirmed. */
  seen: z.string().max(100),
  saveAs: optionalText(60),
});

export const nothingForm = z.strictObject({});

const month = z.string().refine(isMonth, key("refusals.badField"));

export const explainForm = z.strictObject({
  month,
  postingId: optionalId,
  requisitionId: optionalId,
  text: textField(1000),
});

export const monthForm = z.strictObject({ month });
