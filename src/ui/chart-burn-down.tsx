import { BURN_DOWN, type BurnDown, type BurnDownLayout, layOutBurnDown } from "./chart-burn-down-layout";
import { ChartDrawing, ChartFrame, type Twin } from "./chart-frame";
import { percent, WIDE } from "./chart-scale";

/** The words in a burn-down. */
export type BurnDownWords = {
  left: string;
  second: string;
  /** At today's ring: "4,1 i dag". */
  today: string;
  /** At the last day: "31 dec 2026", "sista dag att boka". */
  end: { day: string; what: string };
  /** `short` on a phone: "2029". */
  secondEnd: { day: string; what: string; short: string } | null;
  /** Where the thread ends: "1,3", "oanvända". */
  rest: { value: string; what: string };
  /** A value of the axis; the topmost names the unit. */
  tick: (value: number, isTop: boolean) => string;
  month: (day: string) => string;
};

/**
 * What is left day by day, from there the forecast as a cone to the last day, and both last days. The thread frays where
 * what is left is lost.
 */
export function BurnDownChart({
  id,
  finding,
  note,
  level,
  description,
  chart,
  words,
  twin,
}: {
  id: string;
  finding: string;
  note?: string;
  level?: 2 | 3;
  description: string;
  chart: BurnDown;
  words: BurnDownWords;
  twin: Twin;
}) {
  const layout = layOutBurnDown(chart);
  return (
    <ChartFrame
      id={id}
      finding={finding}
      note={note}
      level={level}
      twin={twin}
      drawing={
        <ChartDrawing height={BURN_DOWN.height} description={description}>
          <Axes layout={layout} words={words} />
          <Paths layout={layout} />
          <Ends layout={layout} words={words} />
          <Names layout={layout} words={words} />
        </ChartDrawing>
      }
    />
  );
}

function Axes({ layout: { ticks, months, years }, words }: { layout: BurnDownLayout; words: BurnDownWords }) {
  const { base } = BURN_DOWN;
  return (
    <g>
      {ticks.map(({ value, y }, nth) => (
        <g key={value}>
          <line className={value === 0 ? "axis-line" : "grid-line"} x1="0" x2="100%" y1={y} y2={y} />
          {value === 0 ? null : (
            <text x="0" y={y - 5}>
              {words.tick(value, nth === ticks.length - 1)}
            </text>
          )}
        </g>
      ))}
      {months.map(({ day, x }) => (
        <g key={day}>
          <line className="axis-line" x1={percent(x)} x2={percent(x)} y1={base} y2={base + 5} />
          <text x={percent(x)} y={base + 19} dx="2">
            {words.month(day)}
          </text>
        </g>
      ))}
      {years.map(({ day, x }) => (
        <g key={day}>
          <line className="axis-line" x1={percent(x)} x2={percent(x)} y1={base} y2={base + 5} />
          <text x={percent(x)} y={base + 19} dx="2">
            <tspan className="wide">{day.slice(0, 4)}</tspan>
            <tspan className="narrow">{day.slice(2, 4)}</tspan>
          </text>
        </g>
      ))}
    </g>
  );
}

function Paths({ layout }: { layout: BurnDownLayout }) {
  const { cone, secondPath, secondLoose, leftPath, frayed } = layout;
  const { height } = BURN_DOWN;
  return (
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 ${WIDE} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {cone ? (
        <>
          <path className="cone" d={cone.area} />
          <path className="cone-edge" d={cone.edges} />
        </>
      ) : null}
      {secondPath ? <path className="second-line" d={secondPath} /> : null}
      {secondLoose ? <path className="second-loose" d={secondLoose} /> : null}
      <path className="thread-line" d={leftPath} />
      {cone ? <path className="thread-loose" d={cone.expected} /> : null}
      {frayed.map((strand) => (
        <path key={strand} className="thread-frayed" d={strand} />
      ))}
    </svg>
  );
}

/** Both last days, and the break in the axis between them. */
function Ends({ layout: { end, second }, words }: { layout: BurnDownLayout; words: BurnDownWords }) {
  const { base } = BURN_DOWN;
  const [endX, beside] = [percent(end), percent(end - 10)];
  return (
    <g>
      <line className="end-line" x1={endX} x2={endX} y1="4" y2={base} />
      <text className="strong halo" x={beside} y="13" textAnchor="end">
        {words.end.day}
      </text>
      <text className="halo" x={beside} y="29" textAnchor="end">
        {words.end.what}
      </text>
      {second && words.secondEnd ? (
        <>
          <line className="end-line" x1={percent(second.end)} x2={percent(second.end)} y1="4" y2={base} />
          <text className="strong" x={percent(second.gap)} y={base + 4} textAnchor="middle">
            {"//"}
          </text>
          <g className="wide">
            <text className="strong halo" x={percent(second.end - 9)} y="13" textAnchor="end">
              {words.secondEnd.day}
            </text>
            <text className="halo" x={percent(second.end - 9)} y="29" textAnchor="end">
              {words.secondEnd.what}
            </text>
          </g>
          <g className="narrow">
            <text className="strong halo" x={percent(second.end - 15)} y="13" textAnchor="end">
              {words.secondEnd.short}
            </text>
          </g>
        </>
      ) : null}
    </g>
  );
}

/** What each line is, the ring of today, and what is left at the end. */
function Names({ layout, words }: { layout: BurnDownLayout; words: BurnDownWords }) {
  const { today, cone, labels } = layout;
  // Early in a fund's life the ring stands at the left edge: its words go to the right of it.
  const early = today.x < 200;
  const low = today.y > BURN_DOWN.base - 26;
  return (
    <g>
      {labels.second ? (
        <text className="strong halo" x={percent(labels.second.x)} y={labels.second.y}>
          {words.second}
        </text>
      ) : null}
      {early ? null : (
        <text className="thread halo" x={percent(labels.left.x)} y={labels.left.y}>
          {words.left}
        </text>
      )}
      <circle className="knot" cx={percent(today.x)} cy={today.y} r="5.5" />
      <text
        className="thread halo"
        x={percent(today.x)}
        dx={early ? 10 : -10}
        y={low || early ? today.y - 12 : today.y + 20}
        textAnchor={early ? "start" : "end"}
      >
        {words.today}
      </text>
      {cone ? (
        <>
          <text className="thread halo" x={percent(cone.at.x)} dx="26" y={Math.min(cone.at.y, 340) + 3}>
            {words.rest.value}
          </text>
          <text className="halo wide" x={percent(cone.at.x)} dx="26" y={Math.min(cone.at.y, 340) + 19}>
            {words.rest.what}
          </text>
        </>
      ) : null}
    </g>
  );
}
