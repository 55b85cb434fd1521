import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spansOf } from './spans';
import type { LaneSpans, SpanState } from './trace';
import { laneStats, spanStates } from './traceStats';
import { traceFrom } from './traceText.fixture';

describe('laneStats', () => {
  const trace = traceFrom`
    A:         run run wait(page) . . run end
    process B: .   run block(db)  . run end(stopped)
    C:         . . . wait(page) ...
  `;

  test('sums up each lane by state', () => {
    expect(laneStats(spansOf(trace, 8)).lanes).toEqual([
      {
        id: 'A',
        name: 'A',
        kind: 'thread',
        timeMs: { running: 3, ready: 0, waiting: 3, blocked: 0 },
        from: 0,
        to: 6,
        end: { status: 'finished' },
      },
      {
        id: 'B',
        name: 'B',
        kind: 'process',
        timeMs: { running: 2, ready: 0, waiting: 0, blocked: 2 },
        from: 1,
        to: 5,
        end: { status: 'stopped' },
      },
      {
        id: 'C',
        name: 'C',
        kind: 'thread',
        timeMs: { running: 0, ready: 0, waiting: 5, blocked: 0 },
        from: 3,
        to: 8,
        end: null,
      },
    ]);
    expect(laneStats(spansOf(trace, 8)).totalMs).toEqual({ running: 5, ready: 0, waiting: 8, blocked: 2 });
  });

  test('tells how long lanes shared a state, touching spans apart', () => {
    const { overlap } = laneStats(spansOf(trace, 8));
    expect(overlap.running).toEqual({ anyMs: 4, severalMs: 1, most: 2 });
    expect(overlap.waiting).toEqual({ anyMs: 6, severalMs: 2, most: 2 });
    expect(overlap.ready).toEqual({ anyMs: 0, severalMs: 0, most: 0 });
    const turns = traceFrom`A: run ready run  B: ready run ready`;
    expect(laneStats(spansOf(turns)).overlap.running).toEqual({ anyMs: 3, severalMs: 0, most: 1 });
  });

  test('of an empty trace is zero throughout', () => {
    const stats = laneStats([]);
    expect(stats.lanes).toEqual([]);
    expect(stats.overlap.running).toEqual({ anyMs: 0, severalMs: 0, most: 0 });
  });
});

/** Lanes on a grid of whole milliseconds, so that counting each millisecond is an independent way to the same answer. */
const lane = fc
  .array(fc.tuple(fc.constantFrom<SpanState>(...spanStates), fc.nat(2), fc.integer({ min: 1, max: 4 })), {
    maxLength: 12,
  })
  .map((steps): LaneSpans => {
    let at = 0;
    const spans = steps.map(([state, gap, length]) => {
      const from = at + gap;
      at = from + length;
      return { state, from, to: at, label: '' };
    });
    return { id: 'x', kind: 'thread', name: 'x', spans, notes: [] };
  });

test('overlap agrees with counting every millisecond', () => {
  fc.assert(
    fc.property(fc.array(lane, { maxLength: 5 }), fc.constantFrom<SpanState>(...spanStates), (lanes, state) => {
      const counts = Array.from(
        { length: 80 },
        (_, ms) => lanes.filter((l) => l.spans.some((s) => s.state === state && s.from <= ms && ms < s.to)).length,
      );
      expect(laneStats(lanes).overlap[state]).toEqual({
        anyMs: counts.filter((n) => n >= 1).length,
        severalMs: counts.filter((n) => n >= 2).length,
        most: Math.max(...counts),
      });
    }),
  );
});
