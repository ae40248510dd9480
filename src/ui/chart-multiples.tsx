import { ChartFrame, type Twin } from "./chart-frame";
import { PANEL, placePanel, sharedMost } from "./chart-multiples-layout";
import { percent, WIDE } from "./chart-scale";

/** One of several small charts on the same scale. */
export type Panel = {
  name: string;
  /** One per place of the axis, the first to the left; fewer than places when the rest is still ahead. */
  values: readonly number[];
  /** At the last value: "58 %". */
  said: string;
  /** Below: "474 tkr kvar". */
  below: string;
  note?: { text: string; slow?: boolean };
};

/**
 * The same for each unit, side by side on one scale, so that they can be compared at a glance. `steps` shows a running
 * sum (with the even pace as a dashed line, if it is given), `bars` what each month was on its own.
 */
export function Multiples({
  id,
  finding,
  note,
  level = 2,
  as = "steps",
  places,
  ticks,
  even,
  legend,
  panels,
  twin,
}: {
  id: string;
  finding: string;
  note?: string;
  level?: 2 | 3;
  as?: "steps" | "bars";
  /** How many values the whole axis has room for: the months of the period. */
  places: number;
  /** Words under the axis, at a place: { at: 0, label: "2024" }. At most four. */
  ticks: readonly { at: number; label: string }[];
  /** Where an even pace ends at the right edge, in the unit of the values. */
  even?: number;
  /** What the line and the dashed line are. */
  legend?: { line: string; even?: string };
  panels: readonly Panel[];
  twin: Twin;
}) {
  const most = sharedMost([...panels.map(({ values }) => values), even === undefined ? [] : [even]]);
  const Name = level === 2 ? "h3" : "h4";
  return (
    <ChartFrame
      id={id}
      finding={finding}
      note={note}
      level={level}
      twin={twin}
      drawing={
        <>
          {legend ? (
            <p className="legend-row small">
              <span className="key key-thread">{legend.line}</span>
              {legend.even ? <span className="key key-dash">{legend.even}</span> : null}
            </p>
          ) : null}
          <div className="multiples">
            {panels.map((panel) => (
              <div key={panel.name}>
                <Name>{panel.name}</Name>
                <PanelDrawing panel={panel} as={as} places={places} ticks={ticks} even={even} most={most} />
                <p className="small">
                  <span className="money">{panel.below}</span>
                  {panel.note ? (
                    <>
                      <br />
                      <span
                        className={panel.note.slow ? "days-slow shape" : "soft"}
                        data-tone={panel.note.slow ? "warn" : undefined}
                      >
                        {panel.note.text}
                      </span>
                    </>
                  ) : null}
                </p>
              </div>
            ))}
          </div>
        </>
      }
    />
  );
}

/** Hidden from readers of words: its name, its last value and what is below it stand beside it, the rest in the table. */
function PanelDrawing({
  panel,
  as,
  places,
  ticks,
  even,
  most,
}: {
  panel: Panel;
  as: "steps" | "bars";
  places: number;
  ticks: readonly { at: number; label: string }[];
  even: number | undefined;
  most: number;
}) {
  const { path, bars, end } = placePanel(panel.values, places, most, as);
  const { height, top, base } = PANEL;
  const evenY = even === undefined ? null : base - (Math.min(even, most) / most) * (base - top);
  return (
    <svg height={height} aria-hidden="true">
      <line className="grid-line" x1="0" x2="100%" y1={top} y2={top} />
      <line className="axis-line" x1="0" x2="100%" y1={base} y2={base} />
      <svg
        width="100%"
        height={height}
        viewBox={`0 0 ${WIDE} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {evenY === null ? null : <path className="second-loose" d={`M0 ${base}L${WIDE} ${evenY}`} />}
        {path ? <path className="thread-line" d={path} /> : null}
        {bars.map((bar) => (
          <rect key={bar.x} className="fall-whole" {...bar} />
        ))}
      </svg>
      {end && as === "steps" ? <circle className="knot" cx={percent(end.x)} cy={end.y} r="4" /> : null}
      {end ? (
        <text
          className="strong halo"
          x={percent(Math.max(end.x, 120))}
          y={as === "bars" ? Math.max(end.y - 5, 6) : end.y < 40 ? end.y + 20 : end.y - 9}
          textAnchor="end"
        >
          {panel.said}
        </text>
      ) : null}
      {ticks.map(({ at, label }) => (
        <text key={label} x={percent((at / Math.max(places, 1)) * WIDE)} y={height - 3}>
          {label}
        </text>
      ))}
    </svg>
  );
}
