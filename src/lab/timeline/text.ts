/** Widths of texts, measured once: asking a canvas for them takes longer than drawing a span. */
export class TextRuler {
  readonly #context: CanvasRenderingContext2D;
  readonly #family: string;
  readonly #widths = new Map<string, number>();
  readonly #fitted = new Map<string, string>();

  constructor(context: CanvasRenderingContext2D, fontFamily: string) {
    this.#context = context;
    this.#family = fontFamily;
  }

  font(sizePx: number, weight = 400): string {
    return `${weight} ${sizePx}px ${this.#family}`;
  }

  /** Pixels that `text` takes in `font`. */
  width(text: string, font: string): number {
    const key = `${font}\n${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#context.font = font;
    const { width } = this.#context.measureText(text);
    remember(this.#widths, key, width);
    return width;
  }

  /** A lane's name, or as much of its beginning as fits before an ellipsis and the number at its end: that is what tells it from its neighbours. */
  fitName(name: string, font: string, maxPx: number): string {
    const end = endOf(name);
    if (end === '' || this.width(name, font) <= maxPx) return this.fit(name, font, maxPx);
    const key = `${font}\n${Math.floor(maxPx)}\nname\n${name}`;
    const known = this.#fitted.get(key);
    if (known !== undefined) return known;
    let length = name.length - end.length;
    const cut = (): string => `${name.slice(0, length).trimEnd()}…${end}`;
    while (length > 0 && this.width(cut(), font) > maxPx) length -= 1;
    const fitted = length < 2 ? this.fit(name, font, maxPx) : cut();
    remember(this.#fitted, key, fitted);
    return fitted;
  }

  /** `text`, or as much of its beginning as fits with an ellipsis; empty where less than half of it does, for that tells nothing. */
  fit(text: string, font: string, maxPx: number): string {
    if (this.width(text, font) <= maxPx) return text;
    const key = `${font}\n${Math.floor(maxPx)}\n${text}`;
    const known = this.#fitted.get(key);
    if (known !== undefined) return known;
    let length = Math.floor((text.length * maxPx) / this.width(text, font)) + 1;
    const cut = (): string => `${text.slice(0, length).trimEnd()}…`;
    while (length > 0 && this.width(cut(), font) > maxPx) length -= 1;
    const fitted = length < 3 || length < text.length / 2 ? '' : cut();
    remember(this.#fitted, key, fitted);
    return fitted;
  }
}

/** What tells a lane from those with names like its own: "-0_2" of "ThreadPoolExecutor-0_2". */
const endOf = (name: string): string => /(?<![-_\d])[-_\d]+$/.exec(name)?.[0] ?? '';

/** Widths change with every zoom, so old ones are forgotten at once when there are too many. */
function remember<T>(cache: Map<string, T>, key: string, value: T): void {
  if (cache.size > 5000) cache.clear();
  cache.set(key, value);
}
