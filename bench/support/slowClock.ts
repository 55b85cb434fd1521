/**
 * Makes a look at the clock take `lookMs` longer, in this page and in every worker that it starts from now on, as on machines whose clock is
 * read by asking the hypervisor.
 */
export function slowDownClock(lookMs: number): void {
  slowDown(lookMs);
  const asModule = (source: string): string => URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const slowClock = asModule(`(${String(slowDown)})(${lookMs})`);
  const Bare = Worker;
  globalThis.Worker = class extends Bare {
    constructor(url: string | URL, options?: WorkerOptions) {
      const address = new URL(url, location.href).href;
      super(asModule(`import ${JSON.stringify(slowClock)}; import ${JSON.stringify(address)};`), {
        ...options,
        type: 'module',
      });
    }
  };
}

/** Stands for itself: its text is also run in the workers. */
function slowDown(lookMs: number): void {
  const look = performance.now.bind(performance);
  performance.now = () => {
    const until = look() + lookMs;
    let now = look();
    while (now < until) now = look();
    return now;
  };
}
