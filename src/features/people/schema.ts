import { z } from "zod";
import { MANDATES, ROLES } from "@/domain/actor";
import {
  dayField,
  idField,
  optionalDay,
  optionalId,
  optionalMoney,
  optionalText,
  textField,
} from "@/server/form-fields";

const email = z.union([z.literal(""), z.email("people.rules.badEmail")]).default("");
const ticked = z
  .union([z.literal("on"), z.literal("")])
  .optional()
  .transform((box) => box === "on");

export const addPersonSchema = z.strictObject({
  givenName: textField(80),
  familyName: textField(80),
  unitId: idField,
  title: optionalText(120),
  email,
  employeeNumber: optionalText(40),
  isProtected: ticked,
});

export const changePersonSchema = z.strictObject({
  id: idField,
  base: optionalText(64),
  /** Empty for a protected person: what is not shown is kept. */
  givenName: optionalText(80),
  familyName: optionalText(80),
  unitId: optionalId,
  title: optionalText(120),
  email,
  employeeNumber: optionalText(40),
  isProtected: ticked,
});

export const leaveSchema = z.strictObject({ id: idField, lastDay: dayField });

export const giveRoleSchema = z.strictObject({
  personId: idField,
  role: z.enum(ROLES, "refusals.chooseOne"),
  unitId: idField,
  unionId: optionalId,
  from: dayField,
  until: optionalDay,
});

/** At once, or on a last day. */
const ending = {
  id: idField,
  personId: idField,
  when: z.enum(["now", "day"], "refusals.chooseOne"),
  until: optionalDay,
};
const aDayWhenChosen = ({ when, until }: { when: "now" | "day"; until: string | null }) =>
  when === "now" || until !== null;
const missing = { path: ["until"], message: "refusals.required" };

export const endSchema = z.strictObject(ending).refine(aDayWhenChosen, missing);

export const giveMandateSchema = z.strictObject({
  personId: idField,
  kind: z.enum(MANDATES, "refusals.chooseOne"),
  paragraph: optionalText(120),
  amountLimit: optionalMoney,
  side: z
    .union([z.enum(["employer", "union"]), z.literal("").transform(() => null)], "refusals.chooseOne")
    .nullish()
    .transform((side) => side ?? null),
  from: dayField,
  until: optionalDay,
});

export const identitySchema = z.strictObject({
  personId: idField,
  issuer: textField(300),
  subject: textField(300),
});

/** What the list of people is narrowed by, from the address bar; what cannot be read narrows nothing. */
export const peopleSearch = z.object({
  q: z.string().trim().max(80).nullish().catch(null),
  unit: z.uuid().nullish().catch(null),
  role: z.enum(ROLES).nullish().catch(null),
  kind: z.enum(["protected", "left"]).nullish().catch(null),
  after: z.uuid().nullish().catch(null),
});
export type PeopleSearch = z.output<typeof peopleSearch>;
