import { Diagram } from '../Diagram';
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
  return (
    <Diagram
      className="group-tree"
      width={344}
      height={176}
      label="main() has the tasks orders and pictures; orders has Ada and Ben, pictures has Cleo and Dan, and catches their failures with except*. A failure goes up from task to group, a cancellation goes down."
    >
      {(arrow) => (
        <>
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
          <path className="way" d="M12 162V20" {...arrow} />
          <text transform="translate(25 91) rotate(-90)">failures</text>
          <path className="way" d="M332 14V156" {...arrow} />
          <text transform="translate(321 91) rotate(-90)">cancellations</text>
        </>
      )}
    </Diagram>
  );
}
