import { describe, expect, it } from 'vitest';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { counter, independent } from '../../../core/schedule/model/examples';
import { explore, runner } from '../../../core/schedule/model/run';
import { judge } from '../../../core/schedule/verdict';
import type { Explorer } from './explorer';
import { ruleSearchOf, SafetyCheck } from './safetyCheck';
import { planOf, usualSettings } from './settings';

const { program, options } = planOf(
  { source: 'x = 1', fileName: 'p.py', granularity: 'line', watch: [], mainFirst: true, accesses: true },
  { ...usualSettings, reduced: true },
);

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
  return new SafetyCheck(python);
}

const searchesOf = ({ searches }: SafetyCheck) => ({
  gil: ruleSearchOf(searches.gil.store.getState()),
  'free-threaded': ruleSearchOf(searches['free-threaded'].store.getState()),
});

describe('a check', () => {
  it('tries one rule after the other', async () => {
    const asked: string[] = [];
    const check = made(({ granularity }) => asked.push(granularity));
    await check.start(program, options);
    expect(asked).toEqual(['gil', 'free-threaded']);
    expect(check.store.getState()).toEqual({ program, trying: null, before: null });
    expect(judge(searchesOf(check), new Set()).kind).toBe('hidden');
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
    expect(judge(searchesOf(check), new Set())).toMatchObject({ kind: 'undecided' });
  });

  it('forgets what it found', async () => {
    const check = made();
    await check.start(program, options);
    check.clear();
    expect(check.store.getState().program).toBeNull();
    expect(searchesOf(check)).toEqual({ gil: null, 'free-threaded': null });
  });
});
