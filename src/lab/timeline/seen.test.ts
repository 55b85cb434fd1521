import { describe, expect, test } from 'vitest';
import { SpanStore, spansOf } from '../../core/trace/spans';
import { traceFrom } from '../../core/trace/traceText.fixture';
import { seenIn, Watcher } from './seen';

describe('what is seen', () => {
  test('is what occurs, in the order of the legend', () => {
    expect(
      seenIn(
        spansOf(traceFrom`A: block(x) run end(failed: no)  B: run acquire(db) note(hi) run release(db) end(stopped)`),
      ),
    ).toEqual({
      states: ['running', 'blocked'],
      notes: true,
      holds: true,
      failed: true,
      stopped: true,
      helpers: [],
    });
    expect(seenIn(spansOf(traceFrom`A: wait(x)`))).toEqual({
      states: ['waiting'],
      notes: false,
      holds: false,
      failed: false,
      stopped: false,
      helpers: [],
    });
  });

  test('counts a note of a failure as a failure', () => {
    const lanes = spansOf([
      { kind: 'start', at: 0, lane: 'A', laneKind: 'thread', name: 'A' },
      { kind: 'note', at: 1, lane: 'A', text: 'no', failed: true },
    ]);
    expect(seenIn(lanes)).toMatchObject({ notes: false, failed: true });
  });

  test('grows with a live run, also by the state that an open span turns into', () => {
    const store = new SpanStore();
    const watcher = new Watcher();
    store.add(traceFrom`A: run ...`);
    expect(watcher.look(store.lanes(5)).states).toEqual(['running']);
    store.add([{ kind: 'wait', at: 3, lane: 'A', on: 'x' }]);
    expect(watcher.look(store.lanes(5)).states).toEqual(['running', 'waiting']);
    store.add([
      { kind: 'ready', at: 6, lane: 'A' },
      { kind: 'end', at: 7, lane: 'A', end: { status: 'finished' } },
    ]);
    expect(watcher.look(store.lanes()).states).toEqual(['running', 'ready', 'waiting']);
  });
});

test('who is a helper of the standard library is told once', () => {
  const named = (name: string) => ({ kind: 'start', at: 0, lane: name, laneKind: 'thread', name }) as const;
  const { helpers } = seenIn(
    spansOf(['MainThread', 'Ada', 'ThreadPoolExecutor-0_0', 'ThreadPoolExecutor-0_1', 'QueueFeederThread'].map(named)),
  );
  expect(helpers.map((words) => words.split(':')[0])).toEqual(['ThreadPoolExecutor-0_1', 'QueueFeederThread']);
});
