import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { dayNumber, evenTicks, monthStarts, round, yearStarts } from "./chart-scale";

/** So much is left from a day on, until the next point. */
export type LeftPoint = { day: string; value: number };

export type BurnDown = {
  /** The left edge; the first point of each line stands on it. */
  from: string;
  today: string;
  /** The last day to use what is left. Not before today. */
  end: string;
  /** After a gap in the axis: the last day to claim what was used. */
  secondEnd: string | null;
  left: readonly LeftPoint[];
  /** What is left to claim; empty where that is not drawn. */
  second: readonly LeftPoint[];
  /** Left on the last day as it goes now, at best (least left) and at worst; null: no forecast. */
  cone: { expected: number; best: number; worst: number } | null;
  /** Whether what is left on the last day is lost: the thread frays there. */
  isLost: boolean;
};

export type Point = { x: number; y: number };

/** Everything across in a box of WIDE, everything down in pixels. */
export type BurnDownLayout = {
  ticks: { value: number; y: number }[];
  months: { day: string; x: number }[];
  years: { day: string; x: number }[];
  today: Point;
  end: number;
  /** Where the axis is broken, and the second end; null without one. */
  second: { gap: number; end: number } | null;
  leftPath: string;
  secondPath: string | null;
  secondLoose: string | null;
  /** Area, both edges, and the line expected; the thread's end. */
  cone: { area: string; edges: string; expected: string; at: Point } | null;
  frayed: string[];
  /** Where the name of each line stands: below the first, above the second. */
  labels: { left: Point; second: Point | null };
};

export const BURN_DOWN = { height: 392, top: 38, base: 366 } as const;

/** The first part's right edge with a second end behind it, and without: there the rest has room for its amount. */
const FIRST_PART = { withSecond: 790, alone: 880 } as const;
const GAP_ENDS = 830;
const LAST = 995;
/** Nearer than this to an end no month is named. */
const CLEAR = 60;

/**
 * Where the lines of a burn-down run: what is left, in steps to today; from there the expected line within its cone to
 * the last day; and what is left to claim to its own last day, from which only what is expected to be lost falls away.
 * Every mark lies within the box, whatever is left.
 */
export function layOutBurnDown(it: BurnDown): BurnDownLayout {
  const values = [...it.left, ...it.second].map(({ value }) => value);
  const ticks = evenTicks(Math.max(0, ...values), 4);
  const scaleY = scaleLinear()
    .domain([0, ticks.at(-1) ?? 1])
    .range([BURN_DOWN.base, BURN_DOWN.top])
    .clamp(true);
  const y = (value: number) => round(scaleY(value));
  const endX = it.secondEnd === null ? FIRST_PART.alone : FIRST_PART.withSecond;
  const days = scaleLinear()
    .domain([dayNumber(it.from), Math.max(dayNumber(it.end), dayNumber(it.from) + 1)])
    .range([0, endX])
    .clamp(true);
  const x = (day: string) => round(days(dayNumber(day)));

  const todayX = x(it.today);
  const left = steps(it.left, x, y, todayX);
  const second = steps(it.second, x, y, todayX);
  const today = left.at(-1) ?? { x: todayX, y: BURN_DOWN.base };
  const cone = it.cone && coneOf(it.cone, today, endX, y);
  const lost = it.isLost && it.cone ? it.cone.expected : 0;
  const secondValue = it.second.at(-1)?.value ?? 0;

  return {
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    months: monthStarts(it.from, it.end, 7)
      .map((day) => ({ day, x: x(day) }))
      .filter((month) => month.x < endX - CLEAR),
    years: it.secondEnd === null ? [] : yearsAfter(it.end, it.secondEnd),
    today,
    end: endX,
    second: it.secondEnd === null ? null : { gap: (endX + GAP_ENDS) / 2, end: LAST },
    leftPath: pathOf(left),
    secondPath: second.length > 0 ? pathOf(second) : null,
    secondLoose:
      second.length === 0 || it.secondEnd === null
        ? null
        : `M${todayX} ${y(secondValue)}H${endX}V${y(secondValue - lost)}M${GAP_ENDS} ${y(secondValue - lost)}L${LAST} ${BURN_DOWN.base}`,
    cone,
    frayed: cone && lost > 0 ? strands(cone.at) : [],
    labels: {
      left: below(left, todayX),
      second: second.length > 0 ? above(second, todayX) : null,
    },
  };
}

function steps(
  points: readonly LeftPoint[],
  x: (day: string) => number,
  y: (value: number) => number,
  todayX: number,
): Point[] {
  const placed = points.map(({ day, value }) => ({ x: x(day), y: y(value) }));
  const last = placed.at(-1);
  return last ? [...placed, { x: todayX, y: last.y }] : [];
}

function pathOf(points: readonly Point[]): string {
  const step = line<Point>()
    .x((point) => point.x)
    .y((point) => point.y)
    .curve(curveStepAfter);
  return step([...points]) ?? "";
}

function coneOf(
  { expected, best, worst }: NonNullable<BurnDown["cone"]>,
  today: Point,
  endX: number,
  y: (value: number) => number,
): BurnDownLayout["cone"] {
  const from = `M${today.x} ${today.y}`;
  return {
    area: `${from}L${endX} ${y(worst)}V${y(best)}Z`,
    edges: `${from}L${endX} ${y(worst)}${from}L${endX} ${y(best)}`,
    expected: `${from}L${endX} ${y(expected)}`,
    at: { x: endX, y: y(expected) },
  };
}

/** Three strands that hang from the thread's end; shorter where the base is near. */
function strands({ x, y }: Point): string[] {
  const long = Math.min(1, (BURN_DOWN.base - y) / 30);
  const at = (dx: number, dy: number) => `${round(dx)} ${round(dy * long)}`;
  return [
    `M${x} ${y}c${at(8, 0)} ${at(10, 3)} ${at(14, 9)}s${at(6, 10)} ${at(10, 13)}`,
    `M${x} ${y}c${at(7, 1)} ${at(9, 7)} ${at(11, 14)}s${at(3, 10)} ${at(5, 15)}`,
    `M${x} ${y}c${at(4, 3)} ${at(5, 10)} ${at(5, 17)}s${at(0, 9)} ${at(1, 12)}`,
  ];
}

function yearsAfter(end: string, secondEnd: string): { day: string; x: number }[] {
  const scale = scaleLinear()
    .domain([dayNumber(end), Math.max(dayNumber(secondEnd), dayNumber(end) + 1)])
    .range([GAP_ENDS, LAST])
    .clamp(true);
  return yearStarts(end, secondEnd, 3)
    .map((day) => ({ day, x: round(scale(dayNumber(day))) }))
    .filter((year) => year.x < LAST - CLEAR / 2);
}

/** A third of the way to today, clear of the line as it is there and of where it goes within a word's length. */
function below(points: readonly Point[], todayX: number): Point {
  const x = round(todayX * 0.3);
  const lowest = Math.max(...points.filter((point) => point.x <= x + 300).map((point) => point.y));
  return { x, y: Math.min(lowest + 20, BURN_DOWN.base - 6) };
}

function above(points: readonly Point[], todayX: number): Point {
  const x = round(todayX * 0.3);
  const at = points.filter((point) => point.x <= x).at(-1) ?? { y: BURN_DOWN.base };
  return { x, y: Math.max(at.y - 9, BURN_DOWN.top) };
}
