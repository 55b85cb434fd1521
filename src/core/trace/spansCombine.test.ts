import { describe, expect, test, vi } from 'vitest';
import { SpanStore, storeOf } from './spans';
import { CombinedSpans } from './spansCombine';
import { describeGroups, describeNotes, describeSpan } from './traceTextWords';
import { traceFrom } from './traceText.fixture';

const sequential = storeOf(traceFrom`Main: run wait(birch) . . . run`);
const threaded = storeOf(traceFrom`Main: run block(join) .  Thread-1: . wait(birch) run`);
const both = (): CombinedSpans =>
  new CombinedSpans([
    { name: 'One after another', source: sequential },
    { name: 'Threaded', source: threaded },
  ]);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('CombinedSpans', () => {
  test('sets the lanes of its parts one beneath the other, each in its group', () => {
    const lanes = both().lanes();
    expect(lanes.map(({ group, name }) => `${group?.name}: ${name}`)).toEqual([
      'One after another: Main',
      'Threaded: Main',
      'Threaded: Thread-1',
    ]);
    expect(new Set(lanes.map(({ id }) => id)).size).toBe(3);
    expect(lanes[1]?.group).toBe(lanes[2]?.group);
  });

  test('lasts as long as the longest, and lets each end when it ended', () => {
    const source = both();
    expect(source.until()).toBe(6);
    expect(source.lanes(source.until()).map(({ spans }) => spans.at(-1)?.to)).toEqual([6, 3, 3]);
  });

  test('tells the time that a part reached, or what else is said of it', () => {
    const source = both();
    source.setRemarks([null, 'failed']);
    expect(source.lanes().map(({ group }) => plain(group?.remark ?? ''))).toEqual(['6.0 ms', 'failed', 'failed']);
  });

  test('makes lanes that are done once, however often they are asked for', () => {
    const source = both();
    const [first] = source.lanes();
    expect(source.lanes()[0]).toBe(first);
  });

  test('grows with the part that is under way, up to that part’s own time', () => {
    let now = 2;
    const live = new SpanStore(() => now);
    const source = new CombinedSpans([
      { name: 'Done', source: sequential },
      { name: 'Live', source: live },
    ]);
    const heard = vi.fn<() => void>();
    const stop = source.subscribe(heard);
    live.add([
      { kind: 'start', at: 0, lane: 'A', laneKind: 'thread', name: 'A' },
      { kind: 'run', at: 0, lane: 'A' },
    ]);
    expect(heard).toHaveBeenCalledTimes(1);
    const a = () => source.lanes(source.until())[1];
    expect(a()?.spans[0]?.to).toBe(2);
    expect(a()?.group).toMatchObject({ nowMs: 2 });
    expect([source.live, source.growing, source.until()]).toEqual([true, false, 6]);
    now = 8;
    expect(a()?.spans[0]?.to).toBe(8);
    expect([source.growing, source.until()]).toEqual([true, 8]);
    live.finish(9);
    expect(heard).toHaveBeenCalledTimes(2);
    expect([source.live, source.growing, source.until()]).toEqual([false, false, 9]);
    expect(a()?.group?.nowMs).toBeNull();
    stop();
    live.finish(10);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe('words of groups', () => {
  test('name the group before the lane', () => {
    const lane = both().lanes()[2];
    if (lane === undefined) throw new Error('There is no third lane.');
    expect(plain(describeSpan(lane, 0))).toBe('Threaded, Thread-1, waiting for birch, 1.0 ms to 2.0 ms (1.0 ms)');
    expect(plain(describeNotes({ ...lane, notes: [{ at: 1, text: 'hello' }] }, 0, 1))).toBe(
      'Threaded, Thread-1 at 1.0 ms: hello',
    );
  });

  test('tell each group by itself', () => {
    const source = both();
    source.setRemarks(['6 ms', '3 ms']);
    const told = describeGroups(source.lanes());
    expect(told.map(({ heading, sentences }) => [heading, sentences.length])).toEqual([
      ['One after another · 6 ms', 1],
      ['Threaded · 3 ms', 4],
    ]);
    expect(describeGroups(sequential.lanes())).toEqual([{ heading: null, sentences: told[0]?.sentences }]);
  });
});
