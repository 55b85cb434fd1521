import { useId } from 'react';
import './groupTree.css';

/** The groups of `kill_one.py`: x and y of each node, and whose task it is. */
const nodes = [
  { name: 'main()', x: 172, y: 24, under: null },
  { name: 'orders', x: 96, y: 86, under: 'main()' },
  { name: 'pictures', x: 248, y: 86, under: 'main()' },
  { name: 'Ada', x: 58, y: 148, under: 'orders' },
  { name: 'Ben', x: 134, y: 148, under: 'orders' },
  { name: 'Cleo', x: 210, y: 148, under: 'pictures' },
  { name: 'Dan', x: 286, y: 148, under: 'pictures' },
] as const;

/** A tree of tasks: a failure goes up in it, a cancellation down. */
export function GroupTree() {
  const head = useId();
  const arrow = { className: 'way', markerEnd: `url(#${head})` };
  return (
    <figure className="group-tree">
      <svg
        viewBox="0 0 344 176"
        role="img"
        aria-label="main() has the tasks orders and pictures; orders has Ada and Ben, pictures has Cleo and Dan, and catches their failures with except*. A failure goes up from task to group, a cancellation goes down."
      >
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {nodes.map(({ name, x, y, under }) => {
          const parent = nodes.find((node) => node.name === under);
          return parent === undefined ? null : <path key={name} d={`M${x} ${y}L${parent.x} ${parent.y}`} />;
        })}
        {nodes.map(({ name, x, y }) => (
          <g key={name}>
            <rect x={x - 32} y={y - 17} width="64" height="34" rx="5" />
            <text x={x} y={name === 'pictures' ? y - 7 : y}>
              {name}
            </text>
          </g>
        ))}
        <text className="note" x="248" y="94">
          except*
        </text>
        <path d="M12 162V20" {...arrow} />
        <text transform="translate(25 91) rotate(-90)">failures</text>
        <path d="M332 14V156" {...arrow} />
        <text transform="translate(321 91) rotate(-90)">cancellations</text>
      </svg>
    </figure>
  );
}
