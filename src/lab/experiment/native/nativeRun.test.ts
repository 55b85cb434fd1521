import { ValiError } from 'valibot';
import { describe, expect, it } from 'vitest';
import { coresUsed, parseRuns, spansOf, type NativeRun } from './nativeRun';

const lane = (name: string, onCoreMs: number, spans: NativeRun['lanes'][number]['spans']) => ({
  name,
  fromMs: 0,
  toMs: 100,
  onCoreMs,
  spans,
});
const run: NativeRun = {
  gil: true,
  everyMs: 2,
  lanes: [
    lane('Main thread', 2, [['asleep', 2]]),
    lane('Counter 1', 90, [
      ['running', 5],
      ['asleep', 50],
      ['wants a core', 60],
    ]),
  ],
};

describe('a native run', () => {
  it('is drawn with what the system told of each thread', () => {
    const [main, counter] = spansOf(run, 'the GIL').lanes();
    expect(main?.spans).toEqual([{ state: 'blocked', from: 2, to: 100, label: 'the other threads' }]);
    expect(counter?.spans).toEqual([
      { state: 'running', from: 5, to: 50, label: '' },
      { state: 'blocked', from: 50, to: 60, label: 'the GIL' },
      { state: 'ready', from: 60, to: 100, label: 'a core' },
    ]);
    expect(counter?.end).toEqual({ status: 'finished' });
  });

  it('tells how many cores were busy on average', () => {
    expect(coresUsed(run)).toBeCloseTo(0.92);
  });

  it.each([
    ['no thread', { ...run, lanes: [] }],
    ['a state that there is not', { ...run, lanes: [{ ...run.lanes[0], spans: [['dreaming', 1]] }] }],
    ['a time before the run', { ...run, lanes: [{ ...run.lanes[0], fromMs: -1 }] }],
  ])('is refused with %s', (_, changed) => {
    const row = {
      python: '3.14.7',
      implementation: 'CPython',
      cores: 2,
      os: 'Linux x86-64',
      date: '2026-11-30',
      repeats: 5,
    };
    const text = (one: object): string => JSON.stringify([{ ...row, runs: { counting: one } }]);
    expect(parseRuns(text(run))).toHaveLength(1);
    expect(() => parseRuns(text(changed))).toThrow(ValiError);
  });
});
