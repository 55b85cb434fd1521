import { layoutLanes } from '../../core/timeline/layout';
import { groupsOf } from '../../core/trace/groups';
import type { Millis } from '../../core/base/time';
import { timeScale } from '../../core/timeline/timeScale';
import { fitView, visibleRange } from '../../core/timeline/timeScaleView';
import { stateMeanings } from '../../core/trace/traceTextWords';
import type { LaneSpans, SpanState } from '../../core/trace/trace';
import { drawTimeline } from './draw';
import { FineLayer } from './fine';
import { geometryOf } from './geometry';
import { marksOf } from './Legend';
import { readPalette, type Palette } from './palette';
import { makePatterns, type Patterns } from './patterns';
import { seenIn } from './seen';
import { TextRuler } from './text';

export interface PngOptions {
  readonly title: string;
  /** A line beneath the picture: what was measured, where and when. */
  readonly caption?: string;
  /** In CSS pixels; the picture has twice as many, so that it prints well. 1200 unless given. */
  readonly widthPx?: number;
}

const ratio = 2;
const marginPx = 32;
const titlePx = 22;
const legendPx = 15;
/** A picture of more lanes shows the first ones, and says so. */
const mostLanes = 120;

/** A picture of the whole run in the page's present theme, with title and legend. Rejects where the browser cannot draw or encode it. */
export async function renderTimelinePng(
  lanes: readonly LaneSpans[],
  until: Millis,
  { title, caption, widthPx = 1200 }: PngOptions,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no canvas');
  const palette = readPalette(document.body);
  const ruler = new TextRuler(context, palette.fontFamily);
  const patterns = makePatterns(context, palette, ratio);
  const shown = lanes.slice(0, mostLanes);
  const innerPx = widthPx - 2 * marginPx;
  const geometry = geometryOf(shown, innerPx, Math.max(384, shown.length * 18 + groupsOf(shown).length * 32), ruler);
  const whole = visibleRange(fitView, {
    from: shown.reduce((from, lane) => Math.min(from, lane.spans[0]?.from ?? 0), 0),
    to: until,
    live: false,
  });
  const entries = legendOf(shown);
  const font = ruler.font(legendPx);
  const lines = wrap(entries, (entry) => swatchPx + 8 + ruler.width(entry.text, font) + 26, innerPx);
  const remarks = [
    ...(lanes.length > shown.length ? [`The first ${shown.length} of ${lanes.length} lanes.`] : []),
    ...(caption === undefined ? [] : [caption]),
  ];
  const picturePx = geometry.axisPx + geometry.rowsPx;
  const heightPx = marginPx + titlePx + 14 + picturePx + 20 + (lines.length + remarks.length) * lineHeightPx + marginPx;

  canvas.width = widthPx * ratio;
  canvas.height = Math.ceil(heightPx * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, widthPx, heightPx);
  context.translate(marginPx, marginPx);
  context.textBaseline = 'top';
  context.fillStyle = palette.ink;
  context.font = ruler.font(titlePx, 650);
  context.fillText(ruler.fit(title, context.font, innerPx), 0, 0);
  context.translate(0, titlePx + 14);
  drawTimeline(context, {
    lanes: shown,
    layout: layoutLanes(shown, timeScale(whole.from, whole.to, geometry.plotPx), {
      ...geometry,
      scrollTopPx: 0,
      heightPx: geometry.rowsPx,
    }),
    geometry,
    palette,
    patterns,
    fine: new FineLayer(palette, ratio),
    ruler,
    whole,
    nowMs: null,
    markMs: null,
    chosen: null,
    hovered: null,
  });
  context.translate(0, picturePx + 20);
  for (const line of lines) {
    let x = 0;
    for (const entry of line) {
      drawSwatch(context, entry, x, palette, patterns);
      context.font = font;
      context.textBaseline = 'middle';
      context.fillStyle = palette.ink;
      context.fillText(entry.text, x + swatchPx + 8, lineHeightPx / 2);
      x += swatchPx + 8 + ruler.width(entry.text, font) + 26;
    }
    context.translate(0, lineHeightPx);
  }
  context.fillStyle = palette.inkSoft;
  context.font = font;
  context.textBaseline = 'middle';
  remarks.forEach((remark, i) => context.fillText(ruler.fit(remark, font, innerPx), 0, (i + 0.5) * lineHeightPx));
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('this browser could not encode it')) : resolve(blob)),
      'image/png',
    );
  });
}

const swatchPx = 30;
const lineHeightPx = 26;

interface Entry {
  readonly kind: SpanState | 'hold' | 'note' | 'failed' | 'stopped';
  readonly text: string;
}

function legendOf(lanes: readonly LaneSpans[]): readonly Entry[] {
  const seen = seenIn(lanes);
  return [
    ...seen.states.map((state): Entry => ({ kind: state, text: `${state}: ${stateMeanings[state]}` })),
    ...marksOf(seen).map(([kind, text]): Entry => ({ kind, text })),
  ];
}

function wrap<T>(items: readonly T[], widthOf: (item: T) => number, maxPx: number): readonly (readonly T[])[] {
  const lines: T[][] = [];
  let usedPx = Number.POSITIVE_INFINITY;
  for (const item of items) {
    usedPx += widthOf(item);
    if (usedPx > maxPx) {
      lines.push([item]);
      usedPx = widthOf(item);
    } else lines.at(-1)?.push(item);
  }
  return lines;
}

function drawSwatch(
  context: CanvasRenderingContext2D,
  { kind }: Entry,
  x: number,
  palette: Palette,
  patterns: Patterns,
): void {
  const [top, height] = [(lineHeightPx - 14) / 2, 14];
  const middle = lineHeightPx / 2;
  context.fillStyle = palette.ink;
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.beginPath();
  switch (kind) {
    case 'hold':
      context.fillRect(x, middle - 1.5, swatchPx, 3);
      return;
    case 'stopped':
      context.fillRect(x + swatchPx / 2 - 4, middle - 4, 8, 8);
      return;
    case 'note':
      context.moveTo(x + swatchPx / 2, middle + 4);
      context.lineTo(x + swatchPx / 2 - 5, middle - 3);
      context.lineTo(x + swatchPx / 2 + 5, middle - 3);
      context.fill();
      return;
    case 'failed':
      for (const slope of [-5, 5]) {
        context.moveTo(x + swatchPx / 2 - 5, middle - slope);
        context.lineTo(x + swatchPx / 2 + 5, middle + slope);
      }
      context.stroke();
      return;
    case 'running':
      context.fillStyle = palette.states.running;
      context.fillRect(x, top, swatchPx, height);
      return;
    case 'ready':
    case 'waiting':
    case 'blocked':
      context.fillStyle = kind === 'ready' ? palette.paper : patterns[kind];
      context.strokeStyle = palette.states[kind];
      context.lineWidth = kind === 'ready' ? 1.5 : 1;
      context.fillRect(x, top, swatchPx, height);
      context.strokeRect(x + 0.75, top + 0.75, swatchPx - 1.5, height - 1.5);
  }
}
