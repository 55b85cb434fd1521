import { useId } from 'react';
import type { Deadlock, Names } from '../../../core/schedule/deadlock';
import { arrowPath, layOutWaits, nodeHeight } from './waitGraph';

interface WaitGraphViewProps {
  readonly deadlock: Deadlock;
  readonly names: Names;
}

/** Who waits for what and who has it, as arrows; a circle of threads that wait for each other is drawn as one. The words beside it say what it shows. */
export function WaitGraphView({ deadlock, names }: WaitGraphViewProps) {
  const head = useId();
  const { nodes, edges, width, height } = layOutWaits(deadlock, names);
  const placed = new Map(nodes.map((node) => [node.id, node]));
  return (
    <figure className="wait-graph">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Who waits for whom, as a graph">
        <defs>
          <marker
            id={head}
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0.5L7 4L0 7.5Z" fill="context-stroke" />
          </marker>
        </defs>
        {edges.map(({ from, to, kind, inCycle }) => {
          const [start, end] = [placed.get(from), placed.get(to)];
          return start === undefined || end === undefined ? null : (
            <path
              key={`${from} ${to}`}
              className="wait-arrow"
              data-kind={kind}
              data-cycle={inCycle}
              d={arrowPath(start, end)}
              markerEnd={`url(#${head})`}
            />
          );
        })}
        {nodes.map(({ id, kind, label, x, y, width: wide, inCycle }) => (
          <g key={id} className="wait-node" data-kind={kind} data-cycle={inCycle}>
            <rect
              x={x - wide / 2}
              y={y - nodeHeight / 2}
              width={wide}
              height={nodeHeight}
              rx={kind === 'thread' ? nodeHeight / 2 : 3}
            />
            <text x={x} y={y} dy="0.34em" textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <span className="wait-key" data-kind="waits" aria-hidden="true" /> waits for
        <span className="wait-key" data-kind="held" aria-hidden="true" /> is held by
      </figcaption>
    </figure>
  );
}
