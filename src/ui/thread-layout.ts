export type ThreadSegment = {
  label: string;
  /** The whole amount, for the list: "3 120 000 kr". */
  value: string;
  /** The amount under the thread, where room is short: "3,12 mnkr". */
  short?: string;
  /** Of all the money, 0 to 1. */
  share: number;
  kind: "paid" | "granted" | "booked" | "loose" | "frayed";
};

/** Everything in percent of the width, so that the drawing needs to know no pixels. */
export type PlacedSegment = ThreadSegment & {
  start: number;
  end: number;
  labelAt: number;
  anchor: "start" | "end";
};

// Labels are drawn from 40rem; what fits there fits everywhere above.
const NARROWEST = 640;
const LETTER = 6.9;
const GAP = 1.8;

/** Lays the segments end to end and moves labels apart where a segment is shorter than its words. */
export function placeSegments(segments: ThreadSegment[]): PlacedSegment[] {
  const shown = segments.filter((segment) => segment.share > 0);
  const total = shown.reduce((sum, segment) => sum + segment.share, 0);
  let at = 0;
  const placed = shown.map((segment): PlacedSegment => {
    const start = at;
    at += (segment.share / total) * 100;
    const end = Math.min(round(at), 100);
    return { ...segment, start: round(start), end, labelAt: round(start), anchor: "start" };
  });

  // The last words end where the thread ends, if they may lose nothing by it.
  const last = placed.at(-1);
  if (last && placed.length > 1) {
    last.anchor = "end";
    last.labelAt = 100;
  }
  let right = 100 - (last && last.anchor === "end" ? width(last) + GAP : 0);
  const starting = placed.filter((segment) => segment.anchor === "start");
  let left = 0;
  for (const segment of starting) {
    segment.labelAt = Math.max(segment.labelAt, left);
    left = segment.labelAt + width(segment) + GAP;
  }
  for (const segment of starting.reverse()) {
    segment.labelAt = round(Math.max(0, Math.min(segment.labelAt, right - width(segment))));
    right = segment.labelAt - GAP;
  }
  return placed;
}

function width({ label, short, value }: ThreadSegment): number {
  return (Math.max(label.length, (short ?? value).length) * LETTER * 100) / NARROWEST;
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
