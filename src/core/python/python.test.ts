import { describe, expect, it } from 'vitest';
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
    signalProgram(cells, pythonSignals.interrupt);
    expect(cells[pythonCells.signal]).toBe(pythonSignals.interrupt);
  });

  it('leaves a signal to stop', () => {
    const cells = new Int32Array(3);
    signalStop(cells);
    signalProgram(cells, pythonSignals.interrupt);
    expect(cells[pythonCells.signal]).toBe(pythonSignals.stop);
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
