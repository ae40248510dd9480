import type { Locale } from "./messages";

// Node's own formats are right but for two things: the compact form says "mn kr" where Swedish public writing says
// mnkr and tkr, and a calendar day must be read without a clock.

const TAG: Record<Locale, string> = { sv: "sv-SE", en: "en-GB" };
const HARD_SPACE = "\u00a0";

const numbers = (locale: Locale, digits: number) =>
  new Intl.NumberFormat(TAG[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = { sv: numbers("sv", 0), en: numbers("en", 0) };
const withOre = { sv: numbers("sv", 2), en: numbers("en", 2) };
const one = { sv: numbers("sv", 1), en: numbers("en", 1) };

function kronor(locale: Locale, amount: string): string {
  return locale === "sv" ? `${amount}${HARD_SPACE}kr` : `SEK${HARD_SPACE}${amount}`;
}

/** Öre as "1 234 567 kr"; öre are shown only when there are any. Exact for any size. */
export function money(amount: bigint, locale: Locale): string {
  return kronor(locale, plainMoney(amount, locale));
}

/** Öre as "1 234 567", for a column whose head says the unit. */
export function plainMoney(amount: bigint, locale: Locale): string {
  return amount % 100n === 0n
    ? whole[locale].format(amount / 100n)
    : withOre[locale].format(
        `${amount < 0n ? "-" : ""}${abs(amount) / 100n}.${String(abs(amount) % 100n).padStart(2, "0")}` as unknown as number,
      );
}

/** Öre rounded for a sentence: "4,1 mnkr", "312 tkr", "950 kr". */
export function roundMoney(amount: bigint, locale: Locale): string {
  const kr = Number(amount) / 100;
  const size = Math.abs(kr);
  if (size >= 1_000_000) return short(one[locale].format(kr / 1_000_000), locale, "mnkr", "million");
  if (size >= 10_000) return short(whole[locale].format(Math.round(kr / 1000)), locale, "tkr", "thousand");
  return kronor(locale, whole[locale].format(Math.round(kr)));
}

function short(amount: string, locale: Locale, swedish: string, english: string): string {
  return locale === "sv" ? `${amount}${HARD_SPACE}${swedish}` : `SEK${HARD_SPACE}${amount} ${english}`;
}

/** The unit in which amounts up to the largest are read at a glance, as on an axis. */
export type MoneyUnit = "mnkr" | "tkr";

export function unitFor(largest: bigint): MoneyUnit {
  return abs(largest) >= 1_000_000_00n ? "mnkr" : "tkr";
}

/** Öre as a bare number of a unit that is named beside it: "4,1"; whole thousands, millions with so many decimals. */
export function inUnit(ore: number | bigint, unit: MoneyUnit, locale: Locale, decimals = 1): string {
  const kr = Number(ore) / 100;
  return unit === "mnkr"
    ? new Intl.NumberFormat(TAG[locale], { maximumFractionDigits: decimals }).format(kr / 1_000_000)
    : whole[locale].format(kr / 1000);
}

/** "mnkr", "SEK thousand". */
export function unitName(unit: MoneyUnit, locale: Locale): string {
  if (locale === "sv") return unit;
  return unit === "mnkr" ? "SEK million" : "SEK thousand";
}

function abs(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

export function count(value: number, locale: Locale): string {
  return whole[locale].format(value);
}

/** A share between 0 and 1 as "25,6 %". */
export function percent(share: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(TAG[locale], {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
}

const utc = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(TAG[locale], { timeZone: "UTC", ...options });
const dayMonth = {
  sv: utc("sv", { day: "numeric", month: "long" }),
  en: utc("en", { day: "numeric", month: "long" }),
};
const dayMonthYear = {
  sv: utc("sv", { day: "numeric", month: "long", year: "numeric" }),
  en: utc("en", { day: "numeric", month: "long", year: "numeric" }),
};
const weekdayDay = {
  sv: utc("sv", { weekday: "long", day: "numeric", month: "long" }),
  en: utc("en", { weekday: "long", day: "numeric", month: "long" }),
};

const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** "22 november 2026". */
export function longDay(day: string, locale: Locale): string {
  return dayMonthYear[locale].format(atMidnight(day));
}

/** "4 december", with the year when it is not the year of `today`. */
export function shortDay(day: string, locale: Locale, today: string): string {
  return (day.slice(0, 4) === today.slice(0, 4) ? dayMonth : dayMonthYear)[locale].format(atMidnight(day));
}

const dayShortMonthYear = {
  sv: utc("sv", { day: "numeric", month: "short", year: "numeric" }),
  en: utc("en", { day: "numeric", month: "short", year: "numeric" }),
};
const shortMonths = { sv: utc("sv", { month: "short" }), en: utc("en", { month: "short" }) };

/** "31 dec. 2026", where room is short. */
export function briefDay(day: string, locale: Locale): string {
  return dayShortMonthYear[locale].format(atMidnight(day));
}

/** The month of a day under an axis: "nov"; January as its year. */
export function monthMark(day: string, locale: Locale): string {
  return day.slice(5, 7) === "01"
    ? day.slice(0, 4)
    : shortMonths[locale].format(atMidnight(day)).replace(".", "");
}

/** "fredag 4 december". */
export function weekday(day: string, locale: Locale): string {
  return weekdayDay[locale].format(atMidnight(day));
}

/** "1 mars–31 maj 2026". */
export function dayRange(from: string, until: string, locale: Locale): string {
  return dayMonthYear[locale].formatRange(atMidnight(from), atMidnight(until));
}

const clock = {
  sv: new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit" }),
};

/** The time of day in Stockholm: "kl. 14.02", "14:02". */
export function timeOfDay(instant: Date, locale: Locale): string {
  const time = clock[locale].format(instant);
  return locale === "sv" ? `kl. ${time.replace(":", ".")}` : time;
}

/** "v. 47", "week 47". */
export function week(number: number, locale: Locale): string {
  return locale === "sv" ? `v.${HARD_SPACE}${number}` : `week ${number}`;
}

/** Names in the order that a Swede looks them up: å, ä and ö last. */
export function byName(locale: Locale): (a: string, b: string) => number {
  return new Intl.Collator(TAG[locale]).compare;
}

/** "Kommunal, Saco och Vision". */
export function listed(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(TAG[locale], { type: "conjunction" }).format(names);
}
