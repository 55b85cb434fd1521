import { useEffect, useEffectEvent, useState } from 'react';
import type { Experiment } from './experiment';
import type { ActiveRun } from './useExperiment';

/** A bar for what is over before this is only a flicker. */
const appearAfterMs = 400;
const tickMs = 100;

export interface RunProgressProps {
  readonly experiment: Experiment;
  readonly active: ActiveRun;
}

/** What runs now, and how far all that was asked for is. */
export function RunProgress({ experiment, active }: RunProgressProps) {
  const [fraction, setFraction] = useState(0);
  const [shown, setShown] = useState(false);
  const look = useEffectEvent(() => setFraction((active.done + (active.live?.progress ?? 0)) / active.total));
  useEffect(() => {
    const appear = setTimeout(() => setShown(true), appearAfterMs);
    const tick = setInterval(() => look(), tickMs);
    return () => {
      clearTimeout(appear);
      clearInterval(tick);
    };
  }, []);
  const name = experiment.strategies.find((strategy) => strategy.id === active.strategy)?.name ?? active.strategy;
  const began = active.live !== null && active.live.startedAt !== null;
  const what = active.waiting
    ? 'Waiting until another run on this page has ended'
    : `${began ? 'Running' : 'Preparing'}: ${name}`;
  return (
    <p className="run-progress" data-shown={shown}>
      <span>
        {what}
        {active.rounds > 1 ? `, round ${active.round} of ${active.rounds}` : ''}
      </span>
      <progress aria-label="Progress" value={fraction} max={1} />
    </p>
  );
}
