import type { Box, Layout, Row, Shares } from '../../core/timeline/layout';
import type { SpanState } from '../../core/trace/trace';
import { spanStates } from '../../core/trace/traceStats';
import { tube, type Geometry } from './geometry';
import type { Palette } from './palette';

/** Narrower spans are drawn as flat tones: at that size a pattern is only noise. */
const fineBelowPx: Readonly<Record<SpanState, number>> = { running: 6, ready: 10, waiting: 6, blocked: 6 };

/** Indices of colours that follow those of the states. */
const railTone = spanStates.length;
const paperTone = railTone + 1;

export const isFine = ({ shares, widthPx, state }: Box): boolean => shares !== null || widthPx < fineBelowPx[state];

/** A bar in the image: everything in pixels of the screen. */
interface Strip {
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  /** Where the tube of what is ready begins, and how thick its walls are. */
  readonly tubeTop: number;
  readonly wall: number;
}

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
    const context = this.#canvas.getContext('2d');
    if (context === null) throw new Error('This browser draws no canvas.');
    this.#context = context;
    this.#ratio = ratio;
    const colours = [...spanStates.map((state) => palette.tones[state]), palette.readyRgb, palette.paperRgb];
    this.#tones = new Uint32Array(Uint8ClampedArray.from(colours.flatMap((rgb) => [...rgb, 255])).buffer);
  }

  draw(
    target: CanvasRenderingContext2D,
    { layout, geometry }: { readonly layout: Layout; readonly geometry: Geometry },
  ): void {
    const rows = layout.rows.filter((row) => row.boxes.some(isFine));
    if (rows.length === 0) return;
    const strips = this.#strips(geometry, rows.length);
    rows.forEach((row, index) => {
      const strip = strips[index];
      if (strip !== undefined) this.#write(row, strip);
    });
    this.#context.putImageData(this.#image, 0, 0);
    target.imageSmoothingEnabled = false;
    strips.forEach(({ width, height }, index) => {
      const top = (rows[index]?.topPx ?? 0) + geometry.barTopPx;
      target.drawImage(this.#canvas, 0, index * height, width, height, 0, top, width / this.#ratio, geometry.barPx);
    });
  }

  /** An empty image with a strip for each row, one above the other. */
  #strips(geometry: Geometry, count: number): readonly Strip[] {
    const width = Math.ceil(geometry.plotPx * this.#ratio);
    const height = Math.round(geometry.barPx * this.#ratio);
    if (this.#image.width === width && this.#image.height === height * count) {
      this.#pixels.fill(0);
    } else {
      this.#canvas.width = width;
      this.#canvas.height = height * count;
      this.#image = new ImageData(width, height * count);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    const { insetPx, linePx } = tube(geometry);
    const shape = {
      width,
      height,
      tubeTop: Math.round(insetPx * this.#ratio),
      wall: Math.max(1, Math.round(linePx * this.#ratio)),
    };
    return Array.from({ length: count }, (_, index) => ({ ...shape, offset: index * height * width }));
  }

  /** What runs is drawn last: it must be seen even where its neighbour fills the same pixel. */
  #write(row: Row, strip: Strip): void {
    const runs = ({ shares, state }: Box): boolean => shares === null && state === 'running';
    for (const pass of ['others', 'running'] as const) {
      for (const box of row.boxes) {
        if (!isFine(box) || runs(box) !== (pass === 'running')) continue;
        const left = Math.max(0, Math.round(box.x * this.#ratio));
        const right = Math.min(strip.width, Math.max(left + 1, Math.round((box.x + box.widthPx) * this.#ratio)));
        if (box.shares !== null) this.#share(strip, left, right, box.shares);
        else if (box.state === 'ready') this.#tube(strip, left, right);
        else this.#fill(strip, left, right, 0, strip.height, spanStates.indexOf(box.state));
      }
    }
  }

  /** States by their part of the time, running at the bottom. */
  #share(strip: Strip, left: number, right: number, shares: Shares): void {
    let bottom = strip.height;
    shares.forEach((share, state) => {
      if (share === 0) return;
      // However short, what happened can be seen.
      const top = Math.max(0, bottom - Math.max(1, Math.round(share * strip.height)));
      this.#fill(strip, left, right, top, bottom, state);
      bottom = top;
    });
  }

  /** Ready, as hollow as where it is wide. */
  #tube(strip: Strip, left: number, right: number): void {
    const [top, bottom] = [strip.tubeTop, strip.height - strip.tubeTop];
    this.#fill(strip, left, right, top, bottom, railTone);
    this.#fill(strip, left, right, top + strip.wall, bottom - strip.wall, paperTone);
  }

  #fill({ offset, width }: Strip, left: number, right: number, top: number, bottom: number, tone: number): void {
    const colour = this.#tones[tone] ?? 0;
    const pixels = this.#pixels;
    // Most are a pixel or two wide, and for those the array's own `fill` takes several times as long.
    for (let y = top; y < bottom; y += 1) {
      const end = offset + y * width + right;
      for (let at = end - right + left; at < end; at += 1) pixels[at] = colour;
    }
  }
}
