import type { Millis } from '../../core/base/time';

/** How long what was written waits for what was written before it, whose interpreter may have ended on the way. */
const patienceMs: Millis = 1000;
/** How many numbers may be held: a program that forges them could send any. */
const mostHeld = 1000;

/**
 * Puts what the processes of one run write into the order in which they wrote it. Each has a port of its own to the page, and messages of two
 * ports come in any order: a parent could be heard to go on before the last words of the child that it has waited for. Processes that share
 * memory number what they send, from 0; what comes without a number follows what came before it.
 */
export class OutputTurns {
  /** The number that is to be delivered next. */
  #due = 0;
  readonly #held = new Map<number, (() => void)[]>();
  #patience: ReturnType<typeof setTimeout> | null = null;

  /** Calls `deliver` when all that has a lower number was delivered, or is not waited for any more. */
  take(turn: number | null, deliver: () => void): void {
    const place = turn ?? Math.max(-1, ...this.#held.keys());
    if (place < this.#due) {
      deliver();
      return;
    }
    this.#held.set(place, [...(this.#held.get(place) ?? []), deliver]);
    this.#deliver();
  }

  /** Resolves when all numbers below `count` were delivered, or are not waited for any more. */
  async settle(count: number): Promise<void> {
    if (this.#due < count) await new Promise<void>((resolve) => this.take(count, resolve));
  }

  /** Delivers what is due. The gap before what is held then is waited for, not for longer because more comes behind it. */
  #deliver(): void {
    for (let ready = this.#held.get(this.#due); ready !== undefined; ready = this.#held.get(this.#due)) {
      this.#held.delete(this.#due);
      this.#due += 1;
      this.#stopWaiting();
      for (const deliver of ready) deliver();
    }
    if (this.#held.size > mostHeld) this.#skip();
    else if (this.#held.size > 0) this.#patience ??= setTimeout(() => this.#skip(), patienceMs);
  }

  /** Goes on with the lowest number that is held. */
  #skip(): void {
    this.#stopWaiting();
    this.#due = Math.min(...this.#held.keys());
    this.#deliver();
  }

  #stopWaiting(): void {
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#patience = null;
  }
}
