import { describe, expect, it } from 'vitest';
import { epochMs } from '../../core/base/clock';
import type { RunRecord } from '../../core/experiment/experiment';
import { measuredOf } from '../../core/experiment/measured';
import { whenLooking } from './answers';

const ran = (strategy: string, elapsedMs: number): RunRecord => ({
  strategy,
  params: {},
  startedAt: epochMs(0),
  outcome: {
    status: 'finished',
    report: { elapsedMs, workers: 2, prepareMs: 0, facts: [], problems: [], how: [] },
    trace: [],
    points: [],
  },
  conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
});

describe('when a thread that looks without a pause has what it waits for', () => {
  it.each([
    [500, 'sooner'],
    [1050, 'same'],
    [2000, 'later'],
  ] as const)('of %s ms, where one that sleeps takes 1000 ms, it says %s', (lookingMs, answer) => {
    expect(whenLooking(measuredOf([ran('sleeping', 1000), ran('looking', lookingMs)]))).toBe(answer);
  });

  it('is not known before both have run', () => {
    expect(whenLooking(measuredOf([ran('looking', 1000)]))).toBeNull();
  });
});
