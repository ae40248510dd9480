import { z } from "zod";
import { optionalCount, optionalText, textField } from "@/server/form-fields";

export const employerSchema = z.strictObject({
  name: textField(120),
  caseWord: optionalText(40),
  /** A hue on the colour circle, 0 to 359; empty: the portal's own. */
  brandHue: optionalCount.refine((hue) => hue === null || hue <= 359, "people.rules.badHue"),
  headcount: optionalCount,
  base: optionalText(64),
});
