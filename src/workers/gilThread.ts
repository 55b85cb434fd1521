import { countUntil, newCounter, type Counter } from '../core/engines/countingKernel';
import type { CountingResult, ThreadOrder } from '../core/engines/counting';
import { acquire, handOver, release, SharedGil, type Baton, type ThreadNumber } from '../core/engines/gil';
import type { WorkerMs } from '../core/base/time';
import { tellPage } from './door';
import { workerNow } from '../core/base/clock';
import { Recorder } from './recorder';

/** The lock of a thread: how it gets it, and what it does when it gives it up. */
export interface GilDoor {
  /** False when the run was stopped. A plain boolean where waiting blocks the thread, as it does in CPython. */
  acquire(): boolean | Promise<boolean>;
  isWanted(): boolean;
  release(wantsItBack: boolean): void;
}

/** The GIL as a lock in shared memory. */
export function sharedGil(cells: Int32Array, thread: ThreadNumber): GilDoor {
  const gil = new SharedGil(cells);
  return {
    acquire: () => acquire(gil, cells, thread),
    isWanted: () => gil.isWanted() || gil.isStopped(),
    release: (wantsItBack) => release(gil, thread, wantsItBack),
  };
}

/** Where the baton arrives, and the ways to hand it on. */
export class BatonPorts {
  #baton: Baton | null = null;
  #onBaton: (() => void) | null = null;
  readonly #ports: readonly (MessagePort | null)[];

  constructor(ports: readonly (MessagePort | null)[]) {
    this.#ports = ports;
    for (const port of ports) {
      port?.addEventListener('message', (event: MessageEvent<Baton>) => this.take(event.data));
      port?.start();
    }
  }

  take(baton: Baton): void {
    this.#baton = baton;
    this.#onBaton?.();
  }

  /** The GIL as a baton that the threads hand to each other, past the page. */
  gil(thread: ThreadNumber): GilDoor {
    return {
      acquire: async () => {
        if (this.#baton === null) await new Promise<void>((resolve) => (this.#onBaton = resolve));
        return true;
      },
      isWanted: () => (this.#baton?.waiting.length ?? 0) > 0,
      release: (wantsItBack) => {
        if (this.#baton === null) throw new Error(`Thread ${thread} gave up a GIL that it did not hold.`);
        const { to, baton } = handOver(this.#baton, thread, wantsItBack);
        this.#baton = null;
        if (to !== null) this.#ports[to]?.postMessage(baton);
      },
    };
  }
}

/**
 * Does one task as a thread of CPython does: it counts only while it holds the GIL, and gives it up when it has had it for
 * the switch interval and another thread wants it.
 */
export async function runThread(order: ThreadOrder, gil: GilDoor): Promise<CountingResult> {
  const counter = newCounter(order.seed);
  const recorder = new Recorder(order.lane, tellPage);
  recorder.add(workerNow(), { kind: 'start', laneKind: 'thread', name: `Thread-${order.thread + 1}` });
  let now = workerNow();
  while (counter.counted < order.steps) {
    recorder.add(now, { kind: 'ready', on: 'GIL' });
    // With the lock free already, the page hears of this in the lock's own time; with others before us, in theirs.
    recorder.tellSometimes(now, counter.counted);
    const acquired = gil.acquire();
    if (!(typeof acquired === 'boolean' ? acquired : await acquired)) break;
    now = hold(order, gil, counter, recorder);
  }
  recorder.add(now, { kind: 'end', end: { status: counter.counted < order.steps ? 'stopped' : 'finished' } });
  recorder.tellNow(workerNow(), counter.counted);
  return { counted: counter.counted, checksum: counter.checksum };
}

/** Counts from getting the GIL to giving it up. Returns when that was. */
function hold(order: ThreadOrder, gil: GilDoor, counter: Counter, recorder: Recorder): WorkerMs {
  let now = workerNow();
  recorder.add(now, { kind: 'acquire', lock: 'GIL' });
  recorder.add(now, { kind: 'run', label: order.label });
  do now = countUntil(counter, order.steps, order.pace, now, now + order.switchIntervalMs, workerNow);
  while (counter.counted < order.steps && !gil.isWanted());
  gil.release(counter.counted < order.steps);
  recorder.add(now, { kind: 'release', lock: 'GIL' });
  return now;
}
