import { ChartDrawing, ChartFrame, type Twin } from "./chart-frame";
import { percent } from "./chart-scale";
import { placeWaterfall, type WaterfallStep } from "./chart-waterfall-layout";

/** One bar: what it is, its amount (below zero for what goes away), and the amount in words. */
export type WaterfallBar = WaterfallStep & { label: string; said: string };

const ROW = 46;
const BAR = 14;

/**
 * From a whole to what is left of it, step by step, one bar below the other: readable on a phone as on a desktop. The
 * last `total` is what is left and is drawn hollow.
 */
export function Waterfall({
  id,
  finding,
  note,
  level,
  description,
  bars,
  twin,
}: {
  id: string;
  finding: string;
  note?: string;
  level?: 2 | 3;
  description: string;
  bars: readonly WaterfallBar[];
  twin: Twin;
}) {
  const placed = placeWaterfall(bars);
  const height = bars.length * ROW;
  return (
    <ChartFrame
      id={id}
      finding={finding}
      note={note}
      level={level}
      twin={twin}
      drawing={
        <ChartDrawing height={height} description={description}>
          <line
            className="axis-line"
            x1={percent(placed.zero)}
            x2={percent(placed.zero)}
            y1="0"
            y2={height}
          />
          {bars.map((bar, nth) => {
            const place = placed.bars[nth];
            if (!place) return null;
            const top = nth * ROW;
            const isLast = nth === bars.length - 1;
            return (
              <g key={bar.label}>
                <text className="strong" x="0" dx="6" y={top + 14}>
                  {bar.label}
                </text>
                <text className="strong" x="100%" y={top + 14} textAnchor="end">
                  {bar.said}
                </text>
                <rect
                  className={bar.kind === "change" ? "fall-change" : isLast ? "hollow" : "fall-whole"}
                  x={percent(place.from)}
                  width={percent(place.to - place.from)}
                  y={top + 20}
                  height={BAR}
                />
                {isLast ? null : (
                  <line
                    className="fall-thread"
                    x1={percent(place.end)}
                    x2={percent(place.end)}
                    y1={top + 20 + BAR}
                    y2={top + ROW + 20}
                  />
                )}
              </g>
            );
          })}
        </ChartDrawing>
      }
    />
  );
}
