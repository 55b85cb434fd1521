import type { SpanState } from '../../core/trace/trace';
import { mix, type Palette } from './palette';

/** Fills for the states that are told by a pattern: waiting is hatched, blocked is crossed. Running is solid and ready an outline. */
export interface Patterns {
  readonly waiting: CanvasPattern;
  readonly blocked: CanvasPattern;
  /** Moves the patterns along with the tape, so that they do not swim while it is panned. */
  moveTo(xPx: number): void;
}

/** Distance of the lines, in CSS pixels. */
const tilePx = 6;

/** `ratio` is the number of device pixels to a CSS pixel: the lines are drawn as sharp as the screen is. */
export function makePatterns(context: CanvasRenderingContext2D, palette: Palette, ratio: number): Patterns {
  const size = Math.max(4, Math.round(tilePx * ratio));
  const waiting = tile(context, palette, 'waiting', size, 0.21, ['up']);
  const blocked = tile(context, palette, 'blocked', size, 0.16, ['up', 'down']);
  return {
    waiting,
    blocked,
    moveTo(xPx) {
      const toCss = tilePx / size;
      for (const pattern of [waiting, blocked])
        pattern.setTransform(new DOMMatrix([toCss, 0, 0, toCss, xPx % tilePx, 0]));
    },
  };
}

function tile(
  context: CanvasRenderingContext2D,
  palette: Palette,
  state: SpanState,
  size: number,
  thickness: number,
  lines: readonly ('up' | 'down')[],
): CanvasPattern {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('This browser draws no canvas.');
  brush.fillStyle = mix(palette.states[state], 14, palette.paper);
  brush.fillRect(0, 0, size, size);
  brush.strokeStyle = palette.states[state];
  brush.lineWidth = size * thickness;
  brush.beginPath();
  for (const line of lines) {
    // Three parallels, so that the corners of the tile are filled too.
    for (const shift of [-size, 0, size]) {
      brush.moveTo(shift - 1, line === 'up' ? size + 1 : -1);
      brush.lineTo(shift + size + 1, line === 'up' ? -1 : size + 1);
    }
  }
  brush.stroke();
  const pattern = context.createPattern(canvas, 'repeat');
  if (pattern === null) throw new Error('This browser fills no pattern.');
  return pattern;
}
