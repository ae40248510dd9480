import { app as en } from "@/messages/en/app";
import { app as sv } from "@/messages/sv/app";

/**
 * The words for a fault, for the browser: the translator would bring every sentence of the portal along. The language
 * is the document's.
 */
export function brokenWords(fault: { digest?: string | undefined }) {
  const words = typeof document !== "undefined" && document.documentElement.lang === "en" ? en : sv;
  const { title, text, again, code } = words.broken;
  return {
    product: words.product,
    title,
    text,
    again,
    code: fault.digest ? code.replace("{code}", fault.digest) : null,
  };
}
