import type { Millis } from '../../core/base/time';
import { ticks } from '../../core/timeline/timeScale';
import type { Frame } from './frame';

type Context = CanvasRenderingContext2D;

const labelSizePx = 12;
const stripPx = 3;

/** Round times above the rows, and below them, when zoomed, a strip that says which part of the whole is in sight. */
export function drawAxis(context: Context, { layout, geometry, palette, ruler, whole }: Frame): void {
  const { namesPx, plotPx, axisPx, widthPx } = geometry;
  const font = ruler.font(labelSizePx);
  context.font = font;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillStyle = palette.inkSoft;
  for (const tick of ticksOf({ layout, geometry })) {
    const half = ruler.width(tick.label, font) / 2;
    const x = namesPx + layout.scale.toPx(tick.at) - half;
    context.font = font;
    context.fillText(tick.label, Math.max(0, Math.min(widthPx - 2 * half, x)), axisPx - 12);
  }
  const zoomed = layout.scale.to - layout.scale.from < (whole.to - whole.from) * 0.999;
  context.fillStyle = palette.rule;
  context.fillRect(namesPx, axisPx - stripPx - 1, plotPx, zoomed ? stripPx : 1);
  if (!zoomed) return;
  const perMs = plotPx / (whole.to - whole.from);
  const width = Math.max(6, (layout.scale.to - layout.scale.from) * perMs);
  const left = Math.min(plotPx - width, (layout.scale.from - whole.from) * perMs);
  context.fillStyle = palette.accent;
  context.fillRect(namesPx + left, axisPx - stripPx - 1, width, stripPx);
}

/** Hairlines at the marks of the axis, drawn among the rows. */
export function drawGrid(context: Context, frame: Frame): void {
  const { layout, geometry, palette } = frame;
  context.fillStyle = palette.rule;
  context.globalAlpha = 0.7;
  for (const tick of ticksOf(frame))
    context.fillRect(Math.round(layout.scale.toPx(tick.at)) - 0.5, 0, 1, geometry.rowsPx);
  context.globalAlpha = 1;
}

/** A line through all lanes, at the time that is shown elsewhere. */
export function drawMark(context: Context, frame: Frame): void {
  const { axisPx, rowsPx } = frame.geometry;
  if (frame.markMs !== null) drawEdge(context, frame, frame.markMs, axisPx - 6, axisPx + rowsPx);
}

/** The edge that the tape grows at: that of everything, or of the group that goes on. */
export function drawNow(context: Context, frame: Frame): void {
  const { layout, geometry, nowMs } = frame;
  const { axisPx, rowsPx, headingPx } = geometry;
  if (layout.headings.length === 0) {
    if (nowMs !== null) drawEdge(context, frame, nowMs, axisPx - 6, axisPx + rowsPx);
    return;
  }
  for (const { group, topPx, bottomPx } of layout.headings) {
    const [top, bottom] = [Math.max(0, topPx + headingPx - 4), Math.min(rowsPx, bottomPx)];
    if (group.nowMs !== null && top < bottom) drawEdge(context, frame, group.nowMs, axisPx + top, axisPx + bottom);
  }
}

function drawEdge(
  context: Context,
  { layout, geometry, palette }: Frame,
  at: Millis,
  top: number,
  bottom: number,
): void {
  if (at < layout.scale.from || at > layout.scale.to) return;
  const x = geometry.namesPx + layout.scale.toPx(at);
  context.fillStyle = palette.accent;
  context.fillRect(x - 0.75, top, 1.5, bottom - top);
  context.beginPath();
  context.arc(x, top, 3.5, 0, 2 * Math.PI);
  context.fill();
}

function ticksOf({ layout, geometry }: Pick<Frame, 'layout' | 'geometry'>) {
  return ticks(layout.scale, geometry.widthPx < 480 ? 58 : 84);
}
