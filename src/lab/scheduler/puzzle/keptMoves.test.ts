import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { fakeBrowser } from '../../workbench/browser.fixture';

const program: ScheduledProgram = {
  source: 'counter = 0\n',
  fileName: 'counter.py',
  granularity: 'gil',
  watch: [],
  mainFirst: true,
  accesses: true,
};
const { stub } = fakeBrowser('/puzzles/counter/');
const moves = { schedule: [0, 0, 1, 2, 1], at: 3 };

/** What a page knows that is loaded anew. */
async function pageLoaded(): Promise<typeof import('./keptMoves')> {
  vi.resetModules();
  return import('./keptMoves');
}

beforeEach(() => {
  stub();
  return () => vi.unstubAllGlobals();
});

describe('the moves on a puzzle’s board', () => {
  it('are there when the page is loaded again, with those that were undone', async () => {
    (await pageLoaded()).keepMoves('counter', program, '3.14.2', moves);
    const { readMoves } = await pageLoaded();
    expect(readMoves('counter', program, '3.14.2')).toEqual(moves);
    expect(readMoves('other', program, '3.14.2')).toBeNull();
  });

  it('are forgotten where they would lead elsewhere, or are no longer wanted', async () => {
    (await pageLoaded()).keepMoves('counter', program, '3.14.2', moves);
    const { keepMoves, readMoves } = await pageLoaded();
    expect(readMoves('counter', { ...program, source: 'counter = 1\n' }, '3.14.2')).toBeNull();
    expect(readMoves('counter', { ...program, granularity: 'free-threaded' }, '3.14.2')).toBeNull();
    expect(readMoves('counter', program, '3.15.0')).toBeNull();
    keepMoves('counter', program, '3.14.2', null);
    expect((await pageLoaded()).readMoves('counter', program, '3.14.2')).toBeNull();
  });

  it('last as long as the page where the browser stores nothing', async () => {
    vi.stubGlobal('localStorage', undefined);
    const { keepMoves, readMoves } = await pageLoaded();
    keepMoves('counter', program, '3.14.2', moves);
    expect(readMoves('counter', program, '3.14.2')).toEqual(moves);
  });
});
