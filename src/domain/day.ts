/** A calendar day in Europe/Stockholm, "2026-11-22". Compares as text. */
export type Day = string;

const inStockholm = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in Stockholm at an instant. */
export function dayOf(instant: Date): Day {
  return inStockholm.format(instant);
}

/** The calendar day of a date column, which the database hands over as midnight UTC. */
export function day(column: Date): Day;
export function day(column: Date | null): Day | null;
export function day(column: Date | null): Day | null {
  return column === null ? null : column.toISOString().slice(0, 10);
}

/** The value of a date column for a calendar day. */
export function column(day: Day): Date;
export function column(day: Day | null): Date | null;
export function column(day: Day | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** Whether a text is a calendar day that exists, between 1900 and 2199: 0202-12-01 is a slip of the finger. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function addDays(from: Day, days: number): Day {
  const date = column(from);
  date.setUTCDate(date.getUTCDate() + days);
  return day(date);
}

/** Whole days from one calendar day to another; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((column(to).getTime() - column(from).getTime()) / 86_400_000);
}

/** The ISO week and its ISO year: 2027-01-01 is week 53 of 2026. */
export function isoWeek(of: Day): { year: number; week: number } {
  const date = column(of);
  const weekday = date.getUTCDay() || 7;
  date.setUTCDate(date.getUTCDate() + 4 - weekday);
  const year = date.getUTCFullYear();
  const week = Math.ceil(((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return { year, week };
}

/** Whether a period with open ends covers a day; both ends count. */
export function covers(period: { from: Day; until: Day | null }, on: Day): boolean {
  return period.from <= on && (period.until === null || on <= period.until);
}

/** The quarter of the calendar year that a day lies in; both ends count. */
export function quarterOf(of: Day): { from: Day; until: Day; quarter: number } {
  const [year = 0, month = 1] = of.split("-").map(Number);
  const first = month - ((month - 1) % 3);
  const start = new Date(Date.UTC(year, first - 1, 1));
  const end = new Date(Date.UTC(year, first + 2, 0));
  return { from: day(start), until: day(end), quarter: (first + 2) / 3 };
}
