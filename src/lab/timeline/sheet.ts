import { FineLayer } from './fine';
import { readPalette, watchTheme, type Palette } from './palette';
import { makePatterns, type Patterns } from './patterns';
import { TextRuler } from './text';

/** What one draws with: changes when the theme does, or the sharpness of the screen. */
export interface Tools {
  readonly palette: Palette;
  readonly patterns: Patterns;
  readonly fine: FineLayer;
  readonly ruler: TextRuler;
}

/**
 * A canvas in a scrolling box: the canvas stays in sight while an empty block beneath it, as high as all rows, is scrolled natively.
 * Everything is styled through the CSSOM, which a strict content security policy allows.
 */
export class Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly #host: HTMLElement;
  readonly #block: HTMLElement;
  readonly #stopWatching: (() => void)[] = [];
  #tools: (Tools & { readonly ratio: number }) | null = null;

  /** Calls `onChange` when all must be drawn anew. */
  constructor(host: HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#block = document.createElement('div');
    this.canvas = document.createElement('canvas');
    const context = this.canvas.getContext('2d');
    if (context === null) throw new Error('This browser draws no canvas.');
    this.context = context;
    this.canvas.className = 'timeline-canvas';
    this.#block.append(this.canvas);
    host.replaceChildren(this.#block);

    const renew = (): void => {
      this.#tools = null;
      onChange();
    };
    const size = new ResizeObserver(onChange);
    size.observe(host);
    // A typeface that arrives late has other widths than the one that stood in for it.
    document.fonts.addEventListener('loadingdone', renew);
    this.#stopWatching.push(
      watchTheme(renew),
      () => size.disconnect(),
      () => document.fonts.removeEventListener('loadingdone', renew),
    );
  }

  get widthPx(): number {
    return this.#host.clientWidth;
  }

  get scrollTopPx(): number {
    return this.#host.scrollTop;
  }

  /** Palette, patterns and ruler for the theme and the screen of this moment. */
  tools(): Tools {
    const ratio = globalThis.devicePixelRatio;
    if (this.#tools?.ratio !== ratio) {
      const palette = readPalette(this.#host);
      this.#tools = {
        ratio,
        palette,
        patterns: makePatterns(this.context, palette, ratio),
        fine: new FineLayer(palette, ratio),
        ruler: new TextRuler(this.context, palette.fontFamily),
      };
    }
    return this.#tools;
  }

  /** Gives canvas and block their sizes in CSS pixels, and clears the canvas. */
  begin(widthPx: number, heightPx: number, blockPx: number): void {
    const ratio = globalThis.devicePixelRatio;
    const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${widthPx}px`;
      this.canvas.style.height = `${heightPx}px`;
      this.#host.style.height = `${heightPx}px`;
    }
    this.#block.style.height = `${blockPx}px`;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, widthPx, heightPx);
  }

  /** Scrolls just so far that a stretch of the block, below the first `topPx` that never scroll, is in sight. */
  reveal(fromPx: number, toPx: number, topPx: number): void {
    const { scrollTop, clientHeight } = this.#host;
    if (fromPx < scrollTop) this.#host.scrollTop = fromPx;
    else if (toPx > scrollTop + clientHeight - topPx) this.#host.scrollTop = toPx - clientHeight + topPx;
  }

  dispose(): void {
    for (const stop of this.#stopWatching) stop();
    this.#host.replaceChildren();
  }
}
