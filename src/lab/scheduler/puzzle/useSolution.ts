import { useEffect, useRef, useState } from 'react';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { scheduleOf, type ThreadIndex } from '../../../core/schedule/types';
import type { Millis } from '../../../core/base/time';
import type { Stepper } from '../step/stepper';
import { movesIn } from './goals';

/** `none`: what is on the board is the reader's own. */
export type Showing = 'none' | 'playing' | 'over';

/** How long a move stays before the next one, where there are few; many take `longestMs` together, but none less than `leastMs`. */
const restMs: Millis = 1100;
const leastMs: Millis = 350;
const longestMs: Millis = 14_000;

/** Resolves after that time, or once it is aborted. */
const pause = (ms: Millis, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** A solution that plays itself on the board. */
export interface SolutionPlay {
  readonly showing: Showing;
  play(): void;
  /** Leaves the board as it stands. */
  stop(): void;
  /** Clears the board for the reader. */
  startOver(): void;
}

/** Plays a way to break a program on its board, from the beginning, until it ends, it is stopped, or the reader makes another move. */
export function useSolution(
  stepper: Stepper,
  scheduled: ScheduledProgram,
  solution: readonly ThreadIndex[],
): SolutionPlay {
  const [showing, setShowing] = useState<Showing>('none');
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const begin = (): AbortSignal => {
    current.current?.abort();
    current.current = new AbortController();
    return current.current.signal;
  };
  /** The board stays where it is, so that nothing on the page moves. */
  const clear = (): Promise<void> =>
    stepper.store.getState().run === null ? stepper.open(scheduled) : stepper.startAnew();
  const play = async (): Promise<void> => {
    const signal = begin();
    setShowing('playing');
    await clear();
    for (const [at, thread] of solution.entries()) {
      await pause(Math.max(leastMs, Math.min(restMs, longestMs / solution.length)), signal);
      if (signal.aborted) return;
      const { run, at: step } = stepper.store.getState();
      // The reader has taken over.
      if (run === null || movesIn(scheduleOf(run).slice(0, step)).length !== at) break;
      await stepper.choose(thread);
    }
    if (!signal.aborted) setShowing('over');
  };
  return {
    showing,
    play: () => void play(),
    stop: () => {
      begin();
      setShowing('over');
    },
    startOver: () => {
      begin();
      setShowing('none');
      void clear();
    },
  };
}
