import type { Box, Row } from '../../core/layout';
import type { SpanState } from '../../core/trace';
import { spanStates } from '../../core/traceStats';
import type { Frame } from './frame';
import type { Palette } from './palette';

/** Narrower spans are drawn as flat tones: at that size a pattern is only noise. */
const fineBelowPx: Readonly<Record<SpanState, number>> = { running: 6, ready: 10, waiting: 6, blocked: 6 };

/** Steps in which the height of a bar is shared out. Ready takes the middle half of them, as its tube does. */
const levels = 16;

export const isFine = ({ shares, widthPx, state }: Box): boolean => shares !== null || widthPx < fineBelowPx[state];

/**
 * Draws what is narrow: as pixels, written into one image and laid under the rest, because tens of thousands of little rectangles
 * take a canvas several frames. Edges are rounded to whole pixels of the screen, so that neighbours meet without a seam.
 */
export class FineLayer {
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #ratio: number;
  /** One pixel of each state's tone, in the order of `spanStates`. */
  readonly #tones: Uint32Array;
  #image = new ImageData(1, 1);
  #pixels = new Uint32Array(this.#image.data.buffer);

  /** `ratio` is the number of device pixels to a CSS pixel. */
  constructor(palette: Palette, ratio: number) {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('This browser draws no canvas.');
    this.#context = context;
    this.#ratio = ratio;
    // Letting the canvas paint them is the one way to read any CSS colour.
    spanStates.forEach((state, x) => {
      context.fillStyle = palette.tones[state];
      context.fillRect(x, 0, 1, 1);
    });
    this.#tones = new Uint32Array(context.getImageData(0, 0, spanStates.length, 1).data.buffer);
  }

  draw(target: CanvasRenderingContext2D, { layout, geometry }: Frame): void {
    const rows = layout.rows.filter((row) => row.boxes.some(isFine));
    if (rows.length === 0) return;
    const width = Math.ceil(geometry.plotPx * this.#ratio);
    this.#clear(width, rows.length * levels);
    rows.forEach((row, index) => this.#write(row, index * levels * width, width));
    this.#context.putImageData(this.#image, 0, 0);
    target.imageSmoothingEnabled = false;
    rows.forEach(({ topPx }, index) => {
      target.drawImage(this.#canvas, 0, index * levels, width, levels, 0, topPx + geometry.barTopPx, width / this.#ratio, geometry.barPx);
    });
  }

  #clear(width: number, height: number): void {
    if (this.#image.width === width && this.#image.height === height) {
      this.#pixels.fill(0);
      return;
    }
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#image = new ImageData(width, height);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
  }

  #write(row: Row, offset: number, width: number): void {
    for (const box of row.boxes) {
      if (!isFine(box)) continue;
      const left = Math.max(0, Math.round(box.x * this.#ratio));
      const right = Math.min(width, Math.max(left + 1, Math.round((box.x + box.widthPx) * this.#ratio)));
      if (box.shares === null) {
        const inset = box.state === 'ready' ? levels / 4 : 0;
        this.#fill(offset, width, left, right, inset, levels - inset, spanStates.indexOf(box.state));
        continue;
      }
      let bottom = levels;
      for (let state = 0; state < spanStates.length; state += 1) {
        const share = box.shares[state] ?? 0;
        if (share === 0) continue;
        // However short, what happened can be seen.
        const top = Math.max(0, bottom - Math.max(1, Math.round(share * levels)));
        this.#fill(offset, width, left, right, top, bottom, state);
        bottom = top;
      }
    }
  }

  #fill(offset: number, width: number, left: number, right: number, top: number, bottom: number, state: number): void {
    const tone = this.#tones[state] ?? 0;
    const pixels = this.#pixels;
    // Most are a pixel or two wide, and for those the array's own `fill` takes several times as long.
    for (let y = top; y < bottom; y += 1) {
      const end = offset + y * width + right;
      for (let at = end - right + left; at < end; at += 1) pixels[at] = tone;
    }
  }
}
