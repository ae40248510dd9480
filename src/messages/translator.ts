import { createTranslator } from "use-intl/core";
import { type Locale, MESSAGES, type MessageKey } from "./messages";

export type Values = Record<string, string | number | Date>;

/** Says a message in one language. */
export type T = (key: MessageKey, values?: Values) => string;

const translators = new Map<Locale, T>();

/** The translator of a language; values go in as they are, so format amounts and days before. */
export function translator(locale: Locale): T {
  const known = translators.get(locale);
  if (known) return known;
  const say = createTranslator({
    locale,
    messages: MESSAGES[locale],
    timeZone: "Europe/Stockholm",
  }) as unknown as T;
  translators.set(locale, say);
  return say;
}

/** A rule's reason as a sentence. */
export function sentence(t: T, reason: { key: MessageKey; values?: Values }): string {
  return t(reason.key, reason.values);
}

/** Whether a text is one of our keys: what a schema says of a field is a key, what a library says is not. */
export function isMessageKey(text: string): text is MessageKey {
  let at: unknown = MESSAGES.sv;
  for (const step of text.split("."))
    at = at !== null && typeof at === "object" ? (at as Record<string, unknown>)[step] : undefined;
  return typeof at === "string";
}
