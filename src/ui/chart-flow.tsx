import { columnLeft, type Flow, type FlowNode, layOutFlow, NODE_WIDTH } from "./chart-flow-layout";
import { ChartDrawing, ChartFrame, type Twin } from "./chart-frame";
import { percent, shortened, WIDE } from "./chart-scale";

/** Letters that fit beside a name's bar on a phone (two columns share the right half), and on anything wider. */
const NARROW = [18, 12, 12] as const;
const BROAD = 34;

/**
 * How money runs from where it came, over who got it, to what it is used for. Give at most some eight names a column
 * and put the rest together under one name: more than that no one can follow.
 */
export function FlowChart({
  id,
  finding,
  note,
  level,
  description,
  flows,
  say,
  twin,
}: {
  id: string;
  finding: string;
  note?: string;
  level?: 2 | 3;
  description: string;
  flows: readonly Flow[];
  /** A value in words: "1,4 mnkr". */
  say: (value: number) => string;
  twin: Twin;
}) {
  const { nodes, ribbons, height } = layOutFlow(flows);
  return (
    <ChartFrame
      id={id}
      finding={finding}
      note={note}
      level={level}
      twin={twin}
      drawing={
        <ChartDrawing height={height} description={description}>
          <svg
            width="100%"
            height={height}
            viewBox={`0 0 ${WIDE} ${height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {ribbons.map(({ column, from, to, path }) => (
              <path key={`${column} ${from} ${to}`} className="ribbon" d={path} />
            ))}
            {nodes.map((node) => (
              <rect
                key={`${node.column} ${node.name}`}
                className="fall-whole"
                x={columnLeft(node.column)}
                width={NODE_WIDTH}
                y={node.top}
                height={Math.max(node.height, 1.5)}
              />
            ))}
          </svg>
          {nodes.map((node) => (
            <NodeLabel key={`${node.column} ${node.name}`} node={node} say={say} />
          ))}
        </ChartDrawing>
      }
    />
  );
}

/** Beside the bar: to its right, in the last column to its left. */
function NodeLabel({ node, say }: { node: FlowNode; say: (value: number) => string }) {
  const isLast = node.column === 2;
  const at = {
    x: percent(columnLeft(node.column) + (isLast ? 0 : NODE_WIDTH)),
    dx: isLast ? -6 : 6,
    textAnchor: isLast ? "end" : "start",
  } as const;
  const middle = node.top + node.height / 2;
  return (
    <g>
      <text {...at} className="halo wide" y={middle - 3}>
        {shortened(node.name, BROAD)}
      </text>
      <text {...at} className="halo narrow" y={middle - 3}>
        {shortened(node.name, NARROW[node.column])}
      </text>
      <text {...at} className="strong halo" y={middle + 12}>
        {say(node.value)}
      </text>
    </g>
  );
}
