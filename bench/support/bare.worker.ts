import { count, countUntil, newCounter } from '../../src/core/countingKernel';

/** The loop and nothing else: what one would write by hand, without comlink, clock, trace or progress. */
export interface BareTask {
  readonly steps: number;
  readonly seed: number;
}

// As warm as the site's own workers are when their run begins.
countUntil(newCounter(0), 6e6, 20_000, Infinity, () => 0);

addEventListener('message', ({ data }: MessageEvent<readonly BareTask[]>) => {
  postMessage(
    data.map(({ steps, seed }) => {
      const counter = newCounter(seed);
      count(counter, steps);
      return counter.checksum;
    }),
  );
});
postMessage('ready');
