import { area, curveBumpX } from "d3-shape";
import { round, WIDE } from "./chart-scale";

/** So much goes from a name in the first column over one in the second to one in the third. */
export type Flow = { path: readonly [string, string, string]; value: number };

/** A name in a column, in pixels down. */
export type FlowNode = { name: string; column: 0 | 1 | 2; value: number; top: number; height: number };
/** What goes from a name in one column to one in the next. `fromTop`, `toTop` and `width` in pixels down. */
export type FlowRibbon = {
  column: 0 | 1;
  from: string;
  to: string;
  value: number;
  width: number;
  fromTop: number;
  toTop: number;
  path: string;
};
export type FlowLayout = { nodes: FlowNode[]; ribbons: FlowRibbon[]; height: number };

/** Width of a node's bar in a box of WIDE, and room for two lines of text beside each. */
export const NODE_WIDTH = 12;
const ROOM = 34;
/** What all the money together takes down the page. */
const MONEY_HEIGHT = 200;

const COLUMNS = [0, 1, 2] as const;
const LEFT = [0, 470, WIDE - NODE_WIDTH] as const;

/** Where a column's bars begin, in a box of WIDE. */
export function columnLeft(column: 0 | 1 | 2): number {
  return LEFT[column];
}

/**
 * Three columns of names, the largest first, with ribbons between them. A ribbon is as wide as its part of the money, so
 * that what enters a name and what leaves it fill it exactly. Names stand so far apart that two lines of text fit at
 * each. Values of zero or less are left out.
 */
export function layOutFlow(flows: readonly Flow[]): FlowLayout {
  const shown = flows.filter(({ value }) => value > 0);
  const total = shown.reduce((all, { value }) => all + value, 0);
  if (total === 0) return { nodes: [], ribbons: [], height: 0 };
  const perValue = MONEY_HEIGHT / total;

  const sums = COLUMNS.map((column) => sumBy(shown, ({ path }) => path[column]));
  const height = Math.max(...sums.map((column) => MONEY_HEIGHT + (column.length - 1) * ROOM)) + ROOM;
  const nodes = COLUMNS.flatMap((column) => {
    const names = sums[column] ?? [];
    const used = MONEY_HEIGHT + (names.length - 1) * ROOM;
    let top = (height - used) / 2;
    return names.map(([name, value]): FlowNode => {
      const node = { name, column, value, top: round(top), height: value * perValue };
      top += node.height + ROOM;
      return node;
    });
  });
  return {
    nodes,
    ribbons: [...ribbonsAfter(0, shown, nodes, perValue), ...ribbonsAfter(1, shown, nodes, perValue)],
    height,
  };
}

function ribbonsAfter(
  column: 0 | 1,
  flows: readonly Flow[],
  nodes: readonly FlowNode[],
  perValue: number,
): FlowRibbon[] {
  const next = column === 0 ? 1 : 2;
  const sources = nodes.filter((node) => node.column === column);
  const targets = nodes.filter((node) => node.column === next);
  const entered = new Map(targets.map(({ name, top }) => [name, top]));
  // In the order of the names on both sides, so that ribbons cross as little as they must.
  return sources.flatMap((source) => {
    let fromTop = source.top;
    return targets.flatMap((target): FlowRibbon[] => {
      const value = flows
        .filter(({ path }) => path[column] === source.name && path[next] === target.name)
        .reduce((all, flow) => all + flow.value, 0);
      if (value === 0) return [];
      const width = value * perValue;
      const toTop = entered.get(target.name) ?? target.top;
      const path = ribbon(column, fromTop, toTop, width);
      const placed = { column, from: source.name, to: target.name, value, width, fromTop, toTop, path };
      fromTop += width;
      entered.set(target.name, toTop + width);
      return [placed];
    });
  });
}

function ribbon(column: 0 | 1, fromTop: number, toTop: number, width: number): string {
  const ends: [number, number][] = [
    [columnLeft(column) + NODE_WIDTH, fromTop],
    [columnLeft(column === 0 ? 1 : 2), toTop],
  ];
  const shape = area<[number, number]>()
    .x(([x]) => round(x))
    .y0(([, top]) => round(top))
    .y1(([, top]) => round(top + width))
    .curve(curveBumpX);
  return shape(ends) ?? "";
}

/** Sums by name, the largest first. */
function sumBy(flows: readonly Flow[], name: (flow: Flow) => string): [string, number][] {
  const sums = new Map<string, number>();
  for (const flow of flows) sums.set(name(flow), (sums.get(name(flow)) ?? 0) + flow.value);
  return [...sums].sort(([, a], [, b]) => b - a);
}
