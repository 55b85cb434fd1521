import { describe, expect, it } from 'vitest';
import { epochMs } from '../../core/base/clock';
import type { RunRecord } from '../../core/experiment/experiment';
import { measuredOf } from '../../core/experiment/measured';
import { whenDone } from './answers';

const ran = (value: number | string): RunRecord => ({
  strategy: 'equal',
  params: {},
  startedAt: epochMs(0),
  outcome: {
    status: 'finished',
    report: {
      elapsedMs: 1800,
      workers: 3,
      prepareMs: 0,
      facts: [{ label: 'Rounds until both were done', value }],
      problems: [],
      how: [],
    },
    trace: [],
    points: [],
  },
  conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
});

describe('when both transfers were done', () => {
  it.each([
    [5, 'soon'],
    [6, 'late'],
    ['not within 10', 'never'],
  ] as const)('after %s rounds it says %s', (value, answer) => expect(whenDone(measuredOf([ran(value)]))).toBe(answer));

  it('is not known before a run', () => expect(whenDone(measuredOf([]))).toBeNull());
});
