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
  return new ScheduleRunner({ prepare } as unknown as ScheduledPython, host);
}
const host = { halted: () => new Promise<string>(() => undefined), goOn: () => undefined };

describe('ScheduleRunner', () => {
  it('knows the program that it has prepared until the interpreter is put back', () => {
    const runs = runner();
    expect(runs.hasPrepared(program, false)).toBe(false);
    expect(runs.prepare(program)).toBeNull();
    expect([
      runs.hasPrepared({ ...program }, false),
      runs.hasPrepared({ ...program, granularity: 'access' }, false),
    ]).toEqual([true, false]);
    runs.rest();
    expect(runs.hasPrepared(program, false)).toBe(false);
  });

  it('has prepared nothing where a program does not compile', () => {
    const runs = runner();
    expect(runs.prepare({ ...program, source: 'def' })).toBe('SyntaxError');
    expect(runs.hasPrepared({ ...program, source: 'def' }, false)).toBe(false);
  });

  it('lets one run go on from step to step, and has it in the way of other runs', async () => {
    const told: ((what: string) => void)[] = [];
    const log: string[] = [];
    const begin = vi.fn<(order: string) => Promise<never>>(() => new Promise(() => undefined));
    const runs = new ScheduleRunner(
      { prepare: () => null, stepRuns: { callPromising: begin } } as unknown as ScheduledPython,
      { halted: () => new Promise((resolve) => told.push(resolve)), goOn: (order) => void log.push(order) },
    );
    runs.prepare(program);
    const item = { id: 0, prefix: [0], sleep: [], maxSteps: 9 };
    const first = runs.step(item, 1);
    const second = first.then(() => runs.step({ ...item, prefix: [0, 1] }, 2));
    told[0]?.('one');
    expect(await first).toBe('one');
    await vi.waitFor(() => told[1]?.('two'));
    expect(await second).toBe('two');
    expect(begin).toHaveBeenCalledExactlyOnceWith('{"prefix":[0],"maxSteps":9,"first":1}');
    expect(log).toEqual(['{"prefix":[0,1],"maxSteps":9,"first":2}']);
    expect([runs.hasPrepared(program, true), runs.hasPrepared(program, false)]).toEqual([true, false]);
  });

  it('fails the step under way when its runs end', async () => {
    const runs = new ScheduleRunner(
      {
        prepare: () => null,
        stepRuns: { callPromising: () => Promise.reject(new Error('no')) },
      } as unknown as ScheduledPython,
      host,
    );
    await expect(runs.step({ id: 0, prefix: [], sleep: [], maxSteps: 9 }, 0)).rejects.toThrow('no');
  });
});
