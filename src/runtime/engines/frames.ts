import type { EpochMs, Millis } from '../../core/base/time';
import { epochNow } from '../../core/base/clock';
import { stoppedError } from '../stopping';

/** Notes when the browser draws, for as long as it is watched. A hidden page draws nothing. */
export class FrameCounter {
  readonly #drawnAt: EpochMs[] = [];
  #request: number;

  constructor() {
    this.#request = requestAnimationFrame(this.#note);
  }

  readonly #note = (): void => {
    this.#drawnAt.push(epochNow());
    this.#request = requestAnimationFrame(this.#note);
  };

  stop(): void {
    cancelAnimationFrame(this.#request);
  }

  /** Frames drawn from `from` up to `to`. */
  between(from: EpochMs, to: EpochMs): number {
    return this.#drawnAt.filter((at) => at >= from && at < to).length;
  }

  /** The longest time without a frame, among the gaps that reach into `from` to `to`. */
  longestGapMs(from: EpochMs, to: EpochMs): Millis {
    const before = this.#drawnAt.findLast((at) => at < from) ?? from;
    const after = this.#drawnAt.find((at) => at >= to) ?? to;
    const seen = [before, ...this.#drawnAt.filter((at) => at >= from && at < to), after];
    return Math.max(...seen.slice(1).map((at, index) => at - (seen[index] ?? at)));
  }
}

/** Waits on the page's own thread. Rejects with an `AbortError` when stopped. */
export function pause(forMs: Millis, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(stoppedError());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, forMs);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
