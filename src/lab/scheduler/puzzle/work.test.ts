import { describe, expect, it } from 'vitest';
import type { Access, RunResult, ThreadIndex } from '../../../core/schedule/types';
import { sayWhatIsMissing, workIn } from './work';

const step = (thread: ThreadIndex, ...accesses: Access[]) => ({ thread, accesses, point: { enabled: [], next: [] } });
const run = (...steps: ReturnType<typeof step>[]): RunResult => ({
  steps,
  end: { enabled: [], next: [] },
  outcome: { kind: 'finished', state: '' },
});
const start = (thread: ThreadIndex): Access => ({ object: `thread ${thread}`, kind: 'start' });
const end = (thread: ThreadIndex): Access => ({ object: `thread ${thread}`, kind: 'end', shut: true });
const write: Access = { object: 'global record', kind: 'write' };
const print: Access = { object: 'stdout', kind: 'write' };
const goal = { kind: 'fix', threads: 2, endings: [] } as const;

const both = run(
  step(0, start(1), { object: 'threads', kind: 'start' }),
  step(0, start(2)),
  step(1, write),
  step(1, end(1)),
  step(2, write, end(2)),
  step(0, print),
);

describe('the work of threads', () => {
  it('counts who was there, at once, and did something', () => {
    expect(workIn(both)).toEqual({ started: 2, atOnce: 2, working: 2 });
    expect(sayWhatIsMissing(goal, workIn(both))).toBeNull();
  });
  it('misses threads that were never started', () => {
    const alone = workIn(run(step(0, start(1)), step(1, write, end(1)), step(0, write)));
    expect(alone).toEqual({ started: 1, atOnce: 1, working: 1 });
    expect(sayWhatIsMissing(goal, alone)).toContain('Start at least two');
  });
  it('sees that one thread ends before the next begins', () => {
    const row = workIn(run(step(0, start(1)), step(1, write, end(1)), step(0, start(2)), step(2, write, end(2))));
    expect(row).toEqual({ started: 2, atOnce: 1, working: 2 });
    expect(sayWhatIsMissing(goal, row)).toContain('follow one another');
  });
  it('sees threads that only print, or do nothing', () => {
    const idle = workIn(run(step(0, start(1)), step(0, start(2)), step(1, print, end(1)), step(2, end(2))));
    expect(idle).toEqual({ started: 2, atOnce: 2, working: 0 });
    expect(sayWhatIsMissing(goal, idle)).toContain('do nothing');
  });
  it('does not count the task that runs main()', () => {
    expect(sayWhatIsMissing({ ...goal, tasks: true }, { started: 2, atOnce: 2, working: 2 })).toContain(
      'Without its tasks',
    );
    expect(sayWhatIsMissing({ ...goal, tasks: true }, { started: 3, atOnce: 2, working: 3 })).toContain(
      'Your tasks follow one another',
    );
    expect(sayWhatIsMissing({ ...goal, tasks: true }, { started: 3, atOnce: 3, working: 3 })).toBeNull();
  });
  it('takes handing something on through a lock or a condition for work', () => {
    expect(
      workIn(run(step(0, start(1)), step(1, { object: 'lock 0.1', kind: 'release', shut: true }, end(1)))).working,
    ).toBe(1);
  });
});
