import { z } from "zod";
import { dayField, idField, moneyField, optionalDay, optionalText, textField } from "@/server/form-fields";

export const prepareFilingSchema = z.strictObject({ initiativeId: idField, note: optionalText(2000) });

export const sendFilingSchema = z.strictObject({
  id: idField,
  checked: z.literal("on", "filings.send.tick"),
});

const part = z.strictObject({
  number: textField(40, "filings.answer.numberMissing"),
  amount: moneyField,
  earliestClaimDay: optionalDay,
  title: optionalText(160),
});

const isEmpty = (row: unknown) =>
  row !== null && typeof row === "object" && Object.values(row).every((value) => value === "");

/** Empty rows at the end fall away; one in between is told of at its own place. */
const filledRows = (rows: unknown) => {
  if (!Array.isArray(rows)) return rows;
  const last = rows.findLastIndex((row: unknown) => !isEmpty(row));
  return rows.slice(0, last + 1);
};

const answered = { id: idField, answeredOn: dayField };

export const grantedSchema = z.strictObject({
  ...answered,
  /** What several rows mean: further initiatives, or partial claims of the same one. */
  split: z.enum(["initiatives", "claims"], "refusals.chooseOne"),
  text: optionalText(2000),
  parts: z.preprocess(filledRows, z.array(part).min(1, "filings.whyNot.noParts").max(12)),
});

export const refusedSchema = z.strictObject({
  ...answered,
  outcome: z.enum(["returned", "rejected"], "refusals.chooseOne"),
  text: textField(2000),
});

export const closeReservationSchema = z.strictObject({ caseId: idField });
