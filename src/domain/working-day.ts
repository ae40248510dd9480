import { addDays, type Day } from "./day";

// Red days by lagen (1989:253) om allmänna helgdagar, with the eves that collective agreements treat as free
// (midsommarafton, julafton, nyårsafton) [K].

const FIXED = ["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"];

/** Whether offices are open on a day: Monday to Friday and neither a red day nor one of the three eves. */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (FIXED.includes(day.slice(5)) || isMidsummerEve(day, weekday)) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return ![addDays(easter, -2), addDays(easter, 1), addDays(easter, 39)].includes(day);
}

/** The day that lies a number of working days after another, which itself does not count. */
export function addWorkingDays(from: Day, count: number): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The day itself when offices are open, else the next one that they are. */
export function workingDayFrom(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** The Friday between 19 and 25 June. */
function isMidsummerEve(day: Day, weekday: number): boolean {
  return weekday === 5 && day.slice(5) >= "06-19" && day.slice(5) <= "06-25";
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const month = String(Math.floor(n / 31)).padStart(2, "0");
  return `${year}-${month}-${String((n % 31) + 1).padStart(2, "0")}`;
}
