import type { WatchedRun } from '../../../core/python/pythonSchedules';
import type { RunResult, StepIndex, ThreadIndex } from '../../../core/schedule/types';
import type { Millis } from '../../../core/base/time';

/** Makes the run with one more step of a thread. Rejects if it cannot be made, or is aborted. */
export type AskNext = (thread: ThreadIndex, signal: AbortSignal) => Promise<WatchedRun>;

/** An answer that takes longer is not worth being foreseen, unless the reader waits for it; nor are the next. */
const mostPatienceMs: Millis = 3000;

/**
 * Makes the runs that the reader may ask for next, while the reader asks for nothing: a press is then answered at once. One at a time, so that what the reader
 * does ask for waits for one of them at most.
 */
export class Foresight {
  readonly #idleMs: Millis;
  #run: RunResult | null = null;
  #at: StepIndex = 0;
  #answers = new Map<ThreadIndex, Promise<WatchedRun>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being asked, and whether the reader waits for it. */
  #asked: { readonly answer: Promise<WatchedRun>; readonly controller: AbortController; awaited: boolean } | null =
    null;
  /** Counts the looks: an earlier one asks no more. */
  #looks = 0;
  #off = false;

  /** @param idleMs How long nothing must have been done before it begins. */
  constructor(idleMs: Millis) {
    this.#idleMs = idleMs;
  }

  /** The reader stands here: looks ahead by these threads, in this order, in a moment. */
  look(run: RunResult, at: StepIndex, threads: readonly ThreadIndex[], ask: AskNext): void {
    this.rest();
    if (this.#off) return;
    if (run !== this.#run || at !== this.#at) this.#answers = new Map();
    this.#run = run;
    this.#at = at;
    const own = this.#looks;
    this.#timer = setTimeout(() => void this.#foresee(threads, ask, own), this.#idleMs);
  }

  /** The answer for a thread where the reader stands, if it has been asked for. What else was to be asked is not. */
  answer(run: RunResult, at: StepIndex, thread: ThreadIndex): Promise<WatchedRun> | undefined {
    this.rest();
    const answer = run === this.#run && at === this.#at ? this.#answers.get(thread) : undefined;
    if (this.#asked !== null && answer === this.#asked.answer) this.#asked.awaited = true;
    return answer;
  }

  /** Asks nothing more for now; what is under way may come to its end. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#looks += 1;
  }

  /** Forgets all answers, and the program. */
  forget(): void {
    this.rest();
    this.#asked?.controller.abort();
    this.#off = false;
    this.#run = null;
    this.#answers = new Map();
  }

  async #foresee(threads: readonly ThreadIndex[], ask: AskNext, own: number): Promise<void> {
    const answers = this.#answers;
    for (const thread of threads) {
      if (this.#looks !== own) return;
      if (answers.has(thread)) continue;
      const controller = new AbortController();
      const answer = ask(thread, controller.signal);
      const asked = { answer, controller, awaited: false };
      this.#asked = asked;
      answers.set(thread, answer);
      const patience = setTimeout(() => {
        this.#off = true;
        if (!asked.awaited) controller.abort();
      }, mostPatienceMs);
      try {
        await answer;
      } catch {
        // If the step is wanted, it is asked for again, and then fails where the reader sees it.
        answers.delete(thread);
        return;
      } finally {
        clearTimeout(patience);
        if (this.#asked === asked) this.#asked = null;
      }
    }
  }
}
