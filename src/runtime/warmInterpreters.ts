import type { Interpreter } from './interpreter';
import { stoppedError } from './stopping';

/** Someone who waits for an interpreter. */
interface Waiting {
  resolve(interpreter: Interpreter): void;
  reject(reason: unknown): void;
}

/** Interpreters for processes, started in turn and kept for the next that needs one. */
export class WarmInterpreters {
  private readonly idle: Interpreter[] = [];
  private readonly waiting: Waiting[] = [];
  private coming = 0;

  /** `keep` is how many may stay when nobody uses them: each has its own 52 MB. */
  constructor(
    private readonly open: () => Promise<Interpreter>,
    readonly keep: number,
  ) {}

  /** Sees that so many are there or on their way, as far as they may be kept. */
  warm(count: number): void {
    while (this.idle.length + this.coming < Math.min(count, this.keep)) this.start();
  }

  /** One that nobody uses, at once if there is one. Rejects with a `StrategyFailure` when Python cannot be started. */
  take(): Promise<Interpreter> {
    const ready = this.idle.pop();
    if (ready !== undefined) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
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
    for (const interpreter of this.idle.splice(0)) interpreter.close();
    for (const { reject } of this.waiting.splice(0)) reject(stoppedError());
  }

  private start(): void {
    this.coming += 1;
    this.open().then(
      (interpreter) => {
        this.coming -= 1;
        this.giveBack(interpreter);
      },
      (error: unknown) => {
        this.coming -= 1;
        this.waiting.shift()?.reject(error);
      },
    );
  }
}
