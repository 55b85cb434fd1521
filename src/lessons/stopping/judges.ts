import type { Judge, Judges } from '../../lab/experiment/judge';

const stop: Judge = {
  faster: () => [
    ['event', 'flag'],
    ['flag', 'sentinel'],
  ],
  because:
    'A worker that waits for the event is woken by it; a flag is seen when the job is done; a sentinel comes after all that was in the queue before it.',
};

export const judges: Judges = { stop };
