import { z } from "zod";
import { dayField, idField, optionalId, optionalText } from "@/server/form-fields";

export const nameSubstituteSchema = z.strictObject({
  /** From the list of those nearest. */
  substituteId: optionalId,
  /** Somebody else: an e-mail address or an employee number. */
  other: optionalText(120),
  from: dayField,
  until: dayField,
});

export const endSubstituteSchema = z.strictObject({ id: idField });
