import { describe, expect, it } from 'vitest';
import { cellsIn, pythonCells, pythonSignals } from '../../core/python/python';
import { signalTaker } from './signals';

describe('signalTaker', () => {
  it('takes each signal once, and touches no other cell', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const cells = cellsIn(memory.buffer);
    const take = signalTaker(memory) as () => number;
    expect(take()).toBe(0);
    cells.fill(7);
    for (const signal of Object.values(pythonSignals)) {
      cells[pythonCells.signal] = signal;
      expect([take(), take()]).toEqual([signal, 0]);
    }
    expect([...cells]).toEqual([0, 7, 7]);
  });

  it('looks into its own memory only', () => {
    const [mine, others] = [0, 1].map(() => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })) as [
      WebAssembly.Memory,
      WebAssembly.Memory,
    ];
    cellsIn(others.buffer)[pythonCells.signal] = pythonSignals.stop;
    expect((signalTaker(mine) as () => number)()).toBe(0);
  });
});
