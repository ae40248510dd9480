import { z } from "zod";
import { idField, textField } from "@/server/form-fields";
import { REPORT_KEYS } from "./report";

const name = textField(60);
const shared = z.enum(["mine", "all"], "refusals.chooseOne").transform((who) => who === "all");

export const saveSchema = z.strictObject({
  report: z.enum(REPORT_KEYS, "refusals.badField"),
  query: z.string().max(500, "refusals.tooLong"),
  name,
  shared,
});

export const renameSchema = z.strictObject({ id: idField, name, shared });

export const deleteSchema = z.strictObject({ id: idField });
