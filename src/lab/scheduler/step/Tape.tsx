import { memo, useId, useLayoutEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { Step, StepIndex } from '../../../core/schedule/types';
import { nameInSentence } from '../explain/names';
import { switchWords } from '../explain/switches';
import { layOutTape, stepWidth, windowOf, type TapeWindow } from './tapeLayout';
import { ThreadMark } from './ThreadMark';
import './tape.css';

interface TapeProps {
  readonly steps: readonly Step[];
  readonly moments: readonly ScheduledMoment[];
  readonly at: StepIndex;
  /** What a place is, in words, for the slider. */
  sayPlace(at: StepIndex): string;
  onGo(at: StepIndex): void;
}

/** Half of what the slider's handle is wide: the tape begins there, so that the handle stands beneath its step. */
const handlePx = 8;
const blockInset = 1;
const shortestSliderPx = 140;
/** A board narrower than this has one column. */
const narrowPx = 480;

/** The run as a tape: a lane for each thread, a block for each of its steps. Click a block, or draw the slider, to go there. */
export const Tape = memo(function Tape({ steps, moments, at, sayPlace, onGo }: TapeProps) {
  const base = useId();
  const host = useRef<HTMLDivElement>(null);
  const widthPx = useWidth(host);
  const [held, setHeld] = useState<TapeWindow | null>(null);
  const threads = moments[at]?.threads ?? [];
  // Lanes of threads that were undone stay, so that the tape does not jump.
  const lanes = (moments.at(-1)?.threads ?? threads).map(({ name }) => nameInSentence(name));
  // `step.css` keeps room for as much.
  const laneHeight = lanes.length > 7 || widthPx < narrowPx ? 17 : 22;
  const barHeight = Math.round(laneHeight * 0.6);
  const room = Math.max(80, widthPx - 2 * handlePx);
  const perStep = stepWidth(steps.length, room);
  const capacity = Math.floor(room / perStep);
  const inSight = held ?? windowOf(steps.length, at, capacity);
  const { from: first, to: end } = inSight;
  const { rests, switches } = useMemo(
    () => layOutTape(steps, moments, { from: first, to: end }),
    [steps, moments, first, end],
  );
  const x = (step: StepIndex): number => handlePx + (step - first) * perStep;
  const y = (lane: number): number => 4 + lane * laneHeight + (laneHeight - barHeight) / 2;
  const height = lanes.length * laneHeight + 8;
  const shown = steps.slice(first, end);
  const isWhole = first === 0 && end >= steps.length;

  const goTo = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>, fully: boolean): void => {
    const offset = (clientX - currentTarget.getBoundingClientRect().left - handlePx) / perStep;
    // A block that is pressed is taken; while it is drawn, the nearest place between two counts.
    const place = first + (fully ? Math.floor(offset) + 1 : Math.round(offset));
    onGo(Math.max(0, Math.min(place, steps.length)));
  };

  return (
    <div className="step-tape">
      <ul className="tape-names" aria-label="Threads" style={{ gridAutoRows: `${laneHeight}px` }}>
        {lanes.map((name, thread) => (
          <li key={thread}>
            <ThreadMark thread={thread} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <div className="tape-room" ref={host}>
        <svg
          className="tape-picture"
          width={widthPx}
          height={height}
          aria-hidden="true"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setHeld(inSight);
            goTo(event, true);
          }}
          onPointerMove={(event) => {
            if (held !== null && event.buttons === 1) goTo(event, false);
          }}
          onLostPointerCapture={() => setHeld(null)}
        >
          <defs>
            <pattern id={`${base}-waiting`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect className="tape-ground" data-standing="waiting" width="6" height="6" />
              <path className="tape-line" data-standing="waiting" d="M-1 1L1-1M-1 7L7-1M5 7L7 5" />
            </pattern>
            <pattern id={`${base}-blocked`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect className="tape-ground" data-standing="blocked" width="6" height="6" />
              <path
                className="tape-line"
                data-standing="blocked"
                d="M-1 1L1-1M-1 7L7-1M5 7L7 5M-1 5L1 7M-1-1L7 7M5-1L7 1"
              />
            </pattern>
          </defs>
          {lanes.map((_, lane) => (
            <line
              key={lane}
              className="tape-lane"
              x1={handlePx}
              x2={widthPx - handlePx}
              y1={y(lane) + barHeight / 2}
              y2={y(lane) + barHeight / 2}
            />
          ))}
          {rests.map(({ thread, from, to, standing }) => (
            <rect
              key={`${thread} ${from}`}
              className="tape-rest"
              data-standing={standing}
              x={x(from) + blockInset}
              y={standing === 'ready' ? y(thread) + barHeight * 0.25 : y(thread)}
              width={(to - from) * perStep - 2 * blockInset}
              height={standing === 'ready' ? barHeight * 0.5 : barHeight}
              fill={standing === 'ready' ? 'none' : `url(#${base}-${standing})`}
            />
          ))}
          {switches.map(({ at: step, from, to, preemption, rule }) => (
            <line
              key={step}
              className="tape-switch"
              data-preemption={preemption}
              data-rule={rule}
              x1={x(step)}
              x2={x(step)}
              y1={y(from) + (from < to ? barHeight : 0)}
              y2={y(to) + (from < to ? 0 : barHeight)}
            >
              <title>{`Switch before step ${step + 1}: ${switchWords[rule]}`}</title>
            </line>
          ))}
          {shown.map(({ thread }, index) => (
            <rect
              key={first + index}
              className="tape-block"
              x={x(first + index) + blockInset}
              y={y(thread)}
              width={perStep - 2 * blockInset}
              height={barHeight}
              rx="1.5"
            />
          ))}
          {/* What was undone lies beneath a veil. */}
          {at < end ? (
            <rect
              className="tape-veil"
              x={x(Math.max(at, first))}
              y="0"
              width={x(end) - x(Math.max(at, first))}
              height={height}
            />
          ) : null}
          {at >= first && at <= end ? (
            <path className="tape-head" d={`M${x(at) - 5} 0h10l-5 6zM${x(at)} 4V${height}`} />
          ) : null}
        </svg>
        <input
          type="range"
          className="tape-slider"
          aria-label="Step"
          min={0}
          max={Math.max(1, steps.length)}
          value={at}
          aria-valuetext={sayPlace(at)}
          style={isWhole ? { width: Math.max(shortestSliderPx, steps.length * perStep + 2 * handlePx) } : undefined}
          onChange={({ target }) => onGo(Number(target.value))}
        />
      </div>
    </div>
  );
});

function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const measure = (): void => setWidthPx(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  return widthPx;
}
