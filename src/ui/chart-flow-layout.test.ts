import fc from "fast-check";
import { expect, test } from "vitest";
import { columnLeft, type Flow, layOutFlow, NODE_WIDTH } from "./chart-flow-layout";
import { WIDE } from "./chart-scale";

const FLOWS: Flow[] = [
  { path: ["2024–2026", "Vård", "Språk"], value: 300 },
  { path: ["2024–2026", "Vård", "Teknik"], value: 100 },
  { path: ["2024–2026", "Skola", "Språk"], value: 600 },
  { path: ["2024–2026", "Skola", "Ingenting"], value: 0 },
];

test("names stand in their columns, the largest first, and nothing is not drawn", () => {
  const { nodes } = layOutFlow(FLOWS);
  expect(nodes.map(({ name, column, value }) => `${column} ${name} ${value}`)).toEqual([
    "0 2024–2026 1000",
    "1 Skola 600",
    "1 Vård 400",
    "2 Språk 900",
    "2 Teknik 100",
  ]);
  expect(layOutFlow([])).toEqual({ nodes: [], ribbons: [], height: 0 });
});

test("a ribbon runs from the right edge of one bar to the left edge of the next", () => {
  const [first] = layOutFlow(FLOWS).ribbons;
  expect(first?.path.startsWith(`M${columnLeft(0) + NODE_WIDTH},`)).toBe(true);
  expect(first?.path).toContain(`${columnLeft(1)},`);
});

const flows = fc.array(
  fc.record({
    path: fc.tuple(
      fc.constantFrom("A", "B", "C"),
      fc.constantFrom("D", "E", "F", "G", "A"),
      fc.constantFrom("H", "I", "J"),
    ),
    value: fc.integer({ min: 0, max: 9_000_000_00 }),
  }),
  { maxLength: 30 },
);

test("ribbons fill their names on both sides, side by side and without overlapping; all lies in the box", () => {
  fc.assert(
    fc.property(flows, (given) => {
      const { nodes, ribbons, height } = layOutFlow(given);
      for (const node of nodes) {
        expect(node.top).toBeGreaterThanOrEqual(0);
        expect(node.top + node.height).toBeLessThanOrEqual(height + 0.01);
        const leaving = ribbons.filter((it) => it.column === node.column && it.from === node.name);
        const entering = ribbons.filter((it) => it.column === node.column - 1 && it.to === node.name);
        if (node.column < 2)
          fills(
            node,
            leaving.map(({ fromTop, width }) => ({ top: fromTop, width })),
          );
        if (node.column > 0)
          fills(
            node,
            entering.map(({ toTop, width }) => ({ top: toTop, width })),
          );
      }
      for (const column of [0, 1, 2]) {
        const inColumn = nodes.filter((node) => node.column === column);
        // Room for two lines of text between any two names' middles.
        for (const [nth, node] of inColumn.entries()) {
          const next = inColumn[nth + 1];
          if (next) expect(next.top + next.height / 2 - (node.top + node.height / 2)).toBeGreaterThan(33.9);
        }
      }
    }),
  );
  expect(columnLeft(2) + NODE_WIDTH).toBe(WIDE);
});

function fills(node: { top: number; height: number }, parts: { top: number; width: number }[]) {
  let at = node.top;
  for (const part of [...parts].sort((a, b) => a.top - b.top || a.width - b.width)) {
    expect(part.top).toBeCloseTo(at, 1);
    at += part.width;
  }
  expect(at).toBeCloseTo(node.top + node.height, 1);
}
