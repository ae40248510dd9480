import { type PlacedSegment, placeSegments, type ThreadSegment } from "./thread-layout";

/** One frame of money from its first krona to its last day: thick is paid, thin promised, dotted hoped for, frayed lost. */
export function MoneyThread({
  id = "money-thread",
  caption,
  segments,
}: {
  id?: string;
  /** Says in words what the thread shows. Unseen. */
  caption: string;
  segments: ThreadSegment[];
}) {
  const placed = placeSegments(segments);
  return (
    <figure className="chart money-thread" aria-labelledby={id}>
      <figcaption className="unseen" id={id}>
        {caption}
      </figcaption>
      <svg height="86" aria-hidden="true">
        {placed.map((segment) => (
          <Strand key={segment.label} segment={segment} />
        ))}
        {placed.map((segment) =>
          isTied(segment) && segment.end < 100 ? (
            <circle key={segment.label} className="knot" cx={`${segment.end}%`} cy="20" r="6" />
          ) : null,
        )}
        <line className="end-line" x1="100%" x2="100%" y1="0" y2="40" />
        {placed.map((segment) => (
          <Label key={segment.label} segment={segment} />
        ))}
      </svg>
      <ol className="thread-list">
        {segments.map((segment) => (
          <li key={segment.label}>
            <span className="value money">{segment.value}</span> {segment.label}
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Strand({ segment }: { segment: PlacedSegment }) {
  const { start, end, kind } = segment;
  if (isTied(segment)) {
    return <line className={`thread-line thread-${kind}`} x1={`${start}%`} x2={`${end}%`} y1="20" y2="20" />;
  }
  if (kind === "loose") {
    // The first dot stands clear of the knot before it.
    const from = end - start > 2 ? start + 0.9 : start;
    return <line className="thread-loose" x1={`${from}%`} x2={`${end}%`} y1="20" y2="20" />;
  }
  return (
    <svg
      x={`${start}%`}
      width={`${end - start}%`}
      height="40"
      viewBox="0 0 100 40"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <g className="thread-frayed">
        <path d="M0 20C16 20 26 19 40 13S74 4 94 6" />
        <path d="M0 20C20 20 34 18 50 17S78 13 90 15" />
        <path d="M0 20C18 20 32 21 48 24S80 24 97 22" />
        <path d="M0 20C14 20 26 22 38 28S68 36 88 33" />
      </g>
    </svg>
  );
}

function Label({ segment }: { segment: PlacedSegment }) {
  const x = `${segment.labelAt}%`;
  const anchor = segment.anchor;
  const moved = anchor === "start" && Math.abs(segment.labelAt - segment.start) > 0.5;
  return (
    <g>
      {moved ? <line className="grid-line" x1={`${segment.start}%`} x2={x} y1="29" y2="47" /> : null}
      <text x={x} y="60" textAnchor={anchor}>
        {segment.label}
      </text>
      <text
        className={segment.kind === "frayed" ? "strong thread" : "strong"}
        x={x}
        y="79"
        textAnchor={anchor}
      >
        {segment.short ?? segment.value}
      </text>
    </g>
  );
}

function isTied({ kind }: ThreadSegment): boolean {
  return kind !== "loose" && kind !== "frayed";
}
