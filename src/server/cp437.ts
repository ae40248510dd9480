/** The upper half of code page 437, the only character set of SIE ("PC8"); the lower half is ASCII. [conventions 3.1] */
const FROM_80 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
  "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

const BYTE = new Map([...FROM_80].map((sign, nth) => [sign, 0x80 + nth]));

/** What modern text has and code page 437 has not, in the way it is written without. */
const PLAIN: Record<string, string> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "‑": "-",
  "”": '"',
  "“": '"',
  "„": '"',
  "’": "'",
  "‘": "'",
  "…": "...",
  "•": "·",
  "€": "EUR",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
};

/**
 * Text as it can be written in code page 437: composed, typographic signs and the euro spelt plainly, every space a plain
 * one, and a question mark for what has no equal. Done twice it is the same.
 */
export function plainForCp437(text: string): string {
  return [...text.normalize("NFC")]
    .map((sign) => PLAIN[sign] ?? (sign <= "\x7f" || BYTE.has(sign) ? sign : "?"))
    .join("");
}

/** The bytes of a text in code page 437, after plainForCp437. */
export function encodeCp437(text: string): Uint8Array {
  return Uint8Array.from([...plainForCp437(text)], (sign) => BYTE.get(sign) ?? sign.charCodeAt(0));
}

/** The text of bytes in code page 437; every byte has a character. */
export function decodeCp437(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\xff]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? "?");
}
