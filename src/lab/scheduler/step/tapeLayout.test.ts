import { describe, expect, it } from 'vitest';
import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { Step } from '../../../core/schedule/types';
import { joining, momentOf, stepOf, threadMoment } from './moment.fixture';
import { layOutTape, stepWidth, windowOf } from './tapeLayout';

/** A run of two threads, by who takes each step; `x` after a step: the other is blocked then. */
function ran(text: string): readonly [readonly Step[], readonly ScheduledMoment[]] {
  const taken = text.split(' ').map((word) => ({ thread: Number(word[0]), blocks: word.endsWith('x') }));
  const moments = [...taken, { thread: 1, blocks: false }].map(({ thread, blocks }) => {
    const threads = [
      joining(1),
      ...[1, 2].map((own) =>
        threadMoment(
          own,
          blocks && own !== thread
            ? { status: 'waits', waits: { object: 'lock 0.1', holders: [thread], until: null, call: null } }
            : {},
        ),
      ),
    ];
    return momentOf(threads);
  });
  return [taken.map(({ thread }, at) => stepOf(thread, moments[at]?.enabled ?? [])), moments];
}

const whole = { from: 0, to: 1000 };

describe('the tape', () => {
  it('shows who could have gone on and who was blocked, in stretches', () => {
    const { rests } = layOutTape(...ran('1 1 1x 1x 2'), whole);
    expect(rests.filter(({ thread }) => thread > 0).toSorted((a, b) => a.from - b.from)).toEqual([
      { thread: 2, from: 0, to: 2, standing: 'ready' },
      { thread: 2, from: 2, to: 4, standing: 'blocked' },
      { thread: 1, from: 4, to: 5, standing: 'ready' },
    ]);
    expect(rests.filter(({ thread }) => thread === 0)).toEqual([{ thread: 0, from: 0, to: 5, standing: 'blocked' }]);
  });

  it('shows switches, and which of them were away from one that could have gone on', () => {
    expect(layOutTape(...ran('1 2 2x 1'), whole).switches.map(({ at, preemption }) => [at, preemption])).toEqual([
      [1, true],
      [3, true],
    ]);
    expect(layOutTape(...ran('1 2x 2'), whole).switches).toEqual([
      { at: 1, from: 1, to: 2, preemption: false, rule: 'gil' },
    ]);
  });

  it('lays out no more than is in sight', () => {
    const { rests, switches } = layOutTape(...ran('1 2 1 2 1 2 1 2'), { from: 2, to: 4 });
    expect(switches.map(({ at }) => at)).toEqual([2, 3]);
    expect(rests.every(({ from, to }) => from >= 2 && to <= 4)).toBe(true);
  });

  it('has wide steps for short runs, and windows for long ones', () => {
    expect(stepWidth(10, 800)).toBe(22);
    expect(stepWidth(60, 800)).toBe(11);
    expect(stepWidth(5000, 800)).toBe(8);
    expect(windowOf(50, 30, 100)).toEqual({ from: 0, to: 50 });
  });

  it('always has the reader in its window, which rests while steps are taken', () => {
    const seen = new Set<number>();
    for (let at = 0; at <= 1000; at += 1) {
      const { from, to } = windowOf(1000, at, 100);
      expect(from <= at && at <= to && to - from === 100 && from >= 0 && to <= 1000).toBe(true);
      seen.add(from);
    }
    expect(seen.size).toBeLessThan(25);
  });
});
