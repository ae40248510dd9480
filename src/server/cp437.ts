import { decodeUtf8, decodeWindows1252 } from "./windows-1252";

/** The upper half of code page 437, the only character set of SIE ("PC8"); the lower half is ASCII. [SIE 4C] */
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

export type Pc8Encoding = "cp437" | "utf8" | "windows1252";

// å, ä, ö, Å, Ä, Ö, é and É as code page 437 and as Latin-1 write them. Neither alone is ever valid UTF-8.
const IN_437 = new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x90]);
const IN_LATIN = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9]);

/**
 * The text of a file that calls itself PC8, and what it really was: many programs write UTF-8 or Latin-1 under that label.
 * The Swedish letters decide. Null when they are there in both ways and neither prevails: then it is not guessed.
 */
export function decodePc8(bytes: Uint8Array): { encoding: Pc8Encoding; text: string } | null {
  const isAscii = bytes.every((byte) => byte < 0x80);
  const utf8 = isAscii ? null : decodeUtf8(bytes);
  if (utf8 !== null) return { encoding: "utf8", text: utf8 };
  let old = 0;
  let latin = 0;
  for (const byte of bytes) {
    if (IN_437.has(byte)) old += 1;
    if (IN_LATIN.has(byte)) latin += 1;
  }
  if (latin === 0 || old >= 4 * latin) return { encoding: "cp437", text: decodeCp437(bytes) };
  return latin >= 4 * old ? { encoding: "windows1252", text: decodeWindows1252(bytes) } : null;
}
