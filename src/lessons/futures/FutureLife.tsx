import { useId } from 'react';
import './futureLife.css';

interface BoxProps {
  readonly x: number;
  readonly y: number;
  /** As Python writes it where it prints a future. */
  readonly state: string;
  readonly words: string;
}

const box = { width: 150, height: 46 } as const;

function Box({ x, y, state, words }: BoxProps) {
  return (
    <g>
      <rect className="state" x={x} y={y} width={box.width} height={box.height} rx="5" />
      <text className="name" x={x + box.width / 2} y={y + 16}>
        {state}
      </text>
      <text x={x + box.width / 2} y={y + 33}>
        {words}
      </text>
    </g>
  );
}

/** The states of a future, and what leads from one to the next. */
export function FutureLife() {
  const head = useId();
  const arrow = { markerEnd: `url(#${head})` };
  return (
    <figure className="future-life">
      <svg
        viewBox="0 0 344 214"
        role="img"
        aria-label="Pending becomes cancelled by cancel(), or running when a thread takes it; running becomes finished when its task ends. Then done() is True: result() is woken first, then the callbacks run."
      >
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className="head" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        <rect className="done" x="1" y="104" width="342" height="108" rx="8" />
        <Box x={10} y={4} state="pending" words="waits for a thread" />
        <Box x={184} y={4} state="running" words="a thread has taken it" />
        <Box x={10} y={114} state="cancelled" words="will never begin" />
        <Box x={184} y={114} state="finished" words="has returned or raised" />
        <path d="M160 27H182" {...arrow} />
        <path d="M85 50V112" {...arrow} />
        <path d="M259 50V112" {...arrow} />
        <text className="cause code" x="93" y="77">
          cancel()
        </text>
        <text className="cause" x="267" y="77">
          its task ends
        </text>
        <text x="172" y="177">
          done() is True: result() is woken first,
        </text>
        <text x="172" y="195">
          then the callbacks run, one after another
        </text>
      </svg>
    </figure>
  );
}
