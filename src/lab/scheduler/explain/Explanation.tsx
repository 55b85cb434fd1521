import { useMemo } from 'react';
import type { Granularity, ScheduledMoment } from '../../../core/python/pythonSchedules';
import { deadlockOf, sayDeadlock } from '../../../core/schedule/deadlock';
import type { RunResult, StepIndex } from '../../../core/schedule/types';
import { whereThreadsSwitch } from './granularities';
import './explain.css';
import { namesIn } from './names';
import { WaitGraphView } from './WaitGraphView';
import { acquiring, placesToShow } from './again';
import { whyItBroke } from './why';

interface ExplanationProps {
  /** A run that has ended. */
  readonly run: RunResult;
  /** All of its states, from the first. */
  readonly moments: readonly ScheduledMoment[];
  readonly source: string;
  /** How it was stepped. */
  readonly granularity: Granularity;
  /** Somebody said that this outcome is wrong, though it is neither an exception nor a deadlock. */
  readonly failed?: boolean;
  /** Called when the reader wants to see a step: the state before it. */
  onGo(step: StepIndex): void;
  /** Shows these places again, one after another. */
  onAgain(places: readonly StepIndex[]): void;
}

/** Why a run ended as it did: the circle of a deadlock, or the accesses that interfered. Nothing where there is nothing to explain. */
export function Explanation({ run, moments, source, granularity, failed = false, onGo, onAgain }: ExplanationProps) {
  const deadlock = useMemo(() => deadlockOf(run), [run]);
  const why = useMemo(
    () => (deadlock === null ? whyItBroke(run, moments, source, failed) : null),
    [deadlock, run, moments, source, failed],
  );
  const last = moments.at(-1);
  if (last === undefined) return null;
  if (deadlock !== null) {
    const names = namesIn(last);
    const words = sayDeadlock(deadlock, names);
    return (
      <div role="group" className="explanation" aria-label="Why it stands still">
        <div className="why-head">
          <h4>
            {deadlock.cycle.length > 0
              ? 'A deadlock: they wait for each other'
              : deadlock.lost.length > 0
                ? 'A lost wake-up'
                : 'A deadlock: no thread is left to wake them'}
          </h4>
          <Again places={placesToShow(acquiring(run, deadlock), run)} onAgain={onAgain} />
        </div>
        <div className="waits">
          <p>{words}</p>
          <WaitGraphView deadlock={deadlock} names={names} />
        </div>
        {deadlock.lost.map(({ thread, notified, waited }) => (
          <p key={thread} className="button-row">
            <Go step={notified} onGo={onGo}>
              The notification
            </Go>
            <Go step={waited} onGo={onGo}>
              The wait that came too late
            </Go>
          </p>
        ))}
      </div>
    );
  }
  if (why === null) return null;
  return (
    <div role="group" className="explanation" aria-label="Why it broke">
      <div className="why-head">
        <h4>{why.title}</h4>
        <Again
          places={placesToShow(
            why.pointers.map(({ step }) => step),
            run,
          )}
          onAgain={onAgain}
        />
      </div>
      <p>{why.sentence}</p>
      <ol className="why-steps">
        {why.pointers.map(({ step, thread, line, code, what }) => (
          <li key={step}>
            <Go step={step} onGo={onGo}>
              Step {step + 1}
            </Go>
            <span>
              {thread} {what}
            </span>
            {line === null ? null : (
              <code>
                <span className="why-line">{line}</span>
                {code}
              </code>
            )}
          </li>
        ))}
      </ol>
      <p className="hint">{whereThreadsSwitch(granularity)}</p>
    </div>
  );
}

function Go({
  step,
  onGo,
  children,
}: {
  readonly step: StepIndex;
  onGo(step: StepIndex): void;
  readonly children: React.ReactNode;
}) {
  return (
    <button type="button" className="link-button numeric" onClick={() => onGo(step)}>
      {children}
    </button>
  );
}

function Again({
  places,
  onAgain,
}: {
  readonly places: readonly StepIndex[];
  onAgain(places: readonly StepIndex[]): void;
}) {
  return (
    <button type="button" className="link-button" onClick={() => onAgain(places)}>
      Show it again
    </button>
  );
}
