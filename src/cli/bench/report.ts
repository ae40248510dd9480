/** One line of the result: a ratio or a size, its target, and the two figures behind it. */
export type Figure = { what: string; figure: number; wanted: string; met: boolean; behind: string };

/** A figure beside its target. What could not be measured has not met it. */
export function target(what: string, figure: number, sign: "≤" | "≥", limit: number, behind: string): Figure {
  return {
    what,
    figure,
    wanted: `${sign} ${limit}`,
    met: sign === "≤" ? figure <= limit : figure >= limit,
    behind,
  };
}

/** The result as a table that can stand in the README. */
export function asTable(figures: readonly Figure[]): string {
  const lines = figures.map(
    ({ what, figure, wanted, met, behind }) =>
      `| ${what} | ${figure.toFixed(2)} | ${wanted} | ${met ? "met" : "**missed**"} | ${behind} |`,
  );
  return ["| measured | figure | target | | the two behind it |", "|---|---|---|---|---|", ...lines].join(
    "\n",
  );
}
