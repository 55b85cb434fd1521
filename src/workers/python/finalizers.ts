/**
 * Pyodide lets go of a Python object when JavaScript's garbage collector has found its proxy unused, which may be long after the run that made the proxy. By then
 * memory is what it was before that run, and something else lies there. So what was registered before memory was put back is forgotten, and not let go of.
 */
let run = 0;

class FinalizersOfRun<T> {
  readonly #inner: FinalizationRegistry<{ readonly held: T; readonly run: number }>;

  constructor(finalize: (held: T) => void) {
    this.#inner = new Real(({ held, run: mine }) => {
      if (mine === run) finalize(held);
    });
  }

  register(target: WeakKey, held: T, token?: WeakKey): void {
    this.#inner.register(target, { held, run }, token);
  }

  unregister(token: WeakKey): boolean {
    return this.#inner.unregister(token);
  }
}

const Real = globalThis.FinalizationRegistry;

/** Has everything that Pyodide registers from now on forgotten by `forgetFinalizers`. Returns what puts the browser's own registry back. */
export function watchFinalizers(): () => void {
  const put = (value: unknown): void => {
    Object.defineProperty(globalThis, 'FinalizationRegistry', {
      value,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  };
  put(FinalizersOfRun);
  return () => put(Real);
}

/** Memory is about to be put back. */
export function forgetFinalizers(): void {
  run += 1;
}
