import type { Box, Row, Shares } from '../../core/layout';
import type { SpanState } from '../../core/trace';
import { spanStates } from '../../core/traceStats';
import type { Frame } from './frame';
import type { Palette } from './palette';

/** Narrower spans are drawn as flat tones: at that size a pattern is only noise. */
const fineBelowPx: Readonly<Record<SpanState, number>> = { running: 6, ready: 10, waiting: 6, blocked: 6 };

/** Steps in which the height of a bar is shared out. Ready takes the middle half of them, as its tube does. */
const levels = 16;
const railTone = spanStates.length;
const paperTone = railTone + 1;

export const isFine = ({ shares, widthPx, state }: Box): boolean => shares !== null || widthPx < fineBelowPx[state];

/**
 * Draws what is narrow: as pixels, written into one image and laid under the rest, because tens of thousands of little rectangles
 * take a canvas several frames. Edges are rounded to whole pixels of the screen, so that neighbours meet without a seam.
 */
export class FineLayer {
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #ratio: number;
  /** One pixel of each state's tone, in the order of `spanStates`; then ready's own colour, and paper. */
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
    const colours = [...spanStates.map((state) => palette.tones[state]), palette.states.ready, palette.paper];
    colours.forEach((colour, x) => {
      context.fillStyle = colour;
      context.fillRect(x, 0, 1, 1);
    });
    this.#tones = new Uint32Array(context.getImageData(0, 0, colours.length, 1).data.buffer);
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

  /** What runs comes last: it must be seen, be it narrower than the pixel that its neighbour fills as well. */
  #write(row: Row, offset: number, width: number): void {
    const span = (box: Box): readonly [left: number, right: number] => {
      const left = Math.max(0, Math.round(box.x * this.#ratio));
      return [left, Math.min(width, Math.max(left + 1, Math.round((box.x + box.widthPx) * this.#ratio)))];
    };
    for (const box of row.boxes) {
      if (!isFine(box) || (box.shares === null && box.state === 'running')) continue;
      const [left, right] = span(box);
      if (box.shares !== null) this.#share(box.shares, offset, width, left, right);
      else if (box.state === 'ready') this.#tube(offset, width, left, right);
      else this.#fill(offset, width, left, right, 0, levels, spanStates.indexOf(box.state));
    }
    for (const box of row.boxes) {
      if (!isFine(box) || box.shares !== null || box.state !== 'running') continue;
      const [left, right] = span(box);
      this.#fill(offset, width, left, right, 0, levels, 0);
    }
  }

  #share(shares: Shares, offset: number, width: number, left: number, right: number): void {
    let bottom = levels;
    shares.forEach((share, state) => {
      if (share === 0) return;
      // However short, what happened can be seen.
      const top = Math.max(0, bottom - Math.max(1, Math.round(share * levels)));
      this.#fill(offset, width, left, right, top, bottom, state);
      bottom = top;
    });
  }

  /** Ready, as hollow as where it is wide. */
  #tube(offset: number, width: number, left: number, right: number): void {
    const [top, bottom] = [levels / 4, levels - levels / 4];
    this.#fill(offset, width, left, right, top, bottom, railTone);
    this.#fill(offset, width, left, right, top + 1, bottom - 1, paperTone);
  }

  #fill(offset: number, width: number, left: number, right: number, top: number, bottom: number, tone: number): void {
    const colour = this.#tones[tone] ?? 0;
    const pixels = this.#pixels;
    // Most are a pixel or two wide, and for those the array's own `fill` takes several times as long.
    for (let y = top; y < bottom; y += 1) {
      const end = offset + y * width + right;
      for (let at = end - right + left; at < end; at += 1) pixels[at] = colour;
    }
  }
}
