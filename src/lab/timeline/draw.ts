import type { SpanState } from '../../core/trace/trace';
import { drawAxis, drawGrid, drawMark, drawNow } from './drawAxis';
import { drawHeadings } from './drawHeadings';
import { drawLabels } from './drawLabels';
import { drawMarks } from './drawMarks';
import { isFine } from './fine';
import type { Frame } from './frame';
import { tube } from './geometry';

type Context = CanvasRenderingContext2D;

/** Later ones lie on top: what runs must be seen. */
const paintOrder = ['ready', 'waiting', 'blocked', 'running'] as const satisfies readonly SpanState[];

/** Draws a frame with its top left corner at 0, 0. What was there before must have been cleared. */
export function drawTimeline(context: Context, frame: Frame): void {
  const { geometry, layout, patterns, fine } = frame;
  patterns.moveTo((0 - layout.scale.from) * layout.scale.pxPerMs);
  drawAxis(context, frame);
  context.save();
  context.translate(0, geometry.axisPx);
  context.beginPath();
  context.rect(0, 0, geometry.widthPx, geometry.rowsPx);
  context.clip();
  drawNames(context, frame);
  context.save();
  context.translate(geometry.namesPx, 0);
  context.beginPath();
  context.rect(-1, 0, geometry.plotPx + 2, geometry.rowsPx);
  context.save();
  context.clip();
  drawGrid(context, frame);
  drawTapes(context, frame);
  fine.draw(context, frame);
  for (const state of paintOrder) drawState(context, frame, state);
  drawLabels(context, frame);
  context.restore();
  drawMarks(context, frame);
  context.restore();
  drawHeadings(context, frame);
  context.restore();
  drawNow(context, frame);
  drawMark(context, frame);
}

function drawNames(context: Context, { layout, lanes, geometry, palette, ruler, chosen }: Frame): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const row of layout.rows) {
    const font = ruler.font(geometry.nameSizePx, chosen?.lane === row.lane ? 650 : 400);
    context.font = font;
    context.fillStyle = palette.ink;
    const gapPx = 8;
    context.fillText(
      ruler.fitName(lanes[row.lane]?.name ?? '', font, geometry.namesPx - gapPx),
      0,
      row.topPx + geometry.rowHeightPx / 2 + 0.5,
    );
  }
}

/** The tape itself: a thin line from a lane's first span to its last, seen where nothing lies on it. */
function drawTapes(context: Context, { layout, lanes, geometry, palette }: Frame): void {
  context.fillStyle = palette.rule;
  for (const row of layout.rows) {
    const spans = lanes[row.lane]?.spans ?? [];
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) continue;
    const left = Math.max(-1, layout.scale.toPx(first.from));
    const right = Math.min(geometry.plotPx + 1, layout.scale.toPx(last.to));
    if (right > left) context.fillRect(left, row.topPx + geometry.rowHeightPx / 2 - 1, right - left, 2);
  }
}

/** The spans of one state that are wide enough to be told by their pattern. */
function drawState(context: Context, { layout, geometry, palette, patterns }: Frame, state: SpanState): void {
  const insetPx = state === 'ready' ? tube(geometry).insetPx : 0;
  const heightPx = geometry.barPx - 2 * insetPx;
  const linePx = state === 'running' ? 0 : state === 'ready' ? tube(geometry).linePx : 1;
  context.fillStyle =
    state === 'waiting' || state === 'blocked'
      ? patterns[state]
      : state === 'ready'
        ? palette.paper
        : palette.states.running;
  context.strokeStyle = palette.states[state];
  context.lineWidth = linePx;
  for (const row of layout.rows) {
    const y = row.topPx + geometry.barTopPx + insetPx;
    for (const box of row.boxes) {
      if (box.state !== state || isFine(box)) continue;
      // Half a pixel is left to the next one, so that neighbours in one state stay two.
      const widthPx = box.widthPx - 0.5;
      context.fillRect(box.x, y, widthPx, heightPx);
      if (linePx > 0) context.strokeRect(box.x + linePx / 2, y + linePx / 2, widthPx - linePx, heightPx - linePx);
    }
  }
}
