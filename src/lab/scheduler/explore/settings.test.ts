import { describe, expect, it } from 'vitest';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { planOf, readNames, usualSettings } from './settings';

const program: ScheduledProgram = {
  source: '',
  fileName: 'p.py',
  granularity: 'access',
  watch: ['x'],
  mainFirst: true,
  accesses: true,
};

describe('what is asked of the interpreters', () => {
  it('is the program as it is stepped, without what only the reduction must know', () => {
    expect(planOf(program, { ...usualSettings, preemptions: 2 })).toEqual({
      program: { ...program, accesses: false },
      options: { reduction: 'none', preemptions: 2, maxRuns: 100_000, maxSteps: 2000 },
    });
  });
  it('lets the main thread be interrupted where others stand for schedules', () => {
    const { program: asked, options } = planOf(program, { ...usualSettings, reduced: true });
    expect([asked.mainFirst, asked.accesses, options.reduction, options.preemptions]).toEqual([
      false,
      true,
      'source sets',
      'all',
    ]);
  });
  it('does not reduce within a bound', () => {
    expect(planOf(program, { ...usualSettings, reduced: true, preemptions: 1 }).options.reduction).toBe('none');
  });
  it('watches what the program came with, until the reader says otherwise', () => {
    expect(planOf(program, usualSettings).program.watch).toEqual(['x']);
    expect(planOf(program, { ...usualSettings, watch: [] }).program.watch).toEqual([]);
  });
});

describe('the names of variables', () => {
  it('are read with commas or spaces, once each', () => {
    expect(readNames(' counter, done;counter größe ')).toEqual({ names: ['counter', 'done', 'größe'], wrong: [] });
    expect(readNames('a.b 1x')).toEqual({ names: [], wrong: ['a.b', '1x'] });
    expect(readNames('')).toEqual({ names: [], wrong: [] });
  });
});
