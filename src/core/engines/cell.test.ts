import { describe, expect, it } from 'vitest';
import {
  cellLayout,
  cellMemory,
  incrementAtomically,
  incrementLocked,
  incrementPlainly,
  isCellStopped,
  startTogether,
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
  it('needs no waiting for a worker that is alone', () => {
    let looks = 0;
    startTogether(cellMemory(), 1, () => (looks += 1));
    expect(looks).toBe(1);
  });

  it('is waited for awake, until the others have come and are awake too', () => {
    const cells = cellMemory();
    let now = 0;
    startTogether(cells, 2, () => {
      now += 1;
      // The other one comes, and is the last to come; a moment later it is awake.
      if (now === 3) {
        Atomics.add(cells, cellLayout.arrived, 1);
        Atomics.store(cells, cellLayout.go, 1);
      }
      if (now === 6) Atomics.add(cells, cellLayout.awake, 1);
      return now;
    });
    expect(now).toBe(6);
  });

  it('is not waited for without end, where one has no core to wake on', () => {
    const cells = cellMemory();
    Atomics.add(cells, cellLayout.arrived, 1);
    let now = 0;
    startTogether(cells, 2, () => (now += 60));
    expect(now).toBe(180);
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
