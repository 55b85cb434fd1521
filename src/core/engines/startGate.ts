/** Lets threads start at the same moment: they arrive and wait, and go on together when the gate is opened. */
export class StartGate {
  #arrivedCount = 0;
  #opened = false;
  readonly #waiting: (() => void)[] = [];
  readonly #watching: { readonly count: number; readonly tell: () => void }[] = [];

  /** Resolves when the gate is open. */
  arrive(): Promise<void> {
    this.#arrivedCount += 1;
    for (const { count, tell } of this.#watching) if (this.#arrivedCount >= count) tell();
    return this.#opened ? Promise.resolve() : new Promise((go) => this.#waiting.push(go));
  }

  /** Resolves when `count` have arrived. */
  arrived(count: number): Promise<void> {
    return this.#arrivedCount >= count
      ? Promise.resolve()
      : new Promise((tell) => this.#watching.push({ count, tell }));
  }

  open(): void {
    this.#opened = true;
    for (const go of this.#waiting.splice(0)) go();
  }
}
