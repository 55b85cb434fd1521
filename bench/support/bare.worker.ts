import { count, newCounter } from '../../src/core/engines/countingKernel';

/** The loop and nothing else: what one would write by hand, without comlink, clock, trace or progress. */
export interface BareTask {
  readonly steps: number;
  readonly seed: number;
}

// Warms up, as the site's own workers do before their run begins.
for (let call = 0; call < 300; call += 1) count(newCounter(0), 20_000);

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
