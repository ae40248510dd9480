import { z } from "zod";
import { CODE_SIGNS, type SiePlace } from "@/domain/account-coding";
import { COST_TYPES, PROVIDER_KINDS } from "@/domain/agreement";
import type { MessageKey } from "@/messages/messages";
import {
  countField,
  dayField,
  idField,
  optionalDay,
  optionalId,
  optionalText,
  textField,
} from "@/server/form-fields";

const key = (message: MessageKey) => message;

/** Codes by the segments' keys, as fields "codes.<key>"; empty ones are no codes. What is wrong with them is no error here. */
export const codesField = z
  .record(z.string().max(40, key("refusals.tooLong")), optionalText(40))
  .default({})
  .transform((codes) => Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== "")));

/** One or more of a repeated field: a form sends a single one as plain text, and none not at all. */
const some = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.union([z.enum(values).transform((one) => [one]), z.array(z.enum(values))]).default([]);

/** Where codes may go in an accounting file, as a form sends it: the account, a free dimension, or nowhere. */
export const SIE_PLACES = [
  "",
  "account",
  "1",
  "2",
  "6",
  ...Array.from({ length: 10 }, (_, nth) => String(nth + 20)),
] as const;

export const sieOf = (place: string): SiePlace =>
  place === "" ? null : place === "account" ? place : Number(place);

const facts = {
  name: textField(40),
  min: countField,
  max: countField,
  signs: z.enum(CODE_SIGNS, key("refusals.chooseOne")),
  when: z.enum(["always", "never", "costType", "provider"], key("refusals.chooseOne")),
  costTypes: some(COST_TYPES),
  providers: some(PROVIDER_KINDS),
  allowed: z
    .string()
    .max(20_000, key("refusals.tooLong"))
    .default("")
    .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))]),
  sie: z.enum(SIE_PLACES, key("refusals.chooseOne")),
  from: dayField,
};

export const newSegmentForm = z.strictObject({
  ...facts,
  key: z.string().trim().toLowerCase().max(30, key("refusals.tooLong")),
  until: optionalDay,
});
export const segmentForm = z.strictObject({ ...facts, id: idField });
export const endSegmentForm = z.strictObject({ id: idField, until: dayField });
export const municipalForm = z.strictObject({ from: dayField });
export const correctForm = z.strictObject({
  id: idField,
  codes: codesField,
  /** Where in the list one was. */
  after: optionalId,
});
