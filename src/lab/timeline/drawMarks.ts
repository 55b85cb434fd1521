import type { Row } from '../../core/timeline/layout';
import { rowOf, type Focus, type Frame } from './frame';

type Context = CanvasRenderingContext2D;

/** Notes, holds, ends, and what is pointed at or chosen: all that stands beside the spans and not on them. */
export function drawMarks(context: Context, frame: Frame): void {
  const { layout, geometry, palette } = frame;
  context.fillStyle = palette.ink;
  for (const row of layout.rows) {
    drawHolds(context, frame, row);
    drawNotes(context, frame, row);
    drawEnd(context, frame, row);
  }
  context.save();
  context.beginPath();
  context.rect(-4, 0, geometry.plotPx + 8, geometry.rowsPx);
  context.clip();
  drawFocus(context, frame, frame.hovered, palette.ink, 1.5);
  drawFocus(context, frame, frame.chosen, palette.accent, 2.5);
  context.restore();
}

/** A bracket beneath the spans during which a lock is held. */
function drawHolds(context: Context, { geometry }: Frame, row: Row): void {
  const y = row.topPx + geometry.barTopPx + geometry.barPx + 1;
  for (const { x, widthPx } of row.holds) {
    const left = Math.max(0, x);
    const right = Math.min(geometry.plotPx, x + widthPx);
    if (right > left) context.fillRect(left, y, Math.max(1.5, right - left), 2.5);
  }
}

/** A pin whose point touches the bar; where pins would touch each other, a tick. What failed is crossed out where it ended. */
function drawNotes(context: Context, frame: Frame, row: Row): void {
  const { geometry } = frame;
  const y = row.topPx + geometry.barTopPx;
  const size = Math.min(4, geometry.barTopPx);
  const pins: number[] = [];
  row.notes.forEach(({ x, failed }, i) => {
    if (failed) {
      // The end of the lane says it already.
      if (row.end?.status !== 'failed' || row.end.x - x > crossPx(geometry) * 3)
        drawCross(context, frame, x, row.topPx + geometry.rowHeightPx / 2, true);
      return;
    }
    const gap = Math.min(x - (row.notes[i - 1]?.x ?? -99), (row.notes[i + 1]?.x ?? Number.POSITIVE_INFINITY) - x);
    if (gap > 2 * size + 1) pins.push(x);
    else context.fillRect(x - 0.5, y - size, 1, size - 0.5);
  });
  context.beginPath();
  for (const x of pins) {
    context.moveTo(x, y + 1);
    context.lineTo(x - size, y - size);
    context.lineTo(x + size, y - size);
  }
  context.fill();
}

/** A lane that failed ends in a cross, one that was stopped in a square; one that finished just ends. */
function drawEnd(context: Context, frame: Frame, row: Row): void {
  const { geometry } = frame;
  if (row.end === null || row.end.status === 'finished') return;
  const half = crossPx(geometry);
  const x = Math.min(row.end.x + half + 3, geometry.plotPx + half);
  const y = row.topPx + geometry.rowHeightPx / 2;
  if (row.end.status === 'failed') drawCross(context, frame, x, y, false);
  else context.fillRect(x - half + 1, y - half + 1, 2 * half - 2, 2 * half - 2);
}

/** Half of a cross's width. */
const crossPx = ({ barPx }: Frame['geometry']): number => Math.min(5, barPx / 2 - 1);

/** `onSpans`: with a rim of paper, to be seen on whatever lies there. */
function drawCross(context: Context, { geometry, palette }: Frame, x: number, y: number, onSpans: boolean): void {
  const half = crossPx(geometry);
  context.beginPath();
  context.moveTo(x - half, y - half);
  context.lineTo(x + half, y + half);
  context.moveTo(x + half, y - half);
  context.lineTo(x - half, y + half);
  if (onSpans) {
    context.strokeStyle = palette.paper;
    context.lineWidth = 5;
    context.stroke();
  }
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.stroke();
}

/** A frame around spans, open where they go on out of sight; around narrow ones wide enough to be found. */
function drawFocus(
  context: Context,
  { layout, lanes, geometry }: Frame,
  focus: Focus | null,
  colour: string,
  linePx: number,
): void {
  const row = focus === null ? undefined : rowOf(layout, focus.lane);
  if (focus === null || row === undefined) return;
  const spans = lanes[focus.lane]?.spans ?? [];
  const [first, last] = [spans[focus.first], spans[focus.first + focus.count - 1]];
  if (first === undefined || last === undefined) return;
  const from = layout.scale.toPx(first.from);
  const to = layout.scale.toPx(last.to);
  if (to < 0 || from > geometry.plotPx) return;
  const widen = Math.max(0, (5 - (to - from)) / 2);
  const left = Math.max(-20, from - widen);
  const right = Math.min(geometry.plotPx + 20, to + widen);
  const out = linePx / 2 + 0.5;
  context.strokeStyle = colour;
  context.lineWidth = linePx;
  context.strokeRect(left - out, row.topPx + geometry.barTopPx - out, right - left + 2 * out, geometry.barPx + 2 * out);
}
