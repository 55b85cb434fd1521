import { noRoom } from './answers';
import { mostSemaphores, semaphoreAt, semaphoreWords } from './layout';
import { Pipes } from './pipes';
import type { View } from './view';

/** Operations on the semaphores of the memory, besides those on pipes. */
export class Semaphores extends Pipes {
  readonly #view: View;

  constructor(view: View) {
    super(view);
    this.#view = view;
  }

  /** A new semaphore, or `noRoom`. */
  newSemaphore(value: number, most: number): number {
    this.#view.checkAlive();
    for (let semaphore = 0; semaphore < mostSemaphores; semaphore += 1) {
      if (
        Atomics.compareExchange(this.#view.words, semaphoreAt(semaphore, semaphoreWords.holders), 0, this.#view.bit) !==
        0
      )
        continue;
      Atomics.store(this.#view.words, semaphoreAt(semaphore, semaphoreWords.most), most);
      Atomics.store(this.#view.words, semaphoreAt(semaphore, semaphoreWords.waiters), 0);
      Atomics.store(this.#view.words, semaphoreAt(semaphore, semaphoreWords.value), value);
      return semaphore;
    }
    return noRoom;
  }

  /** Lets process `slot` use a semaphore that this one has. */
  openSemaphore(semaphore: number, slot: number): void {
    Atomics.or(this.#view.words, semaphoreAt(semaphore, semaphoreWords.holders), 1 << slot);
  }

  closeSemaphore(semaphore: number): void {
    if (this.#view.hasEnded()) return;
    Atomics.and(this.#view.words, semaphoreAt(semaphore, semaphoreWords.holders), ~this.#view.bit);
  }

  /** Counts down, unless it is zero. Undefined where a signal came before, which this process takes first. */
  take(semaphore: number, mark: boolean): boolean | undefined {
    this.#view.checkAlive();
    if (mark) this.#view.mark(semaphoreAt(semaphore, semaphoreWords.waiters));
    const at = semaphoreAt(semaphore, semaphoreWords.value);
    for (;;) {
      const value = this.#view.load(at);
      if (value <= 0) return false;
      if (this.#view.hasSignal()) return undefined;
      if (Atomics.compareExchange(this.#view.words, at, value, value - 1) === value) return true;
    }
  }

  /** Counts up, unless it is at its most. */
  give(semaphore: number): boolean {
    this.#view.checkAlive();
    const at = semaphoreAt(semaphore, semaphoreWords.value);
    for (;;) {
      const value = this.#view.load(at);
      if (value >= this.#view.load(semaphoreAt(semaphore, semaphoreWords.most))) return false;
      if (Atomics.compareExchange(this.#view.words, at, value, value + 1) === value) break;
    }
    this.#view.ring(semaphoreAt(semaphore, semaphoreWords.waiters));
    return true;
  }

  value(semaphore: number): number {
    return this.#view.load(semaphoreAt(semaphore, semaphoreWords.value));
  }
}
