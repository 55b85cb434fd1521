/** A queue between producers and consumers: `put` waits while it is full, `get` waits while it is empty, both in the order of asking. */
export class BoundedQueue<T> {
  readonly #items: T[] = [];
  readonly #putters: { readonly item: T; readonly done: () => void }[] = [];
  readonly #getters: ((item: T) => void)[] = [];
  readonly #onLength: (length: number) => void;

  /**
   * @param capacity at least 1; `Infinity` for a queue without a bound.
   * @param onLength told the new length after each change.
   */
  constructor(
    readonly capacity: number,
    onLength: (length: number) => void = () => undefined,
  ) {
    this.#onLength = onLength;
    if (!(capacity >= 1)) throw new RangeError(`A queue needs room for at least one item, not for ${capacity}.`);
  }

  /** Items that wait in the queue. Never more than `capacity`. */
  get length(): number {
    return this.#items.length;
  }

  /** Puts `item` in when there is room, and says whether it did. */
  tryPut(item: T): boolean {
    const getter = this.#getters.shift();
    if (getter !== undefined) {
      // Someone waits, so the queue is empty: the item passes through.
      getter(item);
      return true;
    }
    if (this.#items.length >= this.capacity) return false;
    this.#items.push(item);
    this.#onLength(this.#items.length);
    return true;
  }

  /** Resolves when `item` is in. */
  put(item: T): Promise<void> {
    if (this.tryPut(item)) return Promise.resolve();
    return new Promise((done) => this.#putters.push({ item, done }));
  }

  /** Takes the oldest item, or says that there is none. */
  tryGet(): { readonly item: T } | null {
    if (this.#items.length === 0) return null;
    const item = this.#items.shift() as T;
    const putter = this.#putters.shift();
    if (putter === undefined) {
      this.#onLength(this.#items.length);
    } else {
      // The room goes to the one who has waited longest, so the length stays as it was.
      this.#items.push(putter.item);
      putter.done();
    }
    return { item };
  }

  /** Resolves with the oldest item as soon as there is one. */
  get(): Promise<T> {
    const taken = this.tryGet();
    if (taken !== null) return Promise.resolve(taken.item);
    return new Promise((getter) => this.#getters.push(getter));
  }
}
