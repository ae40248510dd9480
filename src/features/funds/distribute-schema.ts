import { z } from "zod";
import { parseMoney } from "@/domain/money";
import type { MessageKey } from "@/messages/messages";
import { idField, moneyField, revisionField } from "@/server/form-fields";

const key = (message: MessageKey) => message;

/** Öre, zero or more; empty is zero. */
const amountOrZero = z.string().transform((text, ctx) => {
  if (!text.trim()) return 0n;
  const ore = parseMoney(text);
  if (ore === null || ore < 0n) ctx.addIssue({ code: "custom", message: key("refusals.badMoney") });
  return ore ?? 0n;
});
const many = z.union([z.array(idField), idField.transform((id) => [id])]);
const shown = z.record(idField, z.string().max(40));

export const distributeSchema = z
  .strictObject({
    fundId: idField,
    units: many,
    basis: z.enum(["headcount", "payroll"], "refusals.chooseOne"),
    floor: amountOrZero.default(0n),
    amount: moneyField,
    revision: revisionField,
    /** What stood on the screen, for the two texts when it stands otherwise now. */
    weights: shown.default({}),
    shown: shown.default({}),
  })
  .transform(({ units, weights, shown, ...input }) => ({ ...input, unitIds: units }));

export const byHandSchema = z.strictObject({
  fundId: idField,
  amount: moneyField,
  parts: z.record(idField, amountOrZero),
});

/** What is asked for in the address bar: what cannot be read is said, and nothing is shared. */
export const distributeSearch = z.object({
  under: z.uuid().nullish().catch(null),
  /** Whose units the boxes were drawn for. */
  of: z.uuid().nullish().catch(null),
  basis: z.enum(["headcount", "payroll", "byHand"]).nullish().catch(null),
  floor: z.string().max(40).nullish().catch(null),
  amount: z.string().max(40).nullish().catch(null),
});
