import { createTranslator } from "use-intl/core";
import { longDay } from "./format";
import { type Locale, MESSAGES, type MessageKey } from "./messages";

export type Values = Record<string, string | number | Date>;

/** Says a message in one language, which it names. */
export type T = { (key: MessageKey, values?: Values): string; readonly locale: Locale };

const translators = new Map<Locale, T>();

/** The translator of a language; values go in as they are, so format amounts and days before. */
export function translator(locale: Locale): T {
  const known = translators.get(locale);
  if (known) return known;
  const speak = createTranslator({ locale, messages: MESSAGES[locale], timeZone: "Europe/Stockholm" });
  const say = Object.assign(
    (key: MessageKey, values?: Values) => speak(key as Parameters<typeof speak>[0], values),
    { locale },
  );
  translators.set(locale, say);
  return say;
}

/** A rule's reason as a sentence. Rules speak of days as they are kept, "2026-12-11"; people read them in words. */
export function sentence(t: T, reason: { key: MessageKey; values?: Values }): string {
  if (!reason.values) return t(reason.key);
  const values = Object.entries(reason.values).map(([name, value]) => [
    name,
    isDay(value) ? longDay(value, t.locale) : value,
  ]);
  return t(reason.key, Object.fromEntries(values));
}

/** A text that is a day of the calendar; "2026-11-31" is quoted as it was typed. */
function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** Whether a text is one of our keys: what a schema says of a field is a key, what a library says is not. */
export function isMessageKey(text: string): text is MessageKey {
  let at: unknown = MESSAGES.sv;
  for (const step of text.split("."))
    at = at !== null && typeof at === "object" ? (at as Record<string, unknown>)[step] : undefined;
  return typeof at === "string";
}
