import { z } from "zod";
import { isDay } from "@/domain/day";
import { parseMoney } from "@/domain/money";
import type { MessageKey } from "@/messages/messages";

// How a form's texts are read. What is said of a field is a key of our messages. No server-only import stands here:
// schemas are read in the browser too.

const key = (message: MessageKey) => message;

export const textField = (max: number, missing: MessageKey = "refusals.required") =>
  z.string().trim().min(1, key(missing)).max(max, key("refusals.tooLong"));
export const optionalText = (max: number) => z.string().trim().max(max, key("refusals.tooLong")).default("");

export const idField = z.uuid(key("refusals.chooseOne"));
export const optionalId = z
  .union([z.literal("").transform(() => null), z.uuid(key("refusals.chooseOne"))])
  .nullish()
  .transform((id) => id ?? null);

export const dayField = z.string().trim().refine(isDay, key("refusals.badDay"));
export const optionalDay = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), key("refusals.badDay"))
  .nullish()
  .transform((text) => text || null);

/** Öre, above zero, from any Swedish way of writing an amount. */
export const moneyField = z.string().transform((text, ctx) => {
  const ore = parseMoney(text);
  if (ore === null) ctx.addIssue({ code: "custom", message: key("refusals.badMoney") });
  else if (ore <= 0n) ctx.addIssue({ code: "custom", message: key("refusals.moneyAboveZero") });
  return ore ?? 0n;
});

/** Öre, zero or more; empty is null. */
export const optionalMoney = z
  .string()
  .nullish()
  .transform((text, ctx) => {
    if (!text?.trim()) return null;
    const ore = parseMoney(text);
    if (ore === null || ore < 0n) ctx.addIssue({ code: "custom", message: key("refusals.badMoney") });
    return ore;
  });

const wholeNumber = (text: string) =>
  /^\d{1,6}$/.test(text.replace(/[\s\u00a0]/g, "")) ? Number(text.replace(/[\s\u00a0]/g, "")) : null;

/** A whole number above zero. */
export const countField = z.string().transform((text, ctx) => {
  const number = wholeNumber(text);
  if (!number) ctx.addIssue({ code: "custom", message: key("refusals.badNumber") });
  return number ?? 0;
});

export const optionalCount = z
  .string()
  .nullish()
  .transform((text, ctx) => {
    if (!text?.trim()) return null;
    const number = wholeNumber(text);
    if (number === null) ctx.addIssue({ code: "custom", message: key("refusals.badNumber") });
    return number;
  });

/** The revision that the form was opened on. */
export const revisionField = z
  .string()
  .regex(/^\d{1,9}$/, key("refusals.badField"))
  .transform(Number);
