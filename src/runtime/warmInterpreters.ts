import type { Interpreter } from './interpreter';
import { stoppedError } from './stopping';

/** Someone who waits for an interpreter. */
interface Waiting {
  resolve(interpreter: Interpreter): void;
  reject(reason: unknown): void;
}

/** So many are being opened at once. Interpreters start in turn, and a long line of them would keep the next program waiting for its own. */
const mostOpening = 2;

/** Interpreters for processes, started in turn and kept for the next that needs one. */
export class WarmInterpreters {
  private readonly idle: Interpreter[] = [];
  private readonly waiting: Waiting[] = [];
  /** How many are still to come; `opening` of them are being opened. */
  private coming = 0;
  private opening = 0;
  /** Changes when all are ended: what was being opened then is not wanted. */
  private era = 0;

  /** `keep` is how many may stay when nobody uses them: each has its own 52 MB. */
  constructor(
    private readonly open: () => Promise<Interpreter>,
    readonly keep: number,
  ) {}

  /** Sees that so many are there or on their way, as far as they may be kept. */
  warm(count: number): void {
    while (this.idle.length + this.coming < Math.min(count, this.keep)) this.start();
  }

  /**
   * One that nobody uses, at once if there is one. Rejects with a `StrategyFailure` when Python cannot be started, with an `AbortError` when
   * it is no longer wanted.
   */
  take(signal?: AbortSignal): Promise<Interpreter> {
    if (signal?.aborted === true) return Promise.reject(stoppedError());
    const ready = this.idle.pop();
    if (ready !== undefined) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const mine = { resolve, reject };
      this.waiting.push(mine);
      signal?.addEventListener('abort', () => this.giveUp(mine), { once: true });
      if (this.coming < this.waiting.length) this.start();
    });
  }

  /** Takes one back; it must be fit for another process. */
  giveBack(interpreter: Interpreter): void {
    interpreter.listen(null);
    const next = this.waiting.shift();
    if (next !== undefined) next.resolve(interpreter);
    else if (this.idle.length < this.keep) this.idle.push(interpreter);
    else interpreter.close();
  }

  /** Ends one that is not fit for another process, and starts one in its place. */
  discard(interpreter: Interpreter): void {
    interpreter.close();
    this.warm(1);
  }

  /** Ends those that nobody uses. */
  close(): void {
    this.era += 1;
    this.coming = this.opening = 0;
    for (const interpreter of this.idle.splice(0)) interpreter.close();
    for (const { reject } of this.waiting.splice(0)) reject(stoppedError());
  }

  private giveUp(one: Waiting): void {
    const place = this.waiting.indexOf(one);
    if (place === -1) return;
    this.waiting.splice(place, 1);
    this.coming = Math.max(this.opening, Math.min(this.coming, this.waiting.length));
    one.reject(stoppedError());
  }

  private start(): void {
    this.coming += 1;
    this.openNext();
  }

  private openNext(): void {
    const { era } = this;
    while (this.opening < Math.min(this.coming, mostOpening)) {
      this.opening += 1;
      this.open().then(
        (interpreter) => {
          if (era !== this.era) interpreter.close();
          else this.opened(() => this.giveBack(interpreter));
        },
        (error: unknown) => {
          if (era === this.era) this.opened(() => this.waiting.shift()?.reject(error));
        },
      );
    }
  }

  private opened(hand: () => void): void {
    this.coming -= 1;
    this.opening -= 1;
    hand();
    this.openNext();
  }
}
