import type { Interpreter } from './interpreter';
import type { Millis } from '../../core/base/time';
import type { OnBoot } from './pythonFiles';
import { stoppedError } from '../stopping';

/** Someone who waits for an interpreter. */
interface Waiting {
  readonly onBoot: OnBoot;
  resolve(interpreter: Interpreter): void;
  reject(reason: unknown): void;
}

/** So many are being opened at once. Interpreters start in turn, and a long line of them would keep the next program waiting for its own. */
const mostOpening = 2;

/** One that is in use may come back in a moment; starting another one costs far more than that. */
const graceMs: Millis = 80;

/** How many are kept that nobody uses. Each takes some 75 MB, and another starts in a fraction of a second. */
export const mostIdle = 1;

/** Interpreters for processes and for schedules, started in turn; one is kept for whatever needs one next. */
export class WarmInterpreters {
  private readonly idle: Interpreter[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly inUse = new Set<Interpreter>();
  /** How many are still to come; `opening` of them are being opened. */
  private coming = 0;
  private opening = 0;
  /** Changes when all are ended: what was being opened then is not wanted. */
  private era = 0;

  /** `keep` is how many may stay when nobody uses them. */
  constructor(
    private readonly open: (onBoot: OnBoot) => Promise<Interpreter>,
    private readonly keep = mostIdle,
  ) {}

  /** Sees that so many are there or on their way, as far as they may be kept. */
  warm(count: number): void {
    while (this.idle.length + this.coming < Math.min(count, this.keep)) this.start();
  }

  /** One that nobody uses, if there is one. */
  takeIdle(): Interpreter | null {
    const ready = this.idle.at(-1);
    if (ready === undefined) return null;
    this.leave(ready);
    this.inUse.add(ready);
    return ready;
  }

  /** The same, for good: it need not come back. */
  takeForGood(): Interpreter | null {
    const ready = this.takeIdle();
    if (ready !== null) this.inUse.delete(ready);
    return ready;
  }

  /**
   * One that nobody uses, at once if there is one; `onBoot` hears how the start goes where one must be awaited. Rejects with a `StrategyFailure` when
   * Python cannot be started, with an `AbortError` when it is no longer wanted.
   */
  take(signal?: AbortSignal, onBoot: OnBoot = () => undefined): Promise<Interpreter> {
    if (signal?.aborted === true) return Promise.reject(stoppedError());
    const ready = this.takeIdle();
    if (ready !== null) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const mine = { onBoot, resolve, reject };
      this.waiting.push(mine);
      signal?.addEventListener('abort', () => this.giveUp(mine), { once: true });
      if (this.inUse.size === 0) this.startMissing();
      else setTimeout(() => this.startMissing(), graceMs);
    });
  }

  /** Takes one back; one that is spent is ended. */
  giveBack(interpreter: Interpreter): void {
    interpreter.listen(null);
    this.inUse.delete(interpreter);
    if (interpreter.closed || interpreter.spent) {
      this.discard(interpreter);
      return;
    }
    const next = this.waiting.shift();
    if (next !== undefined) {
      this.inUse.add(interpreter);
      next.resolve(interpreter);
    } else if (this.idle.length < this.keep) this.rest(interpreter);
    else interpreter.close();
  }

  /** Ends one that is not fit for another process, and starts one in its place. */
  discard(interpreter: Interpreter): void {
    interpreter.close();
    this.inUse.delete(interpreter);
    this.warm(1);
    this.startMissing();
  }

  /** Ends those that nobody uses. */
  close(): void {
    this.era += 1;
    this.coming = this.opening = 0;
    for (const interpreter of this.idle.splice(0)) this.end(interpreter);
    for (const { reject } of this.waiting.splice(0)) reject(stoppedError());
  }

  private rest(interpreter: Interpreter): void {
    this.idle.push(interpreter);
    // One that dies meanwhile is not handed out.
    interpreter.onLost(() => this.leave(interpreter));
  }

  /** It is idle no more. */
  private leave(interpreter: Interpreter): void {
    interpreter.onLost(null);
    const place = this.idle.indexOf(interpreter);
    if (place !== -1) this.idle.splice(place, 1);
  }

  private end(interpreter: Interpreter): void {
    this.leave(interpreter);
    interpreter.close();
  }

  private giveUp(one: Waiting): void {
    const place = this.waiting.indexOf(one);
    if (place === -1) return;
    this.waiting.splice(place, 1);
    this.coming = Math.max(this.opening, Math.min(this.coming, this.waiting.length));
    one.reject(stoppedError());
  }

  /** Starts what is waited for and not on its way. */
  private startMissing(): void {
    while (this.coming < this.waiting.length) this.start();
  }

  private start(): void {
    this.coming += 1;
    this.openNext();
  }

  private openNext(): void {
    const { era } = this;
    while (this.opening < Math.min(this.coming, mostOpening)) {
      this.opening += 1;
      const hear: OnBoot = (fraction, words) => {
        if (era === this.era) for (const { onBoot } of this.waiting) onBoot(fraction, words);
      };
      this.open(hear).then(
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
