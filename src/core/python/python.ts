import type { EpochMs, Millis, WorkerMs } from '../base/time';
import type { LaneId, TraceEvent } from '../trace/trace';
import type { ProcessNews, ProcessStart } from './pythonProcesses';
import type { PythonAnswer, PythonFetched, PythonRequest } from './pythonNetwork';

/** A program to run. It is compiled under `fileName`, which its tracebacks show. */
export interface PythonOrder {
  readonly source: string;
  readonly fileName: string;
  /** How long a thread may hold the GIL while another wants it; the program may change it. */
  readonly switchIntervalMs: Millis;
  /** How late this site's pages answer in the place of those that the lessons name; a second unless said. */
  readonly pageLatencyMs?: Millis;
}

/** How a program ended. `line` is the program's own, from 1; `words` says who waits for whom. */
export type PythonOutcome = { readonly elapsedMs: Millis } & (
  | { readonly status: 'finished'; readonly exitCode: number }
  | { readonly status: 'failed'; readonly reason: string; readonly traceback: string; readonly line: number | null }
  | { readonly status: 'stopped' }
  | { readonly status: 'deadlock'; readonly words: string }
);

/** The outcome as the worker tells it: when not reusable, something of the program is left and the interpreter must go. */
export type PythonReport = PythonOutcome & { readonly reusable: boolean };

/** Text that a program wrote, in the order of writing. */
export interface PythonOutput {
  readonly stream: 'stdout' | 'stderr';
  /** The thread that wrote it. */
  readonly lane: LaneId;
  readonly text: string;
}

/** What a browser lets Python do. */
export interface PythonAbilities {
  readonly version: string;
  /** Without it (no JSPI) programs run, and `Thread.start()` raises RuntimeError. */
  readonly threads: boolean;
  /** How threads are made to take turns: by a signal, by watching every jump (about 3.5 times slower), or not at all. */
  readonly preemption: 'signal' | 'monitoring' | 'none';
}

/** Said while schedules are tried: the interpreter is no use to another program, since its memory has grown too large to be put back, or a program called C by itself. */
export interface SpentNews {
  readonly kind: 'spent';
}

/** What the worker tells meanwhile. Times are on the worker's own clock. */
export type PythonNews =
  /** The program has begun: the time of its first event. */
  | { readonly kind: 'began'; readonly at: WorkerMs }
  | { readonly kind: 'events'; readonly events: readonly TraceEvent<WorkerMs>[] }
  /** `turn` is its number among all that the processes of the run have written, from 0; null where they share no memory, or are none. */
  | { readonly kind: 'output'; readonly pieces: readonly PythonOutput[]; readonly turn: number | null }
  | { readonly kind: 'question'; readonly thread: number; readonly lane: LaneId }
  /** That thread does not wait for an answer any more: an exception has ended its `input()`. */
  | { readonly kind: 'withdrawn'; readonly thread: number }
  /** With a mailbox the worker stands still until the answer is in it; otherwise the answer comes by `arrive`. */
  | {
      readonly kind: 'fetch';
      readonly id: number;
      readonly request: PythonRequest;
      readonly mailbox: Int32Array | null;
    }
  /** There is room for the answer that a mailbox announced. */
  | { readonly kind: 'room'; readonly id: number; readonly room: Uint8Array }
  /** Nobody waits for that answer any more. */
  | { readonly kind: 'abandon'; readonly id: number }
  | ProcessNews;

/** A file of Python's as the build left it beside the site, in `pythonFolder`. */
export interface PythonFile {
  /** Holds a part of its hash, so that a name always means the same bytes. */
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
}

/** All that Python needs: Pyodide's two scripts, its WebAssembly and its own packages, the standard library, and the kernel. */
export type PythonFileList = Readonly<
  Record<'loader' | 'glue' | 'module' | 'library' | 'bridge' | 'kernel', PythonFile>
>;

/** Where they are, from the site's root, and the name of the cache that keeps them for use without a network. */
export const pythonFolder = 'pyodide/';
export const pythonCache = 'timeslice-python';

/** The scripts of Pyodide that a worker imports: their addresses. */
export interface PythonScripts {
  readonly loader: string;
  readonly glue: string;
}

/** What Python needs to start. All of it was fetched by the page, once for all interpreters. */
export interface PythonBoot {
  /** A `WebAssembly.Module`, compiled; core knows no such type. */
  readonly module: object;
  /** ZIP files: the standard library, Pyodide's own packages, the kernel. */
  readonly library: Uint8Array<ArrayBuffer>;
  readonly bridge: Uint8Array<ArrayBuffer>;
  readonly kernel: Uint8Array<ArrayBuffer>;
  /** What a start before this one gave to start from; null where there is none yet. */
  readonly snapshot: Uint8Array | null;
  /** Python to be run once Python has started: what it leaves there, every program finds. None on the site; checks put their own in place by it. */
  readonly prelude: string;
  /** A shared `WebAssembly.Memory` that begins with the cells (see `cellsIn`); null without shared memory. */
  readonly memory: object | null;
}

/** A worker with one Python interpreter. One run at a time. */
export interface PythonDoor {
  /** Imports the scripts, while the rest may still be on its way. Comes before `boot`. */
  prepare(scripts: PythonScripts): Promise<void>;
  /** Gives what it can do, and a snapshot from which others start sooner, unless it was given one. */
  boot(
    boot: PythonBoot,
  ): Promise<{ readonly abilities: PythonAbilities; readonly snapshot: Uint8Array<ArrayBuffer> | null }>;
  /** Runs a program; with `process`, as a process that the program has started. */
  run(order: PythonOrder, process?: ProcessStart): Promise<PythonReport>;
  /** Answers an `input()`; null ends the input. */
  answer(thread: number, line: string | null): void;
  /** Brings the answer to a request, by the number that its news had. */
  arrive(id: number, answer: PythonAnswer): void;
  /** Answers a `memoryCall`. */
  reply(thread: number, answer: unknown): void;
  /** Tells a process that it was rung, where the page keeps the memory. */
  ring(): void;
  /** Sends a signal to the program that runs. One that was put `inCells` is taken from there, unless the program has done so by then. */
  signal(number: number, inCells: boolean): void;
  /** Ends the run soon, if the program lets it: heard only while no thread computes. The signal in the cells is heard at once. */
  interrupt(): void;
}

/** Where a run hands what it produces. */
export interface PythonSinks {
  events(events: readonly TraceEvent<EpochMs>[]): void;
  output(pieces: readonly PythonOutput[]): void;
  /** Resolves with the reader's line, without its end, or null for the end of the input. When `withdrawn` resolves, nobody wants the answer any more. */
  ask(lane: LaneId, withdrawn?: Promise<void>): Promise<string | null>;
  /**
   * Asks the reader whether the program may read from another site, `https://example.org`, or also send to it; once a run for each.
   * Without this it may not. When `withdrawn` resolves, nobody wants the answer any more.
   */
  mayFetch?(origin: string, sends: boolean, withdrawn?: Promise<void>): Promise<boolean>;
  /** A request was answered, and by whom: what this site answers in another's place is never passed off as that. See `fetchedWords`. */
  answered?(fetched: PythonFetched): void;
  /** The program begins now; before that the interpreter was made ready. */
  begin?(at: EpochMs): void;
}

/**
 * The memory that Python, its ticker and the page share: a signal's number for Python, how often the ticker rings, and whether the run
 * under way is to stop. Python notices a signal late now and then, when another run is under way: that one is not stopped.
 */
export const pythonCells = { signal: 0, tickMicros: 1, stopping: 2 } as const;

/** Signal numbers for Python: two that programs do not use, SIGINT and SIGKILL. As in src/python/threads/signals.py. */
export const pythonSignals = { tick: 63, stop: 62, interrupt: 2, kill: 9 } as const;

/** `tickMicros` when the ticker is to end. */
export const tickerEnds = -1;

/** How often to look whether a switch is due: four times in an interval, and every half to twenty milliseconds. */
export function tickMicrosFor(switchIntervalMs: Millis): number {
  return Math.min(20_000, Math.max(500, Math.round((switchIntervalMs * 1000) / 4)));
}

/** Stops the run under way, as soon as Python looks for signals. */
export function signalStop(cells: Int32Array): void {
  Atomics.store(cells, pythonCells.stopping, 1);
  Atomics.store(cells, pythonCells.signal, pythonSignals.stop);
}

/**
 * Sends a signal to the program of the run under way, as soon as Python looks for signals. Gives false where another signal waits there to be seen, so that this
 * one has to reach it another way; the same one waits for both, and a run that is to stop needs none.
 */
export function signalProgram(cells: Int32Array, number: number): boolean {
  for (;;) {
    const seen = Atomics.load(cells, pythonCells.signal);
    if (seen !== 0 && seen !== pythonSignals.tick) return seen === number || seen === pythonSignals.stop;
    // The ticker rings and Python takes at any moment, so what was seen may be there no more.
    if (Atomics.compareExchange(cells, pythonCells.signal, seen, number) === seen) return true;
  }
}

/** The cells at the beginning of memory that is shared. */
export function cellsIn(memory: ArrayBufferLike): Int32Array {
  return new Int32Array(memory, 0, Object.keys(pythonCells).length);
}
