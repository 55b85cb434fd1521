import { describe, expect, it } from 'vitest';
import { epochMs } from '../../core/base/clock';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import { whatTheLoopDid } from './answers';

/** Runs of the four programs that printed this. */
const measured = (printed: Readonly<Record<string, string>>): Measured =>
  measuredOf(
    Object.entries(printed).map(([strategy, text]) => ({
      strategy,
      params: {},
      startedAt: epochMs(0),
      outcome: {
        status: 'finished',
        report: { elapsedMs: 600, workers: 1, prepareMs: 0, facts: [], problems: [], how: [], printed: text },
        trace: [],
        points: [],
      },
      conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
    })),
  );

const short = 'work 505 ms, longest pause 21 ms\n';
const whole = 'work 443 ms, longest pause 430 ms\n';

describe('what the loop did', () => {
  it('is that it stood still where the pause is most of the work', () =>
    expect(whatTheLoopDid(measured({ waits: short, counts: short, sums: whole, process: short }))).toBe(
      'goes goes stands goes',
    ));
  it('is not known before all have told', () => {
    expect(whatTheLoopDid(measured({ waits: short, counts: short, sums: whole }))).toBeNull();
    expect(whatTheLoopDid(measured({ waits: short, counts: short, sums: 'MemoryError', process: short }))).toBeNull();
  });
});
