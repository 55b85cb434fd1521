import { describe, expect, test } from 'vitest';
import { layoutLanes } from './layout';
import { cursorOn, hitTest, nextSpan, type Cursor, type Move } from './layoutFind';
import { spansOf } from '../trace/spans';
import { timeScale } from './timeScale';
import { traceFrom } from '../trace/traceText.fixture';

const lanes = spansOf(
  traceFrom`
    A: run run wait(x) . . . run . . ready
    B: . run . note(n) run(b) end
    C: . . . . ...
    D: . . . . . . . run run . end
  `,
  10,
);
const layout = layoutLanes(lanes, timeScale(0, 10, 100), {
  rowHeightPx: 20,
  headingPx: 0,
  scrollTopPx: 10,
  heightPx: 60,
});

describe('hitTest', () => {
  const hit = (x: number, y: number) => {
    const found = hitTest(layout, x, y);
    return found && [found.lane, found.box?.first ?? null, found.note?.first ?? null];
  };

  test('finds lane and span under a point, also when scrolled', () => {
    expect(hit(5, 5)).toEqual([0, 0, null]);
    expect(hit(45, 5)).toEqual([0, 1, null]);
    expect(hit(15, 15)).toEqual([1, 0, null]);
    expect(hit(99, 5)).toEqual([0, 3, null]);
  });

  test('finds a note by its mark', () => {
    expect(hit(31, 15)).toEqual([1, 1, 0]);
    expect(hit(36, 15)).toEqual([1, 1, null]);
  });

  test('forgives a miss of three pixels, and no more', () => {
    expect(hit(8, 15)).toEqual([1, 0, null]);
    expect(hit(5, 15)).toEqual([1, null, null]);
    expect(hit(50, 35)).toEqual([2, null, null]);
  });

  test('finds nothing outside', () => {
    expect([hit(-1, 5), hit(101, 5), hit(5, -1), hit(5, 61)]).toEqual([null, null, null, null]);
    const few = layoutLanes(lanes.slice(0, 1), layout.scale, layout.sizes);
    expect(hitTest(few, 5, 15)).toBeNull();
  });

  test('prefers what was drawn last where a column overlaps a box', () => {
    const dense = spansOf(traceFrom`A: ${'run '.repeat(12)} wait(x) run ready block(y) ${'run '.repeat(14)}`);
    const found = hitTest(layoutLanes(dense, timeScale(0, 30, 3), layout.sizes), 1.5, 5);
    expect(found?.box).toMatchObject({ first: 1, count: 4 });
  });
});

describe('nextSpan', () => {
  const walk = (...moves: readonly Move[]): readonly string[] => {
    let cursor: Cursor | null = null;
    return moves.map((move) => {
      cursor = nextSpan(lanes, cursor, move);
      return cursor === null ? 'nowhere' : `${lanes[cursor.lane]?.name}${cursor.span}`;
    });
  };
  const right: Move = { by: 'span', step: 1 };
  const left: Move = { by: 'span', step: -1 };
  const up: Move = { by: 'lane', step: -1 };
  const down: Move = { by: 'lane', step: 1 };

  test('enters at the first span, or at the last', () => {
    expect(walk(right)).toEqual(['A0']);
    expect(walk({ by: 'last' })).toEqual(['A3']);
    expect(nextSpan([], null, right)).toBeNull();
  });

  test('goes along a lane and stops at its ends', () => {
    expect(walk(right, left, right, right, { by: 'last' }, right, { by: 'first' })).toEqual([
      'A0',
      'A0',
      'A1',
      'A2',
      'A3',
      'A3',
      'A0',
    ]);
  });

  test('goes up and down at the same time of the trace, past lanes without spans', () => {
    expect(walk(right, right, down, down, down, up, up, up, up)).toEqual([
      'A0',
      'A1',
      'B1',
      'C-1',
      'D0',
      'C-1',
      'B1',
      'A1',
      'A1',
    ]);
  });

  test('takes the nearest span where none is under way', () => {
    expect(walk(right, { by: 'last' }, down, { by: 'lane', step: 10 })).toEqual(['A0', 'A3', 'B1', 'D0']);
    expect(walk(right, { by: 'lane', step: 3 })).toEqual(['A0', 'D0']);
  });

  test('goes on from a span that was pointed at', () => {
    expect(cursorOn(lanes, 0, 2)).toEqual({ lane: 0, span: 2, at: 7.5 });
    expect(nextSpan(lanes, cursorOn(lanes, 0, 2), down)).toEqual({ lane: 1, span: 1, at: 7.5 });
    expect(cursorOn(lanes, 2, 4)).toEqual({ lane: 2, span: -1, at: 0 });
  });
});
