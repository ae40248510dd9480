import { scaleLinear } from "d3-scale";

/** Paths are drawn in a box this wide that is stretched to the chart; text and marks stand at the same place in percent. */
export const WIDE = 1000;

/** A place in a box of WIDE as percent of the chart. */
export function percent(x: number): string {
  return `${round((x / WIDE) * 100)}%`;
}

/** Two decimals: finer than any screen, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Even steps from zero to the largest value or just above it; one step when there is nothing. */
export function evenTicks(largest: number, about: number): number[] {
  return scaleLinear()
    .domain([0, largest > 0 ? largest : 1])
    .nice(about)
    .ticks(about);
}

const DAY = 86_400_000;

/** Days since 1970 of "2026-11-23". */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** The first days of months after `from` and before `until`, so far apart that at most so many stand there. */
export function monthStarts(from: string, until: string, most: number): string[] {
  const start = new Date(`${from}T00:00:00Z`);
  const last = dayNumber(until);
  const firsts: string[] = [];
  for (let month = start.getUTCDate() === 1 ? 0 : 1; ; month += 1) {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1))
      .toISOString()
      .slice(0, 10);
    if (dayNumber(first) >= last) break;
    firsts.push(first);
  }
  const every = [1, 2, 3, 6, 12].find((step) => firsts.length / step <= most) ?? 24;
  // Counted from January, so that quarters and years stand where one looks for them.
  return firsts.filter((first) => {
    const [year, month] = first.split("-").map(Number);
    return ((year ?? 0) * 12 + (month ?? 1) - 1) % every === 0;
  });
}

/** The first days of years after `from` and before `until`, at most so many. */
export function yearStarts(from: string, until: string, most: number): string[] {
  const firsts: string[] = [];
  for (let year = Number(from.slice(0, 4)) + 1; `${year}-01-01` < until; year += 1)
    firsts.push(`${year}-01-01`);
  const every = Math.max(1, Math.ceil(firsts.length / most));
  return firsts.filter((_, nth) => nth % every === 0);
}

/** A name cut where it would run into its neighbour; the whole stands in the table. */
export function shortened(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}
