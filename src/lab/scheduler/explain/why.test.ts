import { describe, expect, it } from 'vitest';
import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import type { Access, Outcome, RunResult } from '../../../core/schedule/types';
import { whyItBroke } from './why';

const source = ['def add():', '    value = counter', '    counter = value + 1'].join('\n');
const thread = (line: number): ThreadMoment => ({
  name: `Thread-${line} (add)`,
  status: 'runs',
  calls: [{ function: 'add', line, offset: 0, locals: [], place: null }],
  within: null,
  looks: true,
  waits: null,
  at: null,
  stack: null,
});

/** A run of steps such as `1 read 2`: thread, what it does to `counter`, and at which line. */
function ran(
  text: string,
  outcome: Outcome = { kind: 'finished', state: '1\n' },
): [RunResult, readonly ScheduledMoment[]] {
  const told = text.split(', ').map((step) => step.split(' '));
  const point = { enabled: [], next: [null, null, null] };
  const steps = told.map(([who, kind]) => ({
    thread: Number(who),
    point,
    accesses: [{ object: 'global counter', kind } as Access],
  }));
  const moments = [...told, []].map(([who, , line]): ScheduledMoment => {
    const threads = [0, 1, 2].map((number) => ({
      ...thread(String(number) === who ? Number(line) : 1),
      name: number === 0 ? 'MainThread' : `Thread-${number} (add)`,
    }));
    return { enabled: [], passing: [], threads, globals: [], locks: [], things: [], loops: [], printed: '', now: 0 };
  });
  return [{ steps, end: point, outcome }, moments];
}

describe('why a run broke', () => {
  it('points at the two accesses and the one between them', () => {
    const [run, moments] = ran('1 read 2, 2 read 2, 2 write 3, 1 write 3');
    const why = whyItBroke(run, moments, source, false);
    expect(why?.title).toBe('A lost update');
    expect(why?.sentence).toContain('Thread-1 read counter. Before it wrote, Thread-2 took over');
    expect(why?.pointers.map(({ step, thread, line, code }) => [step, thread, line, code])).toEqual([
      [0, 'Thread-1', 2, 'value = counter'],
      [2, 'Thread-2', 3, 'counter = value + 1'],
      [3, 'Thread-1', 3, 'counter = value + 1'],
    ]);
  });

  it('says nothing of one after the other', () => {
    const [run, moments] = ran('1 read 2, 1 write 3, 2 read 2, 2 write 3');
    expect(whyItBroke(run, moments, source, false)).toBeNull();
  });

  it('tells of other interference only if the run is wrong', () => {
    const [run, moments] = ran('1 read 2, 2 write 3, 1 read 2');
    expect(whyItBroke(run, moments, source, false)).toBeNull();
    expect(whyItBroke(run, moments, source, true)?.title).toBe('Checked too early');
    const [failed, seen] = ran('1 read 2, 2 write 3, 1 read 2', {
      kind: 'exception',
      message: 'IndexError',
      state: '',
    });
    expect(whyItBroke(failed, seen, source, false)?.title).toBe('Checked too early');
  });
});
