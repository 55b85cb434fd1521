import { describe, expect, it } from 'vitest';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { counter, independent } from '../../../core/schedule/model/examples';
import { explore, runner } from '../../../core/schedule/model/run';
import { judge } from '../../../core/schedule/verdict';
import type { Explorer } from './explorer';
import { takeTurn } from '../../turns';
import { checksSmaller, SafetyCheck } from './safetyCheck';
import { planOf, usualSettings } from './settings';
import type { Smaller } from './smaller/smaller';

const { program, options } = planOf(
  { source: 'x = 1', fileName: 'p.py', granularity: 'line', watch: [], mainFirst: true, accesses: true },
  { ...usualSettings, reduced: true },
);

const large = { ...program, source: 'x = 100' };
const smaller: Smaller = { source: 'x = 2', changed: [], plainlyLarge: true };

/** A program whose race shows without the GIL only. */
function made(onExplore: (asked: ScheduledProgram) => void = () => undefined): SafetyCheck {
  const python: Explorer = {
    async explore(asked, wanted, { onBegin }) {
      onExplore(asked);
      onBegin?.();
      return explore(runner(asked.granularity === 'gil' ? independent(1, 1) : counter), wanted);
    },
    run: () => Promise.reject(new Error('not asked')),
    replay: () => Promise.reject(new Error('not asked')),
  };
  return new SafetyCheck(python, (source) => Promise.resolve(source === large.source ? smaller : null));
}

describe('a check', () => {
  it('tries one rule after the other', async () => {
    const asked: string[] = [];
    const check = made(({ granularity }) => asked.push(granularity));
    await check.start(program, options);
    expect(asked).toEqual(['gil', 'free-threaded']);
    expect(check.store.getState()).toMatchObject({
      asked: program,
      program,
      trying: null,
      waiting: false,
      before: null,
    });
    expect(judge(check.found(), new Set()).kind).toBe('hidden');
  });

  it('is not decided where it was stopped, and does not go on with the other rule', async () => {
    const asked: string[] = [];
    const check: SafetyCheck = made(({ granularity }) => {
      asked.push(granularity);
      check.stop();
    });
    await check.start(program, options);
    expect(asked).toEqual(['gil']);
    expect(check.store.getState().trying).toBeNull();
    expect(judge(check.found(), new Set())).toMatchObject({ kind: 'undecided' });
  });

  it('draws schedules at random where there are too many, and more under that rule only', async () => {
    const asked: string[] = [];
    const check = made(({ granularity, accesses }) => asked.push(`${granularity}${accesses ? '' : ', at random'}`));
    await check.start(program, { ...options, maxRuns: 2 });
    await check.drawMore(['free-threaded']);
    expect(asked).toEqual(['gil', 'free-threaded', 'free-threaded, at random', 'free-threaded, at random']);
    const { summary } = check.searches['free-threaded'].store.getState();
    expect(summary?.random?.drawn.reduce((sum, { runs }) => sum + runs, 0)).toBe(10_000);
    expect(check.store.getState()).toMatchObject({ trying: null, drawing: false });
  });

  it('forgets what it found', async () => {
    const check = made();
    await check.start(program, options);
    check.clear();
    expect(check.store.getState().program).toBeNull();
    expect(check.found()).toEqual({ gil: null, 'free-threaded': null });
  });

  it('takes its turn among the runs of the page, and can be stopped while it waits', async () => {
    const endTurn = await takeTurn(new AbortController().signal);
    const check = made();
    const done = check.start(program, options);
    expect(check.store.getState()).toMatchObject({ waiting: true, trying: 'gil' });
    check.stop();
    await done;
    expect(check.store.getState()).toMatchObject({ waiting: false, trying: null });
    expect(judge(check.found(), new Set()).kind).toBe('undecided');
    const another = check.start(program, options);
    endTurn();
    await another;
    expect(judge(check.found(), new Set()).kind).toBe('hidden');
  });

  it('checks the smaller program where there is one, and remembers which one was asked about', async () => {
    const asked: string[] = [];
    const check = made(({ source, fileName }) => asked.push(`${fileName}: ${source}`));
    await check.startSmaller(options);
    expect(asked).toEqual([]);
    await check.start(large, options);
    expect(checksSmaller(check.store.getState())).toBe(false);
    await check.startSmaller(options);
    expect(asked.slice(2)).toEqual(['p_small.py: x = 2', 'p_small.py: x = 2']);
    expect(check.store.getState()).toMatchObject({ asked: large, smaller });
    expect(checksSmaller(check.store.getState())).toBe(true);
    check.adoptSmaller();
    expect(checksSmaller(check.store.getState())).toBe(false);
    expect(judge(check.found(), new Set()).kind).toBe('hidden');
    await check.start(program, options);
    expect(check.store.getState()).toMatchObject({ asked: program, program, smaller: null });
  });
});
