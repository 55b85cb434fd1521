import type { EpochMs, Millis } from '../time';
import type { LaneId, TraceEvent } from '../trace';

/** A program to run. It is compiled under `fileName`, which its tracebacks show. */
export interface PythonOrder {
  readonly source: string;
  readonly fileName: string;
  /** How long a thread may hold the GIL while another wants it; the program may change it. */
  readonly switchIntervalMs: Millis;
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

/** What the worker tells meanwhile. Events have their time in `EpochMs` on the worker's own clock. */
export type PythonNews =
  | { readonly kind: 'progress'; readonly fraction: number; readonly words: string }
  | { readonly kind: 'events'; readonly events: readonly TraceEvent[] }
  | { readonly kind: 'output'; readonly pieces: readonly PythonOutput[] }
  | { readonly kind: 'question'; readonly thread: number; readonly lane: LaneId };

/** What Python needs to start. */
export interface PythonBoot {
  /** The folder of Pyodide's files, with a slash at its end. */
  readonly folder: string;
  /** See `pythonCells`; null without shared memory. */
  readonly cells: Int32Array | null;
}

/** A worker with one Python interpreter. One run at a time. */
export interface PythonDoor {
  boot(boot: PythonBoot): Promise<PythonAbilities>;
  run(order: PythonOrder): Promise<PythonReport>;
  /** Answers an `input()`; null ends the input. */
  answer(thread: number, line: string | null): void;
  /** Ends the run soon, if the program lets it: heard only while no thread computes. The signal in the cells is heard at once. */
  interrupt(): void;
}

/** Where a run hands what it produces. */
export interface PythonSinks {
  /** `at` in `EpochMs` on the page's clock. */
  events(events: readonly TraceEvent[]): void;
  output(pieces: readonly PythonOutput[]): void;
  /** Resolves with the reader's line, without its end, or null for the end of the input. */
  ask(lane: LaneId): Promise<string | null>;
  /** The program begins now; before that the interpreter was made ready. */
  begin?(at: EpochMs): void;
}

/** The memory that Python, its ticker and the page share: a signal's number for Python, and how often the ticker rings. */
export const pythonCells = { signal: 0, tickMicros: 1 } as const;

/** Signal numbers as Python's `signal` module has them there. */
export const pythonSignals = { tick: 26, stop: 10 } as const;

/** `tickMicros` when the ticker is to end. */
export const tickerEnds = -1;

/** How often to look whether a switch is due: four times in an interval, and at least every half millisecond. */
export function tickMicrosFor(switchIntervalMs: Millis): number {
  return Math.max(500, Math.round((switchIntervalMs * 1000) / 4));
}

/** @throws where memory cannot be shared. */
export function makePythonCells(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Object.keys(pythonCells).length * Int32Array.BYTES_PER_ELEMENT));
}
