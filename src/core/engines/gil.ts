/** Threads are numbered from 0. */
export type ThreadNumber = number;

/** A thread sleeps until the cell no longer holds `value`, or it is woken. */
export interface Sleep {
  readonly cell: number;
  readonly value: number;
}

// Cells of the shared memory. A thread is written as its number plus one, and 0 is nobody.
const holder = 0;
const wanted = 1;
/** The thread that gave the lock up for others, until one of them has taken it. */
const yielded = 2;
const switches = 3;
const stopped = 4;
const cellCount = 5;
const nobody = 0;

/** Memory for one `SharedGil`. Zeroes: free, and wanted by nobody. */
export function gilMemory(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(cellCount * Int32Array.BYTES_PER_ELEMENT));
}

/**
 * The GIL in shared memory, by the rules of CPython (`Python/ceval_gil.c`): one holder; a holder that gives it up because
 * others want it does not get it back before one of them has had it.
 *
 * The protocol is a generator, so that tests can let threads take turns at every step: it yields nothing where another
 * thread may get in between, and a `Sleep` where it has to wait. `acquire` and `release` run it for real.
 */
export class SharedGil {
  readonly #cells: Int32Array;
  readonly #wake: (cell: number, count: number) => void;

  /** `wake` lets a test see who is woken. */
  constructor(
    cells: Int32Array,
    wake: (cell: number, count: number) => void = (cell, count) => Atomics.notify(cells, cell, count),
  ) {
    this.#cells = cells;
    this.#wake = wake;
  }

  /** Ends with true when `thread` holds the lock, with false when the run was stopped. */
  *acquiring(thread: ThreadNumber): Generator<Sleep | undefined, boolean, void> {
    const cells = this.#cells;
    const me = thread + 1;
    Atomics.add(cells, wanted, 1);
    for (;;) {
      const switchesSeen = Atomics.load(cells, switches);
      yield;
      if (Atomics.load(cells, stopped) !== 0) return false;
      const mustLetPass = Atomics.load(cells, yielded) === me && Atomics.load(cells, wanted) > 1;
      yield;
      if (!mustLetPass && Atomics.compareExchange(cells, holder, nobody, me) === nobody) break;
      yield;
      const heldBy = Atomics.load(cells, holder);
      if (heldBy !== nobody) yield { cell: holder, value: heldBy };
      else if (mustLetPass) yield { cell: switches, value: switchesSeen };
    }
    yield;
    Atomics.sub(cells, wanted, 1);
    yield;
    Atomics.store(cells, yielded, nobody);
    yield;
    Atomics.add(cells, switches, 1);
    yield;
    this.#wake(switches, Infinity);
    return true;
  }

  /** Gives the lock up and wakes one thread. `toOthers`: the caller wants it back, but only after another had it. */
  *releasing(thread: ThreadNumber, toOthers: boolean): Generator<undefined, void, void> {
    if (toOthers) Atomics.store(this.#cells, yielded, thread + 1);
    yield;
    Atomics.store(this.#cells, holder, nobody);
    yield;
    this.#wake(holder, 1);
  }

  /** True when a thread waits for the lock. */
  isWanted(): boolean {
    return Atomics.load(this.#cells, wanted) > 0;
  }

  isStopped(): boolean {
    return Atomics.load(this.#cells, stopped) !== 0;
  }

  /** Wakes everyone up and sends them home. */
  stop(): void {
    Atomics.store(this.#cells, stopped, 1);
    this.#wake(holder, Infinity);
    this.#wake(switches, Infinity);
  }
}

/** Takes the lock, blocking this thread meanwhile. False when the run was stopped. Not for the page's own thread. */
export function acquire(gil: SharedGil, cells: Int32Array, thread: ThreadNumber): boolean {
  const protocol = gil.acquiring(thread);
  for (;;) {
    const step = protocol.next();
    if (step.done === true) return step.value;
    if (step.value !== undefined) Atomics.wait(cells, step.value.cell, step.value.value);
  }
}

/** Gives the lock up at once. */
export function release(gil: SharedGil, thread: ThreadNumber, toOthers: boolean): void {
  const protocol = gil.releasing(thread, toOthers);
  while (protocol.next().done !== true);
}

/** The GIL where no memory can be shared: a message. Who has it may count, and it says who waits, first come first. */
export interface Baton {
  readonly waiting: readonly ThreadNumber[];
}

/** Who gets the baton next. A holder that wants it back queues up behind the others; null when nobody wants it. */
export function handOver(
  baton: Baton,
  from: ThreadNumber,
  wantsItBack: boolean,
): { readonly to: ThreadNumber | null; readonly baton: Baton } {
  const queue = wantsItBack ? [...baton.waiting, from] : baton.waiting;
  const [to = null, ...waiting] = queue;
  return { to, baton: { waiting } };
}
