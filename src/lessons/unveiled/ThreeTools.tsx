import { useId } from 'react';
import { type DrawnSpan, type Way, endOf, taskParts, ways } from './threeToolsPicture';
import './ThreeTools.css';

// All lengths are in the units of the viewBox; on a phone one of them is about a pixel.
const gutter = 76;
const unit = 10;
const lane = { height: 18, gap: 4 } as const;
const box = { padding: 5, gap: 6 } as const;
const longest = Math.max(...ways.map(endOf));
const width = gutter + longest * unit + box.padding;

const timeToX = (at: number): number => gutter + at * unit;
const boxHeight = (lanes: number): number => lanes * lane.height + (lanes - 1) * lane.gap + 2 * box.padding;

/** Lines for the waits, so that they can be told without their colour. */
function WaitingPattern({ id }: { readonly id: string }) {
  return (
    <pattern id={id} className="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="2.5" y1="0" x2="2.5" y2="5" />
    </pattern>
  );
}

function Span({ span, y, pattern }: { readonly span: DrawnSpan; readonly y: number; readonly pattern: string }) {
  const x = timeToX(span.from);
  const length = (span.to - span.from) * unit;
  return (
    <>
      <rect
        className={`span span-${span.state}`}
        x={x + 0.5}
        y={y}
        width={length - 1}
        height={lane.height}
        {...(span.state === 'waiting' ? { fill: `url(#${pattern})` } : {})}
      />
      {span.state === 'running' ? (
        <text className="task" x={x + length / 2} y={y + lane.height / 2}>
          {span.task}
        </text>
      ) : null}
    </>
  );
}

function WayPicture({ way }: { readonly way: Way }) {
  const pattern = useId();
  const tops = way.boxes.map((_, index) =>
    way.boxes.slice(0, index).reduce((top, lanes) => top + boxHeight(lanes.length) + box.gap, 0.5),
  );
  const height = (tops.at(-1) ?? 0) + boxHeight(way.boxes.at(-1)?.length ?? 0) + 0.5;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${way.title}. ${way.description}`}>
      <defs>
        <WaitingPattern id={pattern} />
      </defs>
      {way.boxes.map((lanes, index) => {
        const top = tops[index] ?? 0;
        return (
          <g key={lanes[0]?.name}>
            <rect className="box" x="0.5" y={top} width={width - 1} height={boxHeight(lanes.length)} rx="4" />
            {lanes.map(({ name, spans }, place) => {
              const y = top + box.padding + place * (lane.height + lane.gap);
              return (
                <g key={name}>
                  <text className="lane" x={box.padding + 2} y={y + lane.height / 2}>
                    {name}
                  </text>
                  <line
                    className="start"
                    x1={timeToX(0)}
                    x2={timeToX(spans[0]?.from ?? 0)}
                    y1={y + lane.height / 2}
                    y2={y + lane.height / 2}
                  />
                  {spans.map((span) => (
                    <Span key={span.from} span={span} y={y} pattern={pattern} />
                  ))}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

function LegendKey({ state }: { readonly state: DrawnSpan['state'] | 'start' }) {
  const pattern = useId();
  return (
    <svg viewBox="0 0 22 14" aria-hidden="true">
      <defs>
        <WaitingPattern id={pattern} />
      </defs>
      {state === 'start' ? (
        <line className="start" x1="1" x2="21" y1="7" y2="7" />
      ) : (
        <rect
          className={`span span-${state}`}
          x="1"
          y="1"
          width="20"
          height="12"
          {...(state === 'waiting' ? { fill: `url(#${pattern})` } : {})}
        />
      )}
    </svg>
  );
}

const legend = [
  ['running', 'computes'],
  ['waiting', 'waits for an answer'],
  ['ready', 'could go on, but it is not its turn'],
  ['start', 'is being started'],
] as const;

/** The three tools in one picture: the same three tasks without any of them and with each. Not measured, and says so. */
export function ThreeTools() {
  return (
    <figure className="three-tools wide">
      <figcaption>
        Three tasks, A, B and C. Each computes for {taskParts.compute}, waits for {taskParts.wait}, and computes for{' '}
        {taskParts.compute} again. Time goes from left to right; a frame is a process. The picture is drawn, not
        measured.
      </figcaption>
      <ul className="three-tools-legend">
        {legend.map(([state, words]) => (
          <li key={state}>
            <LegendKey state={state} /> {words}
          </li>
        ))}
      </ul>
      {ways.map((way) => (
        <div className="three-tools-way" key={way.id}>
          <p>
            <strong>{way.title}.</strong> {way.says} <span className="three-tools-end">Done after {endOf(way)}.</span>
          </p>
          <WayPicture way={way} />
        </div>
      ))}
    </figure>
  );
}
