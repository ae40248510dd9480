/** Whole öre, always bigint. */
export type Ore = bigint;

const SPACES = /[\s\u00a0\u202f\u2009]/g;
const UNITS: Record<string, bigint> = { "": 100n, kr: 100n, kronor: 100n, sek: 100n, ":-": 100n, tkr: 100_000n, mnkr: 100_000_000n, mkr: 100_000_000n };

/**
 * Öre from an amount as Swedes write it: "1 234 567,50 kr", "1.234.567:-", "12,5 tkr", "1,3 mnkr".
 * Null when it is not an amount, has part of an öre, or could mean two things ("1.234" is neither).
 */
export function parseMoney(text: string): Ore | null {
  const compact = text.normalize("NFKC").replace(SPACES, "").replace(/\u2212/g, "-").toLowerCase();
  const found = /^(?:sek)?(-?)(\d[\d.,']*?)(:-|kr\.?|kronor|sek|tkr|mnkr|mkr)?$/.exec(compact);
  if (!found) return null;
  const [, sign = "", digits = "", word = ""] = found;
  const unit = UNITS[word.replace(".", "")];
  const number = plainNumber(digits);
  if (unit === undefined || number === null) return null;
  const [whole = "0", fraction = ""] = number.split(".");
  const scaled = BigInt(whole + fraction) * unit;
  const scale = 10n ** BigInt(fraction.length);
  if (scaled % scale !== 0n) return null;
  const ore = scaled / scale;
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
