import { describe, expect, it } from 'vitest';
import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import { regressionTest, testFileName, type FailingRun } from './regressionTest';

const point = { enabled: [], next: [] };

/** A run in which one thread took over from another where that `looks`, or not. */
function failing(looks: boolean, source: string): FailingRun {
  const thread: ThreadMoment = {
    name: 'Thread',
    status: 'runs',
    calls: [],
    within: null,
    looks,
    waits: null,
    at: null,
    stack: null,
  };
  const threads = [thread, thread, thread];
  const moment: ScheduledMoment = {
    enabled: [],
    passing: [],
    threads,
    globals: [],
    locks: [],
    things: [],
    loops: [],
    printed: '',
    now: 0,
  };
  const steps = [1, 2].map((number) => ({ thread: number, point, accesses: [] }));
  return {
    program: { source, fileName: 'bank.py', watch: [] },
    run: { steps, end: point, outcome: { kind: 'finished', state: '1\n' } },
    moments: [moment, moment, moment],
    expected: ['2\n'],
    python: '3.14.2',
  };
}

describe('a test for CPython', () => {
  it('needs a Python without the GIL only for switches that no other makes', () => {
    expect(regressionTest(failing(true, 'x = 1\n'))).toContain('\nRULE = "gil"\n');
    expect(regressionTest(failing(false, 'x = 1\n'))).toContain('\nRULE = "free-threaded"\n');
  });

  it('has the program unchanged, and what is right', () => {
    const text = regressionTest(failing(true, '"""A bank."""\nprint("\\n")\n'));
    expect(text).toContain(`PROGRAM = r'''"""A bank."""\nprint("\\n")\n'''\n`);
    expect(text).toContain('EXPECTED = ["2\\n"]');
    expect(testFileName('bank.py')).toBe('test_bank_order.py');
  });

  it('writes a program line by line that no quotation marks can hold', () => {
    expect(regressionTest(failing(true, `"""a"""\n'''b'''\n`))).toContain(
      `PROGRAM = (\n    "\\"\\"\\"a\\"\\"\\"\\n"\n    "'''b'''\\n"\n)`,
    );
  });
});
