/** Lets callers wait until it is opened, once and for good, or for as long as each is willing to. */
export class Latch {
  #isOpen = false;
  readonly #waiting = new Set<() => void>();

  open(): void {
    this.#isOpen = true;
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }

  /** Resolves when the latch is open, at the latest after `patienceMs`. */
  async wait(patienceMs: number): Promise<void> {
    if (this.#isOpen) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.#waiting.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
