import type { OnCount } from '../core/engines/loop';
import type { Millis, WorkerMs } from '../core/base/time';

/** Together they keep a chart under 200 points, also of a run that takes four times as long as it should. */
const pointsByTime = 50;
const stepsOfCount = 30;

/** Sends enough points of a changing count to draw it, and no more: one at every 30th of its height, and one from time to time. */
export class CountPlot {
  #lastAt = Number.NEGATIVE_INFINITY;
  #lastCount = 0;
  #timed = 0;
  #everyMs: Millis;
  readonly #step: number;
  #last: void | Promise<void> = undefined;
  readonly #send: OnCount;

  constructor(send: OnCount, { most, expectedMs }: { readonly most: number; readonly expectedMs: Millis }) {
    this.#send = send;
    this.#step = Math.max(1, most / stepsOfCount);
    this.#everyMs = expectedMs / pointsByTime;
  }

  /** Sends a point in any case. */
  now(at: WorkerMs, count: number): void {
    this.#lastAt = at;
    this.#lastCount = count;
    this.#last = this.#send(at, count);
  }

  /** To be called at each change: sends a point when it has become a large one. */
  changed(at: WorkerMs, count: number): void {
    if (Math.abs(count - this.#lastCount) >= this.#step) this.now(at, count);
  }

  /** To be called now and then: sends a point when the last is some time ago. */
  time(at: WorkerMs, count: number): void {
    if (at - this.#lastAt < this.#everyMs) return;
    this.now(at, count);
    this.#timed += 1;
    // A run that takes longer than it should gets fewer and fewer points.
    if (this.#timed % pointsByTime === 0) this.#everyMs *= 2;
  }

  /** Resolves when the page has every point. */
  async delivered(): Promise<void> {
    await this.#last;
  }
}
