/** A lock that is handed on in the order in which it was asked for. `H` names a holder. */
export class FifoLock<H> {
  #held: { readonly by: H } | null = null;
  readonly #waiting: { readonly by: H; readonly grant: () => void }[] = [];

  /** Who holds it now, or null. */
  get holder(): H | null {
    return this.#held === null ? null : this.#held.by;
  }

  /** Takes the lock when it is free, and says whether it did. Never overtakes one who waits. */
  tryAcquire(by: H): boolean {
    if (this.#held !== null) return false;
    this.#held = { by };
    return true;
  }

  /** Resolves when `by` holds the lock. */
  acquire(by: H): Promise<void> {
    if (this.tryAcquire(by)) return Promise.resolve();
    return new Promise((grant) => this.#waiting.push({ by, grant }));
  }

  /**
   * Hands the lock to the one who has waited longest, or leaves it free.
   * @throws when `by` does not hold it.
   */
  release(by: H): void {
    if (this.#held?.by !== by) throw new Error(`A lock was released by ${String(by)}, who does not hold it.`);
    const next = this.#waiting.shift();
    // Never free in between: one who asks now would overtake.
    this.#held = next === undefined ? null : { by: next.by };
    next?.grant();
  }
}
