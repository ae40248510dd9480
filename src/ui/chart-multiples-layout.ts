import { curveStepAfter, line } from "d3-shape";
import { round, WIDE } from "./chart-scale";

export const PANEL = { height: 104, top: 10, base: 86 } as const;

export type PanelBar = { x: number; width: number; y: number; height: number };
export type PlacedPanel = {
  /** Steps through the running sum, with the end of the last; null when drawn as bars. */
  path: string | null;
  bars: PanelBar[];
  /** Where the last value stands. */
  end: { x: number; y: number } | null;
};

/** The largest value of all panels, so that they share one scale and can be compared. Never zero. */
export function sharedMost(panels: readonly (readonly number[])[]): number {
  return Math.max(0, ...panels.flat()) || 1;
}

/**
 * One panel's values, evenly spaced over so many places, as steps of a running value or as bars. `most` is at the top of
 * the panel, zero at its base; what is below zero stands at the base.
 */
export function placePanel(
  values: readonly number[],
  places: number,
  most: number,
  as: "steps" | "bars",
): PlacedPanel {
  const wide = WIDE / Math.max(places, values.length, 1);
  const yOf = (value: number) =>
    round(PANEL.base - (Math.min(Math.max(value, 0), most) / most) * (PANEL.base - PANEL.top));
  const last = values.at(-1);
  const end = last === undefined ? null : { x: round(values.length * wide), y: yOf(last) };
  if (as === "bars")
    return {
      path: null,
      end,
      bars: values.map((value, nth) => ({
        x: round(nth * wide + wide * 0.1),
        width: round(wide * 0.8),
        y: yOf(value),
        height: round(PANEL.base - yOf(value)),
      })),
    };
  const points: [number, number][] = values.map((value, nth) => [round(nth * wide), yOf(value)]);
  if (end) points.push([end.x, end.y]);
  return { path: line().curve(curveStepAfter)(points), bars: [], end };
}
