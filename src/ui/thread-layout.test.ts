import { expect, test } from "vitest";
import { placeSegments, type ThreadSegment } from "./thread-layout";

const thread = (shares: number[]): ThreadSegment[] => {
  const kinds = ["paid", "granted", "booked", "loose", "frayed"] as const;
  const labels = ["Rekvirerat", "Beviljat", "Bokat", "På väg till beslut", "Inget förslag än"];
  return kinds.map((kind, nth) => ({
    kind,
    label: labels[nth] ?? "",
    value: "740 000 kr",
    short: "0,74",
    share: shares[nth] ?? 0,
  }));
};

test("segments lie end to end and fill the width, whatever they sum to", () => {
  const placed = placeSegments(thread([0.3, 0.2, 0.1, 0.3, 0.3]));
  expect(placed[0]?.start).toBe(0);
  for (const [nth, segment] of placed.entries()) {
    expect(segment.start).toBe(nth === 0 ? 0 : placed[nth - 1]?.end);
  }
  expect(placed.at(-1)?.end).toBe(100);
});

test("a label stands at the start of its segment where there is room", () => {
  const placed = placeSegments(thread([0.3184, 0.1877, 0.0755, 0.2857, 0.1327]));
  for (const segment of placed.slice(0, -1)) expect(segment.labelAt).toBe(segment.start);
});

test.each([
  [[0.02, 0.015, 0.01, 0.9, 0.055]],
  [[0.9, 0.05, 0.02, 0.02, 0.01]],
  [[0.002, 0.002, 0.002, 0.002, 0.992]],
])("labels of short segments are moved apart: %j", (shares) => {
  const placed = placeSegments(thread(shares));
  const wide = (text: string) => (text.length * 6.9 * 100) / 640;
  for (const [nth, segment] of placed.entries()) {
    const next = placed[nth + 1];
    if (!next) continue;
    const nextLeft = next.anchor === "end" ? 100 - wide(next.label) : next.labelAt;
    expect(segment.labelAt + wide(segment.label)).toBeLessThanOrEqual(nextLeft + 0.01);
    expect(segment.labelAt).toBeGreaterThanOrEqual(0);
  }
});

test("what is nothing is not drawn", () => {
  expect(placeSegments(thread([0.5, 0, 0, 0.5, 0])).map(({ kind }) => kind)).toEqual(["paid", "loose"]);
  expect(placeSegments(thread([]))).toEqual([]);
});
