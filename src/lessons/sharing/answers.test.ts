import { epochMs } from '../../core/base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../core/experiment/experiment';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import { priceOfLock, soonerQueue, whatArrived, whoLost } from './answers';

interface Ran {
  readonly ms?: number;
  readonly lost?: number;
  readonly hidden?: boolean;
}

const record = (strategy: string, { ms = 100, lost, hidden = false }: Ran): RunRecord => ({
  strategy,
  params: {},
  startedAt: epochMs(0),
  outcome: {
    status: 'finished',
    report: {
      elapsedMs: ms,
      workers: 2,
      prepareMs: 0,
      facts: lost === undefined ? [] : [{ label: 'Lost updates', value: lost }],
      problems: [],
      how: [],
    },
    trace: [],
    points: [],
  },
  conditions: { isolated: true, clockResolutionMs: 0.005, hidden },
});
const measured = (runs: Readonly<Record<string, Ran>>): Measured =>
  measuredOf(Object.entries(runs).map(([id, ran]) => record(id, ran)));

describe('what arrived', () => {
  it.each([
    [{ unlocked: { lost: 1 } }, 'fewer'],
    [{ unlocked: { lost: 0 } }, 'all'],
    [{ unlocked: {} }, null],
    [{ unlocked: { lost: 1, hidden: true } }, null],
    [{ locked: { lost: 0 } }, null],
  ] as const)('%j: %s', (runs, answer) => expect(whatArrived(measured(runs))).toBe(answer));
});

describe('who lost', () => {
  it.each([
    [1, 0, 0, 'plain'],
    [0, 0, 0, 'none'],
    [9, 9, 0, 'not-locked'],
    [9, 0, 1, 'other'],
    [0, 1, 0, 'other'],
  ] as const)('plain %i, atomic %i, locked %i: %s', (plain, atomic, locked, answer) =>
    expect(whoLost(measured({ plain: { lost: plain }, atomic: { lost: atomic }, locked: { lost: locked } }))).toBe(
      answer,
    ),
  );

  it('is not known before all three ran', () =>
    expect(whoLost(measured({ plain: { lost: 5 }, atomic: { lost: 0 } }))).toBeNull());
});

describe('the price of the lock', () => {
  it.each([
    [100, 201, 'queue'],
    [100, 110, 'same'],
    [100, 90, 'same'],
  ] as const)('%i ms without, %i ms with: %s', (without, withLock, answer) =>
    expect(priceOfLock(measured({ unlocked: { ms: without }, locked: { ms: withLock } }))).toBe(answer),
  );
});

describe('the queue that is done sooner', () => {
  it.each([
    [2500, 2490, 'same'],
    [2500, 2000, 'unbounded'],
    [2000, 2500, 'bounded'],
  ] as const)('bounded %i ms, unbounded %i ms: %s', (bounded, unbounded, answer) =>
    expect(soonerQueue(measured({ bounded: { ms: bounded }, unbounded: { ms: unbounded } }))).toBe(answer),
  );

  it('is not known after one', () => expect(soonerQueue(measured({ bounded: {} }))).toBeNull());
});
