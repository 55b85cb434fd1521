import { describe, expect, it, vi } from 'vitest';
import type { ScheduledProgram } from '../../core/python/pythonSchedules';
import { ScheduleRunner, type ScheduledPython } from './schedules';

const program: ScheduledProgram = {
  source: 'x = 1',
  fileName: 'a.py',
  granularity: 'line',
  watch: [],
  mainFirst: true,
  accesses: true,
  time: 'patient',
};

/** A runner whose Python finds fault with `def`. */
function runner(): ScheduleRunner {
  const prepare = vi.fn<(source: string) => string | null>((source) => (source === 'def' ? 'SyntaxError' : null));
  return new ScheduleRunner({ prepare } as unknown as ScheduledPython);
}

describe('ScheduleRunner', () => {
  it('knows the program that it has prepared until the interpreter is put back', () => {
    const runs = runner();
    expect(runs.hasPrepared(program)).toBe(false);
    expect(runs.prepare(program)).toBeNull();
    expect([runs.hasPrepared({ ...program }), runs.hasPrepared({ ...program, granularity: 'access' })]).toEqual([
      true,
      false,
    ]);
    runs.rest();
    expect(runs.hasPrepared(program)).toBe(false);
  });

  it('has prepared nothing where a program does not compile', () => {
    const runs = runner();
    expect(runs.prepare({ ...program, source: 'def' })).toBe('SyntaxError');
    expect(runs.hasPrepared({ ...program, source: 'def' })).toBe(false);
  });
});
