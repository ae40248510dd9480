import { z } from "zod";
import { idField } from "@/server/form-fields";

export const chooseRoleForm = z.strictObject({
  assignmentId: idField,
  /** What one wants to do in that role; without it the role's home. */
  back: z.string().max(2000, "refusals.tooLong").default("/?said=roleChosen"),
});

export const chooseLocaleForm = z.strictObject({
  locale: z.enum(["sv", "en"], "refusals.chooseOne"),
  /** Where the person was, and wants to be again. */
  back: z.string().max(2000, "refusals.tooLong").default("/"),
});
