import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SpanStore, spansOf, storeOf } from './spans';
import { checkTrace } from './spansCheck.fixture';
import type { LaneSpans, TraceEvent } from './trace';
import { traceFrom } from './traceText.fixture';

/** `running 0–2, waiting 2–3 lock` for each lane. */
function drawn(lanes: readonly LaneSpans[]): readonly string[] {
  return lanes.map((lane) => lane.spans.map((s) => `${s.state} ${s.from}–${s.to} ${s.label}`.trim()).join(', '));
}

describe('spansOf', () => {
  test('turns events into spans, notes, holds and an end', () => {
    const [a, b] = spansOf(traceFrom`
      process A: run(parse) . note(half) wait(page) . acquire(db) run acquire(GIL) run release(GIL) release(db) end(failed: no page)
      B: . ready ready(GIL) block(db)
    `);
    expect(a).toEqual({
      id: 'A',
      kind: 'process',
      name: 'A',
      spans: [
        { state: 'running', from: 0, to: 2, label: 'parse' },
        { state: 'waiting', from: 2, to: 4, label: 'page' },
        { state: 'running', from: 4, to: 6, label: '' },
      ],
      notes: [{ at: 2, text: 'half' }],
      holds: [{ lock: 'db', from: 4, to: 6 }],
      end: { status: 'failed', reason: 'no page' },
    });
    expect(b?.spans.map((s) => [s.state, s.from, s.to, s.label])).toEqual([
      ['ready', 1, 2, ''],
      ['ready', 2, 3, 'GIL'],
      ['blocked', 3, 4, 'db'],
    ]);
  });

  test('leaves out spans without length, and remembers the state they led to', () => {
    const events: readonly TraceEvent[] = [
      { kind: 'start', at: 0, lane: 'A', laneKind: 'thread', name: 'A' },
      { kind: 'run', at: 1, lane: 'A' },
      { kind: 'ready', at: 1, lane: 'A' },
      { kind: 'wait', at: 1, lane: 'A', on: 'x' },
      { kind: 'end', at: 4, lane: 'A', end: { status: 'finished' } },
    ];
    expect(drawn(spansOf(events))).toEqual(['waiting 1–4 x']);
  });

  test('ends what is still open at the given time, or at the latest event', () => {
    const trace = traceFrom`A: run wait(x) ...  B: run run run acquire(lock) block(y) ...`;
    expect(drawn(spansOf(trace))).toEqual(['running 0–1, waiting 1–3 x', 'running 0–3']);
    expect(drawn(spansOf(trace, 5))).toEqual(['running 0–1, waiting 1–5 x', 'running 0–3, blocked 3–5 y']);
    expect(spansOf(trace, 5)[1]?.holds).toEqual([{ lock: 'lock', from: 3, to: 5 }]);
  });
});

describe('SpanStore', () => {
  test('draws a lane as it stands, and takes that back when more is known', () => {
    const store = new SpanStore();
    store.add(traceFrom`A: run ...`);
    expect(drawn(store.lanes(5))).toEqual(['running 0–5']);
    expect(drawn(store.lanes(7))).toEqual(['running 0–7']);
    store.add([{ kind: 'wait', at: 3, lane: 'A', on: 'x' }]);
    expect(drawn(store.lanes(7))).toEqual(['running 0–3, waiting 3–7 x']);
    store.add([{ kind: 'end', at: 9, lane: 'A', end: { status: 'stopped' } }]);
    expect(drawn(store.lanes(7))).toEqual(['running 0–3, waiting 3–9 x']);
    expect(store.lanes()[0]?.end).toEqual({ status: 'stopped' });
  });

  test('orders lanes by their start, not by when they reported, and numbered ones by their number', () => {
    const store = new SpanStore();
    const start = (at: number, name: string): void =>
      store.add([{ kind: 'start', at, lane: `id of ${name}`, laneKind: 'thread', name }]);
    start(3, 'Consumer-1');
    start(2.2, 'Thread-10');
    expect(store.lanes().map((lane) => lane.name)).toEqual(['Thread-10', 'Consumer-1']);
    start(2.1, 'Thread-9');
    start(9, 'Thread-1');
    start(1, 'Main');
    expect(store.lanes().map((lane) => lane.name)).toEqual(['Main', 'Thread-1', 'Thread-9', 'Thread-10', 'Consumer-1']);
  });

  test('draws a lane that goes back in time or never started, and checkTrace complains', () => {
    const store = new SpanStore();
    store.add([
      { kind: 'run', at: 5, lane: 'A' },
      { kind: 'wait', at: 3, lane: 'A', on: 'x' },
      { kind: 'end', at: 8, lane: 'A', end: { status: 'finished' } },
    ]);
    expect(drawn(store.lanes())).toEqual(['waiting 5–8 x']);
    expect(store.lanes()[0]).toMatchObject({ id: 'A', name: 'A', kind: 'thread' });
    expect(checkTrace(store.trace())).not.toEqual([]);
  });

  test('follows its clock while live, and stands still once finished', () => {
    let now = 4;
    const store = new SpanStore(() => now);
    store.add(traceFrom`A: run run run wait(x) ...`);
    expect(store.live).toBe(true);
    expect(store.until()).toBe(4);
    now = 10;
    expect(drawn(store.lanes())).toEqual(['running 0–3, waiting 3–10 x']);
    store.finish(8);
    now = 20;
    expect(store.live).toBe(false);
    expect(store.until()).toBe(8);
    expect(drawn(store.lanes())).toEqual(['running 0–3, waiting 3–8 x']);
    expect(store.endAt).toBe(3);
  });

  test('tells its listeners of every addition and of the end, until they leave', () => {
    const store = new SpanStore();
    let told = 0;
    const leave = store.subscribe(() => (told += 1));
    store.add(traceFrom`A: run`);
    store.add([]);
    store.finish();
    expect(told).toBe(2);
    leave();
    store.finish(9);
    expect(told).toBe(2);
  });

  test('merges what the lanes reported separately; a lock passes on before it is taken', () => {
    const trace = traceFrom`
      B: block(lock) acquire(lock) run release(lock)
      A: acquire(lock) run release(lock) run
    `;
    const store = new SpanStore();
    store.add(trace.filter((event) => event.lane === 'B'));
    store.add(trace.filter((event) => event.lane === 'A'));
    expect(
      store
        .trace()
        .filter((event) => 'lock' in event)
        .map((event) => `${event.kind} ${event.lane} ${event.at}`),
    ).toEqual(['acquire A 0', 'release A 1', 'acquire B 1', 'release B 2']);
    expect(checkTrace(store.trace(), { ended: true })).toEqual([]);
  });
});

/** Sound lanes: a start, then states with pauses between them, and an end. */
const laneEvents = (lane: string) =>
  fc
    .array(fc.tuple(fc.constantFrom('run', 'ready', 'wait', 'block', 'note'), fc.nat(5)), { maxLength: 20 })
    .map((steps): readonly TraceEvent[] => {
      let at = 0;
      const middle = steps.map(([kind, pause]): TraceEvent => {
        at += pause;
        switch (kind) {
          case 'run':
          case 'ready':
            return { kind, at, lane };
          case 'note':
            return { kind: 'note', at, lane, text: 'here' };
          default:
            return { kind: kind === 'wait' ? 'wait' : 'block', at, lane, on: 'x' };
        }
      });
      return [
        { kind: 'start', at: 0, lane, laneKind: 'thread', name: lane },
        ...middle,
        { kind: 'end', at: at + 1, lane, end: { status: 'finished' } },
      ];
    });

/** The same lanes, cut into batches that interleave at random. */
const batches = fc.tuple(laneEvents('A'), laneEvents('B'), laneEvents('C')).chain((lanes) =>
  fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), { maxLength: 30 }).map((cuts) => {
    const rest = lanes.map((events) => [...events]);
    const parts = cuts.map(([lane, size]) => rest[lane]?.splice(0, size) ?? []);
    return { lanes, parts: [...parts, ...rest] };
  }),
);

describe('whatever the order in which lanes report', () => {
  test('the lanes and the trace come out the same, also when looked at in between', () => {
    fc.assert(
      fc.property(batches, ({ lanes, parts }) => {
        const store = new SpanStore();
        for (const part of parts) {
          store.add(part);
          store.lanes(store.endAt + 3);
        }
        store.finish();
        // All start at 0, so the order of the rows is the order in which they came.
        const byId = (views: readonly LaneSpans[]) => [...views].sort((a, b) => a.id.localeCompare(b.id));
        expect(byId(store.lanes())).toEqual(byId(spansOf(lanes.flat())));
        expect(checkTrace(store.trace(), { ended: true })).toEqual([]);
        expect(store.trace()).toHaveLength(lanes.flat().length);
        for (const events of lanes)
          expect(store.trace().filter((event) => event.lane === events[0]?.lane)).toEqual(events);
      }),
    );
  });

  test('spans are in order, have a length and never overlap', () => {
    fc.assert(
      fc.property(laneEvents('A'), (events) => {
        const spans = spansOf(events)[0]?.spans ?? [];
        spans.forEach((span, i) => {
          expect(span.to).toBeGreaterThan(span.from);
          expect(span.from).toBeGreaterThanOrEqual(spans[i - 1]?.to ?? 0);
        });
      }),
    );
  });

  test('a store of a trace gives that trace back', () => {
    fc.assert(
      fc.property(batches, ({ lanes }) => {
        const trace = storeOf(lanes.flat()).trace();
        expect(storeOf(trace).trace()).toEqual(trace);
      }),
    );
  });
});
