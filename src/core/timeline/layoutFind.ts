import { firstIndex, type Box, type Layout, type NoteMark } from './layout';
import type { Millis } from '../base/time';
import type { LaneSpans } from '../trace/trace';

/** What lies under a point: always a lane, with luck a box, perhaps a note's mark. */
export interface Hit {
  readonly lane: number;
  readonly box: Box | null;
  readonly note: NoteMark | null;
}

/** Fingers and mice miss narrow things by about this much. */
const reachPx = 3;

/** What a layout shows at a point, measured from the left of the spans and the top of what is in sight; null outside of all rows. */
export function hitTest({ rows, sizes, scale }: Layout, x: number, y: number): Hit | null {
  if (x < 0 || x > scale.widthPx || y < 0 || y > sizes.heightPx) return null;
  const row = rows.find(({ topPx }) => y >= topPx && y < topPx + sizes.rowHeightPx);
  if (row === undefined) return null;
  return { lane: row.lane, box: boxAt(row.boxes, x), note: nearest(row.notes, x) };
}

function boxAt(boxes: readonly Box[], x: number): Box | null {
  const after = firstIndex(boxes.length, (i) => (boxes[i]?.x ?? 0) > x);
  // Later boxes are drawn over earlier ones, so the later one is what the reader sees.
  const around = [boxes[after - 1], boxes[after - 2], boxes[after]].filter((box) => box !== undefined);
  const distance = (box: Box): number => Math.max(0, box.x - x, x - box.x - box.widthPx);
  return (
    around.find((box) => distance(box) === 0) ??
    around.filter((box) => distance(box) <= reachPx).sort((a, b) => distance(a) - distance(b))[0] ??
    null
  );
}

function nearest(notes: readonly NoteMark[], x: number): NoteMark | null {
  const after = firstIndex(notes.length, (i) => (notes[i]?.x ?? 0) > x);
  const around = [notes[after - 1], notes[after]].filter((note) => note !== undefined);
  const best = around.sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
  return best !== undefined && Math.abs(best.x - x) <= reachPx ? best : null;
}

/** Where a reader stands: a lane, a span in it (-1 in a lane without spans), and the time that going up and down keeps to. */
export interface Cursor {
  readonly lane: number;
  readonly span: number;
  readonly at: Millis;
}

export type Move = { readonly by: 'span' | 'lane'; readonly step: number } | { readonly by: 'first' | 'last' };

/** The cursor after a move, or the first one if there was none; it stops at the ends. Null when there are no lanes. */
export function nextSpan(lanes: readonly LaneSpans[], cursor: Cursor | null, move: Move): Cursor | null {
  if (lanes.length === 0) return null;
  if (cursor === null) return inLane(lanes, 0, move.by === 'last' ? Number.POSITIVE_INFINITY : 0);
  const spans = lanes[cursor.lane]?.spans ?? [];
  switch (move.by) {
    case 'lane':
      return inLane(lanes, Math.min(lanes.length - 1, Math.max(0, cursor.lane + move.step)), cursor.at);
    case 'span':
      return onSpan(lanes, cursor, cursor.span + move.step);
    case 'first':
      return onSpan(lanes, cursor, 0);
    case 'last':
      return onSpan(lanes, cursor, spans.length - 1);
  }
}

/** The cursor on a span that was pointed at. */
export function cursorOn(lanes: readonly LaneSpans[], lane: number, span: number): Cursor {
  return onSpan(lanes, { lane, span, at: 0 }, span);
}

function onSpan(lanes: readonly LaneSpans[], { lane, at }: Cursor, index: number): Cursor {
  const spans = lanes[lane]?.spans ?? [];
  const clamped = Math.min(spans.length - 1, Math.max(0, index));
  const span = spans[clamped];
  return { lane, span: clamped, at: span === undefined ? at : (span.from + span.to) / 2 };
}

/** The span of a lane that is under way at a time, else the nearest. The time stays, so that going back leads back. */
function inLane(lanes: readonly LaneSpans[], lane: number, at: Millis): Cursor {
  const spans = lanes[lane]?.spans ?? [];
  const after = firstIndex(spans.length, (i) => (spans[i]?.to ?? 0) > at);
  const [before, next] = [spans[after - 1], spans[after]];
  const span = next === undefined || (before !== undefined && at - before.to < next.from - at) ? after - 1 : after;
  const on = spans[span];
  return { lane, span, at: Number.isFinite(at) || on === undefined ? at : (on.from + on.to) / 2 };
}
