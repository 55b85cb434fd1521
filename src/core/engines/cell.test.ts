import { describe, expect, it } from 'vitest';
import {
  arrive,
  awaitStart,
  cellLayout,
  cellMemory,
  incrementAtomically,
  incrementLocked,
  incrementPlainly,
  isCellStopped,
  stopCell,
} from './cell';

describe('the three increments', () => {
  it.each([incrementPlainly, incrementAtomically, incrementLocked])('lose nothing when alone: %o', (increment) => {
    const cells = cellMemory();
    increment(cells, 1000);
    increment(cells, 23);
    expect(cells[cellLayout.value]).toBe(1023);
    expect(cells[cellLayout.lock], 'the lock is free again').toBe(0);
  });
});

describe('the start', () => {
  it('is given by the last to arrive', () => {
    const cells = cellMemory();
    expect([1, 2, 3].map(() => arrive(cells, 3))).toEqual([false, false, true]);
    // Would sleep for ever if the start had not been given.
    awaitStart(cells, 0, () => 0);
    expect(cells[cellLayout.go]).toBe(1);
  });

  it('is waited for awake while patience lasts', () => {
    const cells = cellMemory();
    let now = 0;
    awaitStart(cells, 5, () => {
      now += 1;
      if (now === 4) arrive(cells, 1);
      return now;
    });
    expect(now).toBe(4);
  });
});

describe('stopCell', () => {
  it('is seen by those who look', () => {
    const cells = cellMemory();
    expect(isCellStopped(cells)).toBe(false);
    stopCell(cells);
    expect(isCellStopped(cells)).toBe(true);
  });
});
