import { z } from "zod";
import { idField, moneyField, textField } from "@/server/form-fields";

/** An amount that may be left out; when written it is above zero. */
const amountOrNothing = z
  .union([z.literal("").transform(() => null), moneyField])
  .nullish()
  .transform((ore) => ore ?? null);

export const adjustSchema = z.strictObject({
  fundId: idField,
  potId: idField,
  amount: moneyField,
  direction: z.enum(["in", "out"], "refusals.chooseOne"),
  reason: textField(500),
});

export const potSchema = z.strictObject({ fundId: idField, unitId: idField, amount: amountOrNothing });

export const transferSchema = z.strictObject({
  fundId: idField,
  fromPotId: idField,
  toPotId: idField,
  amount: moneyField,
});

export const rollOverSchema = z.strictObject({ fundId: idField, toFundId: idField });

export const reverseSchema = z.strictObject({ fundId: idField, entryId: idField, reason: textField(500) });

/** What the ledger's list is narrowed by, from the address bar; what cannot be read narrows nothing. */
export const ledgerSearch = z.object({
  movement: z
    .enum([
      "provide",
      "adjust",
      "transfer",
      "rollOver",
      "reserve",
      "unreserve",
      "commit",
      "recommit",
      "release",
      "draw",
      "revert",
    ])
    .nullish()
    .catch(null),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .nullish()
    .catch(null),
});
