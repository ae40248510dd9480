import type { Locale } from "@/messages/messages";

/** Remembers the language for pages that are drawn before, or without, anybody being signed in. */
export const LOCALE_COOKIE = "locale";

/** The language of a request that says nothing of who asks: the cookie first, then the browser's wish, else Swedish. */
export function localeFrom(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (cookie === "sv" || cookie === "en") return cookie;
  const wishes = (acceptLanguage ?? "").toLowerCase().split(",");
  // Browsers send their languages in the order of preference; the weights only repeat it.
  const first = wishes.map((wish) => wish.trim().slice(0, 2)).find((tag) => tag === "sv" || tag === "en");
  return first === "en" ? "en" : "sv";
}
