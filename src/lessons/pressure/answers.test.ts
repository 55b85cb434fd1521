import { describe, expect, it } from 'vitest';
import { epochMs } from '../../core/base/clock';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import { memoryCompared } from './answers';

/** Runs of the programs that told of this memory; null for one that did not. */
const measured = (memory: Readonly<Record<string, string | null>>): Measured =>
  measuredOf(
    Object.entries(memory).map(([strategy, kilobytes]) => ({
      strategy,
      params: {},
      startedAt: epochMs(0),
      outcome: {
        status: 'finished',
        report: {
          elapsedMs: 5000,
          workers: 1,
          prepareMs: 0,
          facts: [],
          problems: [],
          how: [],
          printed: kilobytes === null ? '' : `${kilobytes} kB at the most\n100,000 jobs, 10 at a time, in 5.01 s\n`,
        },
        trace: [],
        points: [],
      },
      conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
    })),
  );

describe('the memory of a hundred thousand tasks', () => {
  it.each([
    [{ semaphore: '150,118', queue: '41' }, 'much-more'],
    [{ semaphore: '3,001', queue: '100' }, 'much-more'],
    [{ semaphore: '3,000', queue: '100' }, 'more'],
    [{ semaphore: '200', queue: '100' }, 'more'],
    [{ semaphore: '199', queue: '100' }, 'alike'],
    [{ semaphore: '1', queue: '0' }, 'alike'],
  ] as const)('%o: %s', (memory, answer) => expect(memoryCompared(measured(memory))).toBe(answer));

  it('is not compared before both have told', () => {
    expect(memoryCompared(measured({ semaphore: '150,118' }))).toBeNull();
    expect(memoryCompared(measured({ semaphore: '150,118', queue: null }))).toBeNull();
  });
});
