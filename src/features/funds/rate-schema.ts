import { z } from "zod";
import { isDay } from "@/domain/day";
import { parsePpm, type RateLine } from "@/domain/provision";
import type { MessageKey } from "@/messages/messages";
import { optionalText } from "@/server/form-fields";

const key = (message: MessageKey) => message;
const text = z.string().trim().max(40, key("refusals.tooLong")).default("");

/** The whole table; a line that is left empty is none, and keeps the others' places for what is said of them. */
export const ratesSchema = z.strictObject({
  base: optionalText(64),
  rates: z
    .array(z.strictObject({ from: text, until: text, share: text }))
    .max(40)
    .transform((lines, ctx) => {
      const say = (line: number, field: string, message: MessageKey) =>
        ctx.addIssue({ code: "custom", message, path: [line, field] });
      return lines.flatMap(({ from, until, share }, line): RateLine[] => {
        if (!from && !until && !share) return [];
        const ppm = parsePpm(share);
        if (!isDay(from)) say(line, "from", from ? "refusals.badDay" : "refusals.required");
        if (until && !isDay(until)) say(line, "until", "refusals.badDay");
        if (ppm === null) say(line, "share", "provisions.rates.badShare");
        return [{ from, until: until || null, ppm: ppm ?? 0, line }];
      });
    }),
});
