import type { Priorities, StepIndex, ThreadIndex } from './types';

/** Makes the choices of one run by priorities, from step to step. src/python/scheduled/priorities.py does the same in Python. */
export class ByPriority {
  readonly #ranks: number[];
  readonly #changes: readonly StepIndex[];

  constructor({ ranks, changes }: Priorities) {
    this.#ranks = [...ranks];
    this.#changes = changes;
  }

  /** Who takes step `at`, of those that can; undefined if nobody can. To be asked once for each step, in order. */
  choose(at: StepIndex, enabled: readonly ThreadIndex[]): ThreadIndex | undefined {
    this.#changes.forEach((change, index) => {
      const falls = change === at ? this.#highest(enabled) : undefined;
      if (falls !== undefined) this.#ranks[falls] = index - this.#changes.length;
    });
    return this.#highest(enabled);
  }

  #highest(enabled: readonly ThreadIndex[]): ThreadIndex | undefined {
    let highest: ThreadIndex | undefined;
    for (const thread of enabled)
      if (highest === undefined || (this.#ranks[thread] ?? 0) > (this.#ranks[highest] ?? 0)) highest = thread;
    return highest;
  }
}
