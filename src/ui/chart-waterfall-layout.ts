import { scaleLinear } from "d3-scale";
import { round, WIDE } from "./chart-scale";

/** `total` stands on its own from zero; `change` starts where the one before ended. */
export type WaterfallStep = { value: number; kind: "total" | "change" };
/** Where a bar lies, in a box of WIDE: `from` ≤ `to`; `end` is the edge that the next one starts from. */
export type PlacedBar = { from: number; to: number; end: number };

/**
 * Bars of a waterfall, one below the other. Every change starts where the sum before it ended; all lie within the box,
 * also when the sum goes below zero in between. `zero`: where nothing is.
 */
export function placeWaterfall(steps: readonly WaterfallStep[]): { bars: PlacedBar[]; zero: number } {
  const edges: { start: number; end: number }[] = [];
  let sum = 0;
  for (const { value, kind } of steps) {
    const start = kind === "total" ? 0 : sum;
    sum = start + value;
    edges.push({ start, end: sum });
  }
  const values = edges.flatMap(({ start, end }) => [start, end]);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = scaleLinear()
    .domain([least, most > least ? most : least + 1])
    .range([0, WIDE]);
  return {
    bars: edges.map(({ start, end }) => ({
      from: round(scale(Math.min(start, end))),
      to: round(scale(Math.max(start, end))),
      end: round(scale(end)),
    })),
    zero: round(scale(0)),
  };
}
