import type { Box } from '../../core/layout';
import type { SpanState } from '../../core/trace';
import { spanStates } from '../../core/traceStats';
import { drawAxis, drawGrid, drawNow } from './drawAxis';
import { drawLabels, drawMarks } from './drawMarks';
import type { Frame } from './frame';
import type { Geometry } from './geometry';

type Context = CanvasRenderingContext2D;

/** Below this width a pattern is only noise, and a flat tone says the same. */
const patternFromPx: Readonly<Record<SpanState, number>> = { running: Number.POSITIVE_INFINITY, ready: 10, waiting: 6, blocked: 6 };
/** However short, what happened can be seen. */
const narrowestPx = 0.75;
/** Later ones lie on top: what runs must be seen. */
const paintOrder = ['ready', 'waiting', 'blocked', 'running'] as const satisfies readonly SpanState[];

/** Draws a frame with its top left corner at 0, 0. What was there before must have been cleared. */
export function drawTimeline(context: Context, frame: Frame): void {
  const { geometry, layout, patterns } = frame;
  patterns.moveTo(-layout.scale.from * layout.scale.pxPerMs);
  drawAxis(context, frame);
  context.save();
  context.translate(0, geometry.axisPx);
  context.beginPath();
  context.rect(0, 0, geometry.widthPx, geometry.rowsPx);
  context.clip();
  drawNames(context, frame);
  context.translate(geometry.namesPx, 0);
  context.beginPath();
  context.rect(-1, 0, geometry.plotPx + 2, geometry.rowsPx);
  context.save();
  context.clip();
  drawGrid(context, frame);
  drawTapes(context, frame);
  for (const state of paintOrder) drawState(context, frame, state);
  drawColumns(context, frame);
  drawLabels(context, frame);
  context.restore();
  drawMarks(context, frame);
  context.restore();
  drawNow(context, frame);
}

function drawNames(context: Context, { layout, lanes, geometry, palette, ruler, chosen }: Frame): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const row of layout.rows) {
    const font = ruler.font(geometry.nameSizePx, chosen?.lane === row.lane ? 650 : 400);
    context.font = font;
    context.fillStyle = palette.ink;
    const gapPx = 8;
    context.fillText(ruler.fit(lanes[row.lane]?.name ?? '', font, geometry.namesPx - gapPx), 0, row.topPx + geometry.rowHeightPx / 2 + 0.5);
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

function drawState(context: Context, frame: Frame, state: SpanState): void {
  const { layout, geometry, palette, patterns } = frame;
  const [topPx, heightPx] = band(geometry, state);
  const each = (draw: (x: number, y: number, widthPx: number) => void, wide: boolean): void => {
    for (const row of layout.rows) {
      for (const { state: own, shares, x, widthPx } of row.boxes) {
        if (own !== state || shares !== null || widthPx >= patternFromPx[state] !== wide) continue;
        // Wide boxes leave half a pixel to the next, so that neighbours in one state stay two.
        draw(x, row.topPx + topPx, widthPx > 3 ? widthPx - 0.5 : Math.max(narrowestPx, widthPx));
      }
    }
  };
  context.fillStyle = palette.tones[state];
  each((x, y, widthPx) => context.fillRect(x, y, widthPx, heightPx), false);
  if (state === 'running') return;
  const linePx = state === 'ready' ? 1.5 : 1;
  context.fillStyle = state === 'ready' ? palette.paper : patterns[state];
  context.strokeStyle = palette.states[state];
  context.lineWidth = linePx;
  each((x, y, widthPx) => {
    context.fillRect(x, y, widthPx, heightPx);
    context.strokeRect(x + linePx / 2, y + linePx / 2, widthPx - linePx, heightPx - linePx);
  }, true);
}

/** Top within the row, and height. Ready is a narrow tube between the full bars of what runs, or the one that has its turn would drown. */
function band({ barTopPx, barPx }: Geometry, state: SpanState): readonly [topPx: number, heightPx: number] {
  const inset = state === 'ready' ? Math.round(barPx * 0.25) : 0;
  return [barTopPx + inset, barPx - 2 * inset];
}

/** Pixel columns in which several spans share the height by their time, running at the bottom. */
function drawColumns(context: Context, { layout, geometry, palette }: Frame): void {
  spanStates.forEach((state, s) => {
    context.fillStyle = palette.tones[state];
    for (const row of layout.rows) {
      const bottom = row.topPx + geometry.barTopPx + geometry.barPx;
      for (const box of row.boxes) if (box.shares !== null) fillShare(context, box, s, bottom, geometry.barPx);
    }
  });
}

function fillShare(context: Context, { x, widthPx, shares }: Box, index: number, bottom: number, barPx: number): void {
  const share = shares?.[index] ?? 0;
  if (shares === null || share === 0) return;
  let below = 0;
  for (let i = 0; i < index; i += 1) below += shares[i] ?? 0;
  const height = Math.max(2 * narrowestPx, share * barPx);
  context.fillRect(x, bottom - below * barPx - height, widthPx, height);
}
