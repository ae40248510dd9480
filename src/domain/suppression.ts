import { SMALLEST_SHOWN } from "./small-counts";

/** Rows of counts of people: one row a group, one column a kind (women, men, unstated). */
export type Counts = readonly (readonly number[])[];

/** The same as it may be shown. Null: hidden. */
export type Suppressed = {
  cells: (number | null)[][];
  /** Of each row. */
  sums: (number | null)[];
  /** Of each column. */
  totals: (number | null)[];
  total: number | null;
};

/**
 * Tables that count the same people in different cuts, so that none of them shows a group under five, and none can be
 * worked out: for every hidden number at least two values fit all that is shown, in all tables together, also for a
 * reader who knows that hidden means at least one. Nobody is nobody and is shown. Where hiding single numbers does not
 * help, the columns go; where that does not help either, everything. [domain 2.5 step 8]
 */
export function suppress(tables: readonly Counts[]): Suppressed[] {
  // The totals are the same in every table, and shown: then what one table shows says nothing more of another.
  if (tables.some((table) => isSmall(add(sumsOf(table))))) return tables.map(nothingShown);
  const split = tables.every((table) => totalsOf(table).every((total) => !isSmall(total)))
    ? allOrNone(tables, withColumns)
    : null;
  return split ?? allOrNone(tables, withoutColumns) ?? tables.map(nothingShown);
}

const isSmall = (count: number) => count > 0 && count < SMALLEST_SHOWN;
const add = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const sumsOf = (table: Counts) => table.map(add);
const totalsOf = (table: Counts) => (table[0] ?? []).map((_, nth) => add(table.map((row) => row[nth] ?? 0)));

function allOrNone(
  tables: readonly Counts[],
  way: (table: Counts) => Suppressed | null,
): Suppressed[] | null {
  const shown = tables.flatMap((table) => way(table) ?? []);
  return shown.length === tables.length ? shown : null;
}

const nothingShown = (table: Counts): Suppressed => ({
  cells: table.map((row) => row.map(() => null)),
  sums: table.map(() => null),
  totals: totalsOf(table).map(() => null),
  total: null,
});

/** Only the rows' sums: several are hidden, and they are more people than rows, so that each could be one or more. */
function withoutColumns(table: Counts): Suppressed | null {
  const sums = sumsOf(table);
  const hidden = new Set([...sums.keys()].filter((row) => isSmall(sums[row] ?? 0)));
  const rest = [...sums.keys()].filter((row) => (sums[row] ?? 0) >= SMALLEST_SHOWN);
  rest.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
  const together = () => add([...hidden].map((row) => sums[row] ?? 0));
  while (hidden.size > 0 && (hidden.size < 2 || together() <= hidden.size)) {
    const next = rest.pop();
    if (next === undefined) return null;
    hidden.add(next);
  }
  return {
    ...nothingShown(table),
    sums: sums.map((sum, row) => (hidden.has(row) ? null : sum)),
    total: add(sums),
  };
}

/**
 * A count in a table as a pipe in which its people flow: from its column into its row, a sum from its row on to the
 * end. Every row lets out what comes in, and the columns' totals are known; so a hidden count could be another exactly
 * when one more could go round a ring of hidden pipes through it, or one less.
 */
type Pipe = { from: number; to: number; count: number };

function withColumns(table: Counts): Suppressed | null {
  const rows = table.length;
  const columns = totalsOf(table).length;
  const end = rows + columns;
  const sums = sumsOf(table);
  const pipes: Pipe[] = [
    ...table.flatMap((row, nth) => row.map((count, column) => ({ from: rows + column, to: nth, count }))),
    ...sums.map((count, nth) => ({ from: nth, to: end, count })),
  ];
  const hidden = new Set(pipes.filter(({ count }) => isSmall(count)));
  for (;;) {
    const known = [...hidden].find((pipe) => isKnown(pipe, hidden));
    if (!known) break;
    const next = nextToHide(known, pipes, hidden);
    if (!next) return null;
    hidden.add(next);
  }
  showAgain(hidden);
  const shown = (nth: number) => {
    const pipe = pipes[nth];
    return pipe && !hidden.has(pipe) ? pipe.count : null;
  };
  return {
    cells: table.map((row, nth) => row.map((_, column) => shown(nth * columns + column))),
    sums: sums.map((_, nth) => shown(rows * columns + nth)),
    totals: totalsOf(table),
    total: add(sums),
  };
}

/**
 * Shows what was hidden on the way and is not needed in the end, the largest first, each with those that it tells. It
 * stays hidden where it would tell of a small one.
 */
function showAgain(hidden: Set<Pipe>): void {
  const taken = [...hidden].filter(({ count }) => !isSmall(count)).sort((a, b) => b.count - a.count);
  for (const pipe of taken) {
    const told: Pipe[] = [];
    for (let next: Pipe | undefined = hidden.has(pipe) ? pipe : undefined; next; ) {
      hidden.delete(next);
      told.push(next);
      next = [...hidden].find((it) => isKnown(it, hidden));
      if (!next || !isSmall(next.count)) continue;
      for (const it of told) hidden.add(it);
      break;
    }
  }
}

/** The smallest shown count that makes the known one unknown; if none does it alone, the smallest beside it. */
function nextToHide(known: Pipe, pipes: readonly Pipe[], hidden: Set<Pipe>) {
  const candidates = pipes
    .filter((pipe) => pipe.count > 0 && !hidden.has(pipe))
    .sort((a, b) => a.count - b.count);
  const beside = (pipe: Pipe) =>
    [known.from, known.to].some((node) => pipe.from === node || pipe.to === node);
  const helps = (pipe: Pipe) => {
    hidden.add(pipe);
    const isHelp = !isKnown(known, hidden);
    hidden.delete(pipe);
    return isHelp;
  };
  return candidates.find(helps) ?? candidates.find(beside) ?? candidates[0];
}

/** Whether only one value fits: neither one more nor one less can go round. */
function isKnown(pipe: Pipe, hidden: ReadonlySet<Pipe>): boolean {
  return (
    !leads(pipe.to, pipe.from, pipe, hidden) && !(pipe.count > 1 && leads(pipe.from, pipe.to, pipe, hidden))
  );
}

/** Whether one can get from a node to another past a pipe: along a pipe one more flows, against it one less, but never the last. */
function leads(from: number, to: number, past: Pipe, pipes: ReadonlySet<Pipe>): boolean {
  const reached = new Set([from]);
  for (let before = 0; before < reached.size && !reached.has(to); ) {
    before = reached.size;
    for (const pipe of pipes) {
      if (pipe === past) continue;
      if (reached.has(pipe.from)) reached.add(pipe.to);
      if (pipe.count > 1 && reached.has(pipe.to)) reached.add(pipe.from);
    }
  }
  return reached.has(to);
}
