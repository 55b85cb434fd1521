import './limitsOfADrip.css';

/** When what happens, in seconds: the connection, and each byte. */
const connectedAt = 0.2;
const bytesAt = Array.from({ length: 8 }, (_, index) => connectedAt + 0.5 * (index + 1));

const left = 64;
const pxPerSecond = 62;
const x = (seconds: number): number => left + seconds * pxPerSecond;

interface LimitProps {
  readonly name: string;
  readonly y: number;
  /** The waits that it measures, each from and to a time in seconds. */
  readonly waits: readonly (readonly [number, number])[];
}

/** A bracket below each wait that a limit measures. */
function Limit({ name, y, waits }: LimitProps) {
  return (
    <g>
      <text className="name" x={left - 8} y={y}>
        {name}
      </text>
      <path d={waits.map(([from, to]) => `M${x(from) + 1.5} ${y - 5}V${y}H${x(to) - 1.5}V${y - 5}`).join('')} />
    </g>
  );
}

/** What a total, an idle and a connect limit measure of a download that drips. */
export function LimitsOfADrip() {
  const last = bytesAt.at(-1) ?? connectedAt;
  const ends = [0, connectedAt, ...bytesAt];
  const waits = ends.slice(1).map((to, index): readonly [number, number] => [ends[index] ?? 0, to]);
  return (
    <figure className="limits-of-a-drip">
      <svg
        viewBox="0 0 344 116"
        role="img"
        aria-label="The connection comes after 0.2 seconds, and a byte every half second after that. A total limit measures the whole, an idle limit each wait anew, a connect limit the wait for the connection."
      >
        <path className="axis" d={`M${x(0)} 26H${x(last) + 8}`} />
        <rect x={x(connectedAt) - 2} y="19" width="4" height="14" />
        {bytesAt.map((at) => (
          <circle key={at} cx={x(at)} cy="26" r="4" />
        ))}
        <text x={x(connectedAt)} y="8">
          connection
        </text>
        <text x={x(bytesAt[3] ?? 0)} y="8">
          a byte every half second
        </text>
        <Limit name="total" y={56} waits={[[0, last]]} />
        <Limit name="idle" y={80} waits={waits} />
        <Limit name="connect" y={104} waits={[[0, connectedAt]]} />
      </svg>
    </figure>
  );
}
