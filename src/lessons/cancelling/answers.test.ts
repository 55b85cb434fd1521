import { describe, expect, it } from 'vitest';
import { epochMs } from '../../core/base/clock';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import { whichEnded } from './answers';

/** Runs of the three programs that had so many of their eight bytes at the end; null for one that printed nothing of the kind. */
const measured = (bytes: Readonly<Record<string, number | null>>): Measured =>
  measuredOf(
    Object.entries(bytes).map(([strategy, had]) => ({
      strategy,
      params: {},
      startedAt: epochMs(0),
      outcome: {
        status: 'finished',
        report: {
          elapsedMs: 4200,
          workers: 1,
          prepareMs: 0,
          facts: [],
          problems: [],
          how: [],
          printed: had === null ? '' : `${had < 8 ? 'TimeoutError\n' : ''}${had} of 8 bytes in 4.21 s\n`,
        },
        trace: [],
        points: [],
      },
      conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
    })),
  );

describe('which limits ended the download of a server that drips', () => {
  it.each([
    [{ total: 3, idle: 8, connect: 8 }, 'total'],
    [{ total: 3, idle: 2, connect: 8 }, 'total-idle'],
    [{ total: 3, idle: 2, connect: 0 }, 'all'],
    [{ total: 3, idle: 8, connect: 0 }, 'other'],
    [{ total: 8, idle: 8, connect: 8 }, 'other'],
  ] as const)('%o: %s', (bytes, answer) => expect(whichEnded(measured(bytes))).toBe(answer));

  it('is not known before all three have told', () => {
    expect(whichEnded(measured({ total: 3, idle: 8 }))).toBeNull();
    expect(whichEnded(measured({ total: 3, idle: 8, connect: null }))).toBeNull();
  });
});
