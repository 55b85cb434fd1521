import { pythonCells, tickMicrosFor } from '../../core/python/python';
import type { Border } from './border';
import type { PyFunction } from './interpreter';
import type { PageNetwork } from './network';
import type { Stacks } from './stacks';

/** Threads below this wait for less than this many milliseconds without giving the event loop a turn, since timers are coarser. */
const preciseBelowMs = 3;
/** The longest time for a browser's timer, 25 days: with more it would ring at once. A thread that is woken early waits again. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * A hand-over of the scheduled mode, in as few crossings between Python and JavaScript as there can be: to look up a key here says from whom to whom, and to
 * wait for this object itself hands over. No promise has to be made known to Python, which takes longer than all the rest.
 */
export class Relay {
  /** The number that the threads in keys are counted from. */
  base = 0;
  /** Python takes what has these for a mapping. */
  readonly size = 0;
  #me = 0;
  #next = 0;
  readonly #leave: (thread: number) => void;
  readonly #handOver: (me: number, next: number, resolve: (chosen: boolean) => void) => void;

  constructor(
    leave: (thread: number) => void,
    handOver: (me: number, next: number, resolve: (chosen: boolean) => void) => void,
  ) {
    this.#leave = leave;
    this.#handOver = handOver;
  }

  /** The thread in the lower eight bits is about to wait, for the one in the bits above. */
  get(key: number): number {
    this.#me = this.base + (key & 255);
    this.#next = this.base + (key >> 8);
    this.#leave(this.#me);
    return 0;
  }

  has(): boolean {
    return true;
  }

  /** Called when the stack that waits is suspended. */
  // oxlint-disable-next-line unicorn/no-thenable -- it is made to be awaited
  then(resolve: (chosen: boolean) => void): void {
    this.#handOver(this.#me, this.#next, resolve);
  }
}

/** The methods of `Host` that Python calls. */
const forPython = [
  'switchTo',
  'guard',
  'start',
  'startNext',
  'wake',
  'idle',
  'idleWithout',
  'turn',
  'pause',
  'isInKernel',
  'showFrames',
  'hideFrames',
  'ask',
  'withdraw',
  'takeAnswer',
  'isStopping',
  'setInterval',
  'relayFrom',
  'halt',
  'takeOrder',
] as const;

/** The page's side of the kernel (src/python/kernel/): stacks, promises to park on, and timers. All ids are the kernel's. */
export class Host {
  /** Resolves what a thread is parked on: `true` when another thread chose it, `false` when it must look itself what is to be done. */
  readonly #parked = new Map<number, (chosen: boolean) => void>();
  readonly #answers = new Map<number, string>();
  /** Who is to be woken when something happens while nobody runs; null while somebody runs. */
  #idler: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #enter: PyFunction<[number], unknown> | null = null;
  #arrived: PyFunction<[number], unknown> | null = null;
  readonly #channel = new MessageChannel();
  readonly #turns: (() => void)[] = [];
  readonly #waitCell: Int32Array | null;
  readonly #onLost = new Set<(reason: unknown) => void>();
  /** The thread that waits for the page's next order, and who hears what came of the last one. */
  #halted: number | null = null;
  #onHalt: ((told: string) => void) | null = null;
  #order = '';
  readonly #stacks: Stacks;
  readonly #cells: Int32Array | null;
  readonly #onQuestion: (thread: number, lane: string) => void;
  readonly #onWithdrawn: (thread: number) => void;

  constructor(
    stacks: Stacks,
    cells: Int32Array | null,
    onQuestion: (thread: number, lane: string) => void,
    onWithdrawn: (thread: number) => void,
    /** For src/python/network/network.py. */
    readonly network: PageNetwork,
  ) {
    this.#stacks = stacks;
    this.#cells = cells;
    this.#onQuestion = onQuestion;
    this.#onWithdrawn = onWithdrawn;
    this.#waitCell = cells === null ? null : new Int32Array(new SharedArrayBuffer(4));
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- there is none here: see confine.ts
    this.#channel.port1.onmessage = () => this.#turns.shift()?.();
  }

  /** Gives the kernel's functions: `enter` runs a new thread, `arrived` notes that the page brought something for one. */
  connect(enter: PyFunction<[number], unknown>, arrived: PyFunction<[number], unknown>): void {
    this.#enter = enter;
    this.#arrived = arrived;
  }

  /** Resolves as this does. Rejects when a thread dies meanwhile of something that is no Python exception: then the interpreter is lost. */
  async unlessLost<R>(work: PromiseLike<R>): Promise<R> {
    let lose: (reason: unknown) => void = () => undefined;
    const lost = new Promise<never>((_, reject) => (lose = reject));
    this.#onLost.add(lose);
    try {
      return await Promise.race([work, lost]);
    } finally {
      this.#onLost.delete(lose);
    }
  }

  /** The object that Python gets: these methods, and nothing else. */
  face(border: Border): object {
    const [relay, network] = [border.indexed(this.relay), this.network.face(border)];
    return border.face(this, forPython, { parking: () => this.parking, relay: () => relay, network: () => network });
  }

  // What Python calls. What parks a thread leaves a promise in `parking`, which the thread takes from there at once: a promise that
  // a call returns would be wrapped for Pyodide's own event loop, which is slow, and would mistake the program's loop for its own.

  parking: Promise<boolean> = Promise.resolve(false);

  /** For src/python/scheduled/scheduler.py. */
  readonly relay = new Relay(
    (thread) => this.#stacks.leave(thread),
    (me, next, resolve) => {
      this.#parked.set(me, resolve);
      this.wake(next);
    },
  );

  /** The number that those of threads in the relay's keys count from. */
  relayFrom(base: number): void {
    this.relay.base = base;
  }

  /** Wakes `next` and parks `me`; by way of the event loop when it needs a turn. */
  switchTo(me: number, next: number, byLoop: boolean): void {
    this.#park(me);
    if (byLoop) this.#inTurn(() => this.wake(next));
    else this.wake(next);
  }

  /** Called by a thread that has just begun: see `Stacks`. */
  guard(thread: number): void {
    this.#stacks.guard(thread);
  }

  /** Whether the signal handler that runs has interrupted a function of the kernel's. */
  isInKernel(): boolean {
    return this.#stacks.isInKernel();
  }

  /** Makes CPython see the frames of suspended threads, until `hideFrames`. */
  showFrames(): void {
    this.#stacks.show();
  }

  hideFrames(): void {
    this.#stacks.hide();
  }

  /** Runs the new thread `next` and parks `me`. */
  start(me: number, next: number): void {
    this.#park(me);
    this.startNext(next);
  }

  /** Runs the new thread `next` as soon as the calling stack is left. */
  startNext(next: number): void {
    if (this.#enter === null) throw new Error('Python has not started.');
    // Runs when the calling stack is left, and before the new one is made.
    queueMicrotask(this.#stacks.fresh);
    this.#enter.callPromising(next).catch((error: unknown) => this.#lose(error));
  }

  /** Wakes a parked thread. It runs as soon as the calling stack is left. */
  wake(next: number): void {
    this.#resume(next, true);
  }

  /** Nobody runs: parks `me` and wakes `sleeper` after `ms` milliseconds (-1: never), or `sleeper` when something arrives. */
  idle(me: number, sleeper: number, ms: number): void {
    this.#park(me);
    this.idleWithout(sleeper, ms);
  }

  /** Waits as `idle` does, when the calling thread has ended. */
  idleWithout(sleeper: number, ms: number): void {
    this.#idler = sleeper;
    if (ms < 0) return;
    if (ms < preciseBelowMs && this.#waitCell !== null) {
      // The event loop has its turn first, then the rest of the time is waited for exactly.
      const until = performance.now() + ms;
      this.#inTurn(() => {
        if (this.#idler !== sleeper || this.#waitCell === null) return;
        const left = until - performance.now();
        if (left > 0) Atomics.wait(this.#waitCell, 0, 0, left);
        this.wakeIdler();
      });
      return;
    }
    this.#timer = setTimeout(() => this.wakeIdler(), Math.min(ms, longestTimerMs));
  }

  /** Parks `me` for one turn of the event loop. */
  turn(me: number): void {
    this.#park(me);
    this.#inTurn(() => this.#resume(me, true));
  }

  /** Waits on the spot, for where no thread can be suspended. */
  pause(ms: number): void {
    const until = performance.now() + ms;
    if (this.#waitCell !== null) Atomics.wait(this.#waitCell, 0, 0, ms);
    while (performance.now() < until);
  }

  /** Asks the reader for a line for this thread. */
  ask(thread: number, lane: string): void {
    this.#onQuestion(thread, lane);
  }

  /** This thread does not want the line any more. */
  withdraw(thread: number): void {
    this.#answers.delete(thread);
    this.#onWithdrawn(thread);
  }

  /** The line, with its end; empty at the end of the input. */
  takeAnswer(thread: number): string {
    const line = this.#answers.get(thread) ?? '';
    this.#answers.delete(thread);
    return line;
  }

  /** Whether a signal to stop is meant for this run. */
  isStopping(): boolean {
    return this.#cells === null || Atomics.load(this.#cells, pythonCells.stopping) !== 0;
  }

  /** Tells the ticker how often to ring. */
  setInterval(ms: number): void {
    if (this.#cells === null) return;
    Atomics.store(this.#cells, pythonCells.tickMicros, tickMicrosFor(ms));
    Atomics.notify(this.#cells, pythonCells.tickMicros);
  }

  /** A run that the reader steps through has come as far as was ordered: parks `me` until the next order, and tells what was seen. */
  halt(me: number, told: string): void {
    this.#park(me);
    this.#halted = me;
    this.#onHalt?.(told);
    this.#onHalt = null;
  }

  /** The order for which it waited. */
  takeOrder(): string {
    return this.#order;
  }

  // What the page calls.

  /** Resolves with what is told when a run that is stepped through halts next. */
  halted(): Promise<string> {
    return new Promise((resolve) => (this.#onHalt = resolve));
  }

  /** Lets what has halted go on, with this order. */
  goOn(order: string): void {
    const halted = this.#halted;
    if (halted === null) throw new Error('No run has halted.');
    this.#halted = null;
    this.#order = order;
    this.#resume(halted, true);
  }

  /** Whether a signal that the page put into the cells is still to be delivered, which the caller then does. Python takes it by itself from there while it computes. */
  takeSignal(number: number): boolean {
    return this.#cells === null || Atomics.compareExchange(this.#cells, pythonCells.signal, number, 0) === number;
  }

  /** Brings a thread the line it asked for. */
  answer(thread: number, line: string | null): void {
    this.#answers.set(thread, line === null ? '' : `${line}\n`);
    this.bring(thread);
  }

  /** Something that thread waits for is there. */
  bring(thread: number): void {
    this.#arrived?.(thread);
    this.wakeIdler();
  }

  /** If nobody runs, lets one look what happened. */
  wakeIdler(): void {
    const idler = this.#idler;
    if (idler === null) return;
    this.#idler = null;
    clearTimeout(this.#timer);
    this.#resume(idler, false);
  }

  /** Ends the ticking, and forgets all that is parked: none of it is resumed. */
  rest(): void {
    this.#idler = null;
    clearTimeout(this.#timer);
    this.#answers.clear();
    this.#parked.clear();
    this.#halted = null;
    this.#onHalt = null;
    this.#turns.length = 0;
    this.#stacks.rest();
    this.#onLost.clear();
    this.network.rest();
    if (this.#cells !== null) {
      Atomics.store(this.#cells, pythonCells.tickMicros, 0);
      Atomics.store(this.#cells, pythonCells.signal, 0);
      Atomics.store(this.#cells, pythonCells.stopping, 0);
    }
  }

  #lose(reason: unknown): void {
    for (const reject of this.#onLost) reject(reason);
  }

  #park(me: number): void {
    this.#stacks.leave(me);
    this.parking = new Promise((resolve) => this.#parked.set(me, resolve));
  }

  #resume(thread: number, chosen: boolean): void {
    const resolve = this.#parked.get(thread);
    if (resolve === undefined) {
      this.#lose(new Error(`Thread ${thread} was to run, but is not parked.`));
      return;
    }
    this.#parked.delete(thread);
    this.#stacks.comeBack(thread);
    resolve(chosen);
  }

  #inTurn(then: () => void): void {
    this.#turns.push(then);
    this.#channel.port2.postMessage(null);
  }
}
