import { useId } from 'react';
import './conditionLife.css';

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly state: string;
  readonly words: string;
}

const box = { width: 132, height: 46 } as const;

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

/** What a thread goes through at a condition, from its wait to its next look. */
export function ConditionLife() {
  const head = useId();
  const arrow = { markerEnd: `url(#${head})` };
  return (
    <figure className="condition-life">
      <svg
        viewBox="0 0 360 170"
        role="img"
        aria-label="A thread that has the lock falls asleep by wait(), which lets go of the lock. By notify() of another thread it is woken, and wants the lock. Others may have the lock before it. When it has the lock again, it looks again."
      >
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className="head" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        <Box x={2} y={4} state="has the lock" words="looks at the table" />
        <Box x={226} y={4} state="asleep" words="without the lock" />
        <Box x={226} y={102} state="woken" words="wants the lock" />
        <path d="M134 27H224" {...arrow} />
        <path d="M292 50V100" {...arrow} />
        <path className="gap" d="M226 125H68V52" {...arrow} />
        <text className="code" x="179" y="15">
          wait()
        </text>
        <text className="code cause" x="300" y="75">
          notify()
        </text>
        <text x="147" y="113">
          when the lock is free
        </text>
        <text className="name" x="147" y="140">
          others may come first
        </text>
      </svg>
    </figure>
  );
}
