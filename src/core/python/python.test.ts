import { describe, expect, it, vi } from 'vitest';
import { cellsIn, pythonCells, pythonSignals, signalProgram, signalStop, tickMicrosFor } from './python';

describe('tickMicrosFor', () => {
  it('rings four times in an interval', () => {
    expect(tickMicrosFor(5)).toBe(1250);
    expect(tickMicrosFor(20)).toBe(5000);
  });
  it('rings at most every half millisecond, and at least every twenty', () => {
    expect(tickMicrosFor(0.001)).toBe(500);
    expect(tickMicrosFor(1e12)).toBe(20_000);
  });
});

describe('signalProgram', () => {
  it.each([0, pythonSignals.tick])('takes the place of no signal and of a tick (%d)', (before) => {
    const cells = new Int32Array(3);
    cells[pythonCells.signal] = before;
    expect(signalProgram(cells, pythonSignals.interrupt)).toBe(true);
    expect(cells[pythonCells.signal]).toBe(pythonSignals.interrupt);
  });

  it('leaves a signal that was not seen yet, and says that this one has to go another way', () => {
    const cells = new Int32Array(3);
    cells[pythonCells.signal] = 15;
    expect([signalProgram(cells, pythonSignals.interrupt), signalProgram(cells, 15)]).toEqual([false, true]);
    expect(cells[pythonCells.signal]).toBe(15);
  });

  it('leaves a signal to stop, with which no other counts', () => {
    const cells = new Int32Array(3);
    signalStop(cells);
    expect(signalProgram(cells, pythonSignals.interrupt)).toBe(true);
    expect(cells[pythonCells.signal]).toBe(pythonSignals.stop);
  });

  it('is not lost when Python takes the tick that was there', () => {
    const cells = new Int32Array(3);
    cells[pythonCells.signal] = pythonSignals.tick;
    const taken = (memory: Int32Array, at: number): number => {
      const seen = memory[at] ?? 0;
      memory[at] = 0;
      return seen;
    };
    // The mock knows only the last form of `load`, that for large integers.
    const load = vi.spyOn(Atomics, 'load').mockImplementationOnce(taken as never);
    expect(signalProgram(cells, pythonSignals.interrupt)).toBe(true);
    expect(cells[pythonCells.signal]).toBe(pythonSignals.interrupt);
    load.mockRestore();
  });
});

describe('cellsIn', () => {
  it('begins with memory, and takes of it what it needs', () => {
    const memory = new SharedArrayBuffer(65_536);
    const cells = cellsIn(memory);
    expect(cells.length).toBe(Object.keys(pythonCells).length);
    expect([...cells]).toEqual([0, 0, 0]);
    expect(cells.buffer).toBe(memory);
  });
});
