import type { WorkSource } from './drive';
import { Frontier, type SearchSummary } from './frontier';
import type { SearchOptions } from './search';
import type { RunResult, WorkItem } from './types';

/** Some runs to be made, written as their runner reads them. */
export interface Batch {
  readonly ids: readonly number[];
  readonly items: string;
}

/** How runs and their results are written. */
export interface BatchCodec {
  readonly packItems: (items: readonly WorkItem[]) => string;
  /** As many results as there were items, in the order of the items. */
  readonly unpackResults: (results: string, items: readonly WorkItem[]) => readonly RunResult[];
}

/** A search that hands out its runs in batches, as texts: the page passes them on without a look into them. */
export class Batches implements WorkSource<Batch, string> {
  readonly #frontier: Frontier;
  readonly #codec: BatchCodec;
  readonly #size: number;
  readonly #out = new Map<number, WorkItem>();
  #waiting: (() => void)[] = [];

  /** @param size How many runs there are in a batch at most. */
  constructor(options: SearchOptions, codec: BatchCodec, size: number) {
    this.#frontier = new Frontier(options);
    this.#codec = codec;
    this.#size = size;
  }

  async next(done: { readonly work: Batch; readonly result: string } | null): Promise<Batch | null> {
    if (done !== null) this.#report(done.work, done.result);
    for (;;) {
      const items: WorkItem[] = [];
      while (items.length < this.#size) {
        const item = this.#frontier.next();
        if (item === null) break;
        items.push(item);
        this.#out.set(item.id, item);
      }
      if (items.length > 0) return { ids: items.map(({ id }) => id), items: this.#codec.packItems(items) };
      if (this.#frontier.finished) return null;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  async giveBack({ ids }: Batch): Promise<void> {
    for (const id of ids) this.#frontier.giveBack(this.#take(id));
    this.#wakeAll();
  }

  /** What is known now. */
  summary(): SearchSummary {
    return this.#frontier.summary();
  }

  #report({ ids }: Batch, packed: string): void {
    const items = ids.map((id) => this.#take(id));
    const results = this.#codec.unpackResults(packed, items);
    items.forEach((item, at) => {
      const result = results[at];
      if (result === undefined) throw new Error('A run has no result.');
      this.#frontier.report(item, result);
    });
    this.#wakeAll();
  }

  #take(id: number): WorkItem {
    const item = this.#out.get(id);
    if (item === undefined) throw new Error(`Item ${id} is not out.`);
    this.#out.delete(id);
    return item;
  }

  #wakeAll(): void {
    const woken = this.#waiting;
    this.#waiting = [];
    for (const wake of woken) wake();
  }
}
