import type { Millis } from '../../core/base/time';
import { stoppedError } from '../stopping';
import { openInterpreter, type Interpreter } from './interpreter';
import type { OnBoot } from './pythonFiles';

/** The right to use one interpreter. Its holder gives it back or ends it, once: after that both do nothing. */
export interface Lease {
  readonly interpreter: Interpreter;
  /** The interpreter is free for another program. The pool ends it instead where it is closed or spent. */
  giveBack(): void;
  /** Ends the interpreter, which is not fit for another program. */
  end(): void;
}

/** A caller that waits for an interpreter. */
interface Waiting {
  readonly onBoot: OnBoot;
  resolve(lease: Lease): void;
  reject(reason: unknown): void;
}

/** The most interpreters that are being opened at once. They start in turn, and a long line of them would keep the next program waiting for its own. */
const mostOpening = 2;

/** How long a caller waits for an interpreter in use to come back before another is started, which costs far more than that. */
const graceMs: Millis = 80;

/** How many idle interpreters are kept. Each takes some 75 MB, and another starts in a fraction of a second. */
export const mostIdle = 1;

/** Opens an interpreter; `onBoot` hears how its start goes. */
type Open = (onBoot: OnBoot) => Promise<Interpreter>;

/** Owns every interpreter that is idle or being started, and lends them to programs, to their processes, and to schedules. */
export class InterpreterPool {
  readonly #open: Open;
  readonly #keep: number;
  readonly #idle: Interpreter[] = [];
  readonly #waiting: Waiting[] = [];
  /** How many are lent that may come back to a caller that waits. */
  #lent = 0;
  /** How many are still to come, and how many of these are being opened. */
  #coming = 0;
  #opening = 0;
  /** Changes when the pool is closed: what was being opened then is not wanted any more. */
  #era = 0;

  /** @param keep How many idle interpreters may stay. */
  constructor(open: Open = (onProgress) => openInterpreter({ onProgress }), keep = mostIdle) {
    this.#open = open;
    this.#keep = keep;
  }

  /** Starts interpreters until `count` are idle or on their way, or as many as may be kept. */
  prepare(count: number): void {
    while (this.#idle.length + this.#coming < Math.min(count, this.#keep)) this.#start();
  }

  /** Lends an idle interpreter, if there is one. */
  lendIdle(): Lease | null {
    const ready = this.#takeIdle();
    return ready === null ? null : this.#lend(ready);
  }

  /**
   * Lends an idle interpreter, or the next that is started or given back. `onBoot` hears how the start goes where one is awaited.
   * Rejects with a `StrategyFailure` when Python cannot be started, with an `AbortError` when `signal` is aborted.
   */
  lend(signal?: AbortSignal, onBoot: OnBoot = () => undefined): Promise<Lease> {
    if (signal?.aborted === true) return Promise.reject(stoppedError());
    const ready = this.lendIdle();
    if (ready !== null) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const mine = { onBoot, resolve, reject };
      this.#waiting.push(mine);
      signal?.addEventListener('abort', () => this.#giveUp(mine), { once: true });
      if (this.#lent === 0) this.#startMissing();
      else setTimeout(() => this.#startMissing(), graceMs);
    });
  }

  /**
   * Lends one for good: an idle interpreter, or one that starts at once and not in the pool's line. Nobody waits for it to come back, and its holder
   * asks for the next itself. Rejects with a `StrategyFailure` when Python cannot be started.
   */
  async lendForGood(onBoot: OnBoot): Promise<Lease> {
    const interpreter = this.#takeIdle() ?? (await this.#open(onBoot));
    return leaseOf(interpreter, { giveBack: () => this.#settle(interpreter), end: () => interpreter.close() });
  }

  /** Ends the idle interpreters and those that are being opened. Callers that wait reject with an `AbortError`. */
  close(): void {
    this.#era += 1;
    this.#coming = this.#opening = 0;
    for (let idle = this.#takeIdle(); idle !== null; idle = this.#takeIdle()) idle.close();
    for (const { reject } of this.#waiting.splice(0)) reject(stoppedError());
  }

  #lend(interpreter: Interpreter): Lease {
    this.#lent += 1;
    const returned = (settle: () => void) => () => {
      this.#lent -= 1;
      settle();
    };
    return leaseOf(interpreter, {
      giveBack: returned(() => this.#settle(interpreter)),
      end: returned(() => this.#replace(interpreter)),
    });
  }

  /** Finds the next use for an interpreter that nobody holds. */
  #settle(interpreter: Interpreter): void {
    if (interpreter.closed || interpreter.spent) {
      this.#replace(interpreter);
      return;
    }
    const next = this.#waiting.shift();
    if (next !== undefined) next.resolve(this.#lend(interpreter));
    else if (this.#idle.length < this.#keep) this.#rest(interpreter);
    else interpreter.close();
  }

  /** Ends an interpreter, and starts one in its place. */
  #replace(interpreter: Interpreter): void {
    interpreter.close();
    this.prepare(1);
    this.#startMissing();
  }

  #rest(interpreter: Interpreter): void {
    this.#idle.push(interpreter);
    // One that dies meanwhile is not lent.
    interpreter.onLost(() => this.#leave(interpreter));
  }

  #takeIdle(): Interpreter | null {
    const ready = this.#idle.at(-1);
    if (ready === undefined) return null;
    this.#leave(ready);
    return ready;
  }

  /** The interpreter is idle no more. */
  #leave(interpreter: Interpreter): void {
    interpreter.onLost(null);
    const place = this.#idle.indexOf(interpreter);
    if (place !== -1) this.#idle.splice(place, 1);
  }

  #giveUp(one: Waiting): void {
    const place = this.#waiting.indexOf(one);
    if (place === -1) return;
    this.#waiting.splice(place, 1);
    this.#coming = Math.max(this.#opening, Math.min(this.#coming, this.#waiting.length));
    one.reject(stoppedError());
  }

  /** Starts an interpreter for each caller that waits for one that is not on its way. */
  #startMissing(): void {
    while (this.#coming < this.#waiting.length) this.#start();
  }

  #start(): void {
    this.#coming += 1;
    this.#openNext();
  }

  #openNext(): void {
    const era = this.#era;
    while (this.#opening < Math.min(this.#coming, mostOpening)) {
      this.#opening += 1;
      const hear: OnBoot = (fraction, words) => {
        if (era === this.#era) for (const { onBoot } of this.#waiting) onBoot(fraction, words);
      };
      this.#open(hear).then(
        (interpreter) => {
          if (era !== this.#era) interpreter.close();
          else this.#opened(() => this.#settle(interpreter));
        },
        (error: unknown) => {
          if (era === this.#era) this.#opened(() => this.#waiting.shift()?.reject(error));
        },
      );
    }
  }

  #opened(hand: () => void): void {
    this.#coming -= 1;
    this.#opening -= 1;
    hand();
    this.#openNext();
  }
}

/** A lease that ends once, whichever way is taken first; nothing that the interpreter says is heard after that. */
export function leaseOf(interpreter: Interpreter, ways: Pick<Lease, 'giveBack' | 'end'>): Lease {
  let over = false;
  const once = (way: () => void) => () => {
    if (over) return;
    over = true;
    interpreter.listen(null);
    way();
  };
  return { interpreter, giveBack: once(ways.giveBack), end: once(ways.end) };
}
