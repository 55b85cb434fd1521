import type { CountingNews } from '../core/engines/counting';
import { workerNow } from '../core/base/clock';
import type { Millis, WorkerMs } from '../core/base/time';
import type { LaneId, TraceEvent } from '../core/trace/trace';

/** How often news are told: often enough for a picture that moves, seldom enough to cost nothing. */
const newsEveryMs: Millis = 100;

type WithoutPlace<E> = E extends TraceEvent ? Omit<E, 'at' | 'lane'> : never;
/** A trace event without its time and lane. */
export type Happening = WithoutPlace<TraceEvent>;

/** Collects what happens in one lane, and tells the page in batches, so that telling does not slow down what is told. */
export class Recorder {
  #events: TraceEvent<WorkerMs>[] = [];
  #toldAt: WorkerMs = workerNow();
  #toldCount = 0;
  readonly #lane: LaneId | null;
  readonly #tell: (news: CountingNews) => void;

  constructor(lane: LaneId | null, tell: (news: CountingNews) => void) {
    this.#lane = lane;
    this.#tell = tell;
  }

  add(at: WorkerMs, happening: Happening): void {
    if (this.#lane !== null) this.#events.push({ ...happening, at, lane: this.#lane });
  }

  /** Tells the page when it is time again. `counted`: the steps of the task so far. */
  tellSometimes(now: WorkerMs, counted: number): void {
    if (now - this.#toldAt >= newsEveryMs) this.tellNow(now, counted);
  }

  tellNow(now: WorkerMs, counted: number): void {
    this.#tell({ counted: counted - this.#toldCount, events: this.#events });
    this.#events = [];
    this.#toldAt = now;
    this.#toldCount = counted;
  }
}
