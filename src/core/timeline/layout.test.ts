import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstIndex, layoutLanes, rowHeight, type Layout } from './layout';
import { spansOf } from '../trace/spans';
import { timeScale } from './timeScale';
import type { LaneSpans, SpanState } from '../trace/trace';
import { traceFrom } from '../trace/traceText.fixture';
import { spanStates } from '../trace/traceStats';

const sizes = { rowHeightPx: 20, headingPx: 0, scrollTopPx: 0, heightPx: 1000 };

/** `running 0–20` for each box of a row. */
const drawn = (layout: Layout, row = 0): readonly string[] =>
  layout.rows[row]?.boxes.map((b) => `${b.state} ${b.x}–${b.x + b.widthPx}`) ?? [];

describe('layoutLanes', () => {
  const lanes = spansOf(
    traceFrom`
    A: run run wait(x) . . . acquire(db) run release(db) note(a) end(stopped)
    B: . . block(db) run note(b) note(c) run ...
  `,
    8,
  );

  test('places spans, notes, holds and ends on the scale', () => {
    const layout = layoutLanes(lanes, timeScale(0, 8, 80), sizes);
    expect(drawn(layout, 0)).toEqual(['running 0–20', 'waiting 20–60', 'running 60–70']);
    expect(drawn(layout, 1)).toEqual(['blocked 20–30', 'running 30–80']);
    expect(layout.rows.map(({ topPx, notes, holds, end }) => ({ topPx, notes, holds, end }))).toEqual([
      {
        topPx: 0,
        notes: [{ x: 70, first: 0, count: 1, failed: false }],
        holds: [{ x: 60, widthPx: 10 }],
        end: { x: 70, status: 'stopped' },
      },
      { topPx: 20, notes: [{ x: 40, first: 0, count: 2, failed: false }], holds: [], end: null },
    ]);
  });

  test('leaves out what is not in sight, and cuts what is partly', () => {
    const layout = layoutLanes(lanes, timeScale(3, 5, 200), sizes);
    expect(drawn(layout, 0)).toEqual(['waiting -4–204']);
    expect(layout.rows[0]?.boxes[0]?.first).toBe(1);
    expect(drawn(layout, 1)).toEqual(['running 0–204']);
    expect(layout.rows[0]).toMatchObject({ notes: [], holds: [], end: null });
  });

  test('shows only the rows in sight', () => {
    const many = spansOf(traceFrom`${Array.from({ length: 50 }, (_, i) => `T${i}: run`).join('  ')}`);
    const { rows } = layoutLanes(many, timeScale(0, 1, 100), {
      rowHeightPx: 20,
      headingPx: 0,
      scrollTopPx: 410,
      heightPx: 100,
    });
    expect(rows.map((row) => row.lane)).toEqual([20, 21, 22, 23, 24, 25]);
    expect(rows.map((row) => row.topPx)).toEqual([-10, 10, 30, 50, 70, 90]);
  });

  test('sums up spans narrower than a pixel in their column', () => {
    // Ten milliseconds a pixel: seven of running, then three of waiting, twice over; then one long span.
    const { rows } = layoutLanes(
      spansOf(
        traceFrom`A: ${'run '.repeat(7)} ${'wait(x) '.repeat(3)} ${'run '.repeat(3)} ${'wait(x) '.repeat(7)} ${'block(y) '.repeat(20)}`,
      ),
      timeScale(0, 40, 4),
      sizes,
    );
    expect(rows[0]?.boxes).toEqual([
      {
        x: 0,
        widthPx: 1,
        state: 'running',
        first: 0,
        count: 2,
        shares: [expect.closeTo(0.7), 0, expect.closeTo(0.3), 0],
      },
      {
        x: 1,
        widthPx: 1,
        state: 'waiting',
        first: 2,
        count: 2,
        shares: [expect.closeTo(0.3), 0, expect.closeTo(0.7), 0],
      },
      { x: 2, widthPx: 2, state: 'blocked', first: 4, count: 1, shares: null },
    ]);
  });

  test('gives a narrow span that is alone in its column its own width', () => {
    const { rows } = layoutLanes(
      spansOf(traceFrom`A: ${'ready '.repeat(48)} run run run run run ${'ready '.repeat(47)}`),
      timeScale(0, 100, 10),
      sizes,
    );
    expect(rows[0]?.boxes[1]).toEqual({
      x: expect.closeTo(4.8),
      widthPx: expect.closeTo(0.5),
      state: 'running',
      first: 1,
      count: 1,
      shares: null,
    });
    expect(rows[0]?.boxes.map((box) => box.state)).toEqual(['ready', 'running', 'ready']);
  });

  test('joins holds that are less than a pixel apart', () => {
    const lane = { id: 'A', kind: 'thread' as const, name: 'A', spans: [], notes: [] };
    const holds = [0, 0.4, 0.8, 5].map((from) => ({ lock: 'db', from, to: from + 0.2 }));
    expect(layoutLanes([{ ...lane, holds }], timeScale(0, 10, 10), sizes).rows[0]?.holds).toEqual([
      { x: 0, widthPx: 1 },
      { x: 5, widthPx: expect.closeTo(0.2) },
    ]);
  });
});

/** A lane of up to 300 spans of very different lengths, with gaps. */
const lane = fc
  .array(
    fc.tuple(
      fc.constantFrom<SpanState>(...spanStates),
      fc.constantFrom(0, 0, 0.001, 3),
      fc.constantFrom(0.001, 0.01, 0.2, 1, 7, 60),
    ),
    { minLength: 1, maxLength: 300 },
  )
  .map((steps): LaneSpans => {
    let at = 0;
    const spans = steps.map(([state, gap, length]) => {
      const from = at + gap;
      at = from + length;
      return { state, from, to: at, label: '' };
    });
    return { id: 'x', kind: 'thread', name: 'x', spans, notes: [] };
  });
const view = fc
  .tuple(
    lane,
    fc.double({ min: 0, max: 0.9, noNaN: true }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
    fc.integer({ min: 10, max: 400 }),
  )
  .map(([lane, start, length, widthPx]) => {
    const end = lane.spans.at(-1)?.to ?? 0;
    return { lane, scale: timeScale(end * start, end * (start + length), widthPx) };
  });

describe('whatever the spans and the view', () => {
  test('every span in sight lies in exactly one box, and boxes go from left to right', () => {
    fc.assert(
      fc.property(view, ({ lane, scale }) => {
        const boxes = layoutLanes([lane], scale, sizes).rows[0]?.boxes ?? [];
        const inSight = lane.spans.flatMap((span, i) => (span.to > scale.from && span.from < scale.to ? [i] : []));
        expect(boxes.flatMap((box) => Array.from({ length: box.count }, (_, i) => box.first + i))).toEqual(inSight);
        boxes.forEach((box, i) => expect(box.x).toBeGreaterThanOrEqual(boxes[i - 1]?.x ?? Number.NEGATIVE_INFINITY));
      }),
    );
  });

  test('there are at most two boxes a pixel, and two more', () => {
    fc.assert(
      fc.property(view, ({ lane, scale }) => {
        expect(layoutLanes([lane], scale, sizes).rows[0]?.boxes.length).toBeLessThanOrEqual(2 * scale.widthPx + 2);
      }),
    );
  });

  test('as much of each state is drawn as there is, but for what a pixel cannot hold', () => {
    fc.assert(
      fc.property(lane, fc.integer({ min: 10, max: 400 }), (lane, widthPx) => {
        const scale = timeScale(0, lane.spans.at(-1)?.to ?? 1, widthPx);
        const boxes = layoutLanes([lane], scale, sizes).rows[0]?.boxes ?? [];
        const columns = boxes.filter((box) => box.shares !== null).length;
        spanStates.forEach((state, s) => {
          const px = boxes.reduce(
            (sum, box) => sum + (box.shares === null ? (box.state === state ? box.widthPx : 0) : (box.shares[s] ?? 0)),
            0,
          );
          const there =
            lane.spans.reduce((sum, span) => (span.state === state ? sum + span.to - span.from : sum), 0) *
            scale.pxPerMs;
          expect(px).toBeLessThanOrEqual(there + 1e-6);
          // What sticks out of a column is less than a pixel.
          expect(px).toBeGreaterThanOrEqual(there - columns - 1e-6);
        });
      }),
    );
  });
});

test('firstIndex finds where a condition begins to hold', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (length, from) => {
      expect(firstIndex(length, (i) => i >= from)).toBe(Math.min(length, from));
    }),
  );
});

test('rows share the height within their limits', () => {
  expect([0, 3, 17, 20, 1000].map((count) => rowHeight(count, 340))).toEqual([32, 32, 20, 17, 14]);
});
