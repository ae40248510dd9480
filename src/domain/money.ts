/** Whole öre, always bigint. */
export type Ore = bigint;

const SPACES = /[\s\u00a0\u202f\u2009]/g;
const WORDS: Record<string, bigint> = {
  tkr: 1_000n,
  tusen: 1_000n,
  mkr: 1_000_000n,
  mn: 1_000_000n,
  mnkr: 1_000_000n,
  miljon: 1_000_000n,
  miljoner: 1_000_000n,
};
const AMOUNT =
  /^(?:sek|kr)?(-?)(\d[\d.,']*?)(:\d\d|[:,]-)?(?:kr\.?|kronor|sek|(tkr|mkr|mnkr)|(tusen|mn|miljon|miljoner)(?:kr|kronor)?)?$/;

/** Ten thousand billion kronor. Above it an amount is a slip, and sums would outgrow the database's whole numbers. */
const LARGEST: Ore = 10n ** 15n;

/**
 * Öre from an amount as Swedes write it: "1 234 567,50 kr", "1.234.567:-", "12,5 tkr", "1,3 miljoner".
 * Null when it is not an amount, has part of an öre, is beyond reason, or could mean two things ("1.234" is neither).
 */
export function parseMoney(text: string): Ore | null {
  const compact = text
    .replace(SPACES, "")
    .replace(/[\u2212\u2013]/g, "-")
    .toLowerCase();
  const found = AMOUNT.exec(compact);
  if (!found) return null;
  const [, sign = "", digits = "", tail = "", short, long] = found;
  const number = plainNumber(tail.length === 3 ? `${digits},${tail.slice(1)}` : digits);
  if (number === null) return null;
  const [whole = "0", fraction = ""] = number.split(".");
  const scaled = BigInt(whole + fraction) * 100n * (WORDS[short ?? long ?? ""] ?? 1n);
  const scale = 10n ** BigInt(fraction.length);
  if (scaled % scale !== 0n) return null;
  const ore = scaled / scale;
  if (ore > LARGEST) return null;
  return sign ? -ore : ore;
}

/** "1.234.567,50" and "1234567.50" as "1234567.50"; null when the marks do not make one clear number. */
function plainNumber(digits: string): string | null {
  const clean = digits.replace(/'/g, "");
  if (/^\d+$/.test(clean)) return clean;
  if (/^\d+,\d{1,6}$/.test(clean)) return clean.replace(",", ".");
  if (/^\d+\.\d{1,2}$/.test(clean)) return clean;
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(clean)) return clean.replace(/\./g, "");
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(clean)) return clean.replace(/\./g, "").replace(",", ".");
  if (/^\d{1,3}(,\d{3})+\.\d{1,2}$/.test(clean)) return clean.replace(/,/g, "");
  return null;
}

/** Kronor and öre with a decimal comma, for a form field: "1234567,50"; whole kronor without öre. */
export function editableMoney(ore: Ore): string {
  const sign = ore < 0n ? "-" : "";
  const abs = ore < 0n ? -ore : ore;
  const rest = abs % 100n;
  return `${sign}${abs / 100n}${rest === 0n ? "" : `,${String(rest).padStart(2, "0")}`}`;
}

export function sum(amounts: Iterable<Ore>): Ore {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
