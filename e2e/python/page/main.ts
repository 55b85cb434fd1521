import { setPrelude } from '../../../src/runtime/python/interpreter';
import { pagePython } from '../../../src/runtime/python/pagePython';
import { pageSchedules } from '../../../src/runtime/schedules/pageSchedules';
import type { PythonSchedules } from '../../../src/runtime/schedules/pythonSchedules';
import type { PythonAbilities, PythonOutcome } from '../../../src/core/python/python';
import type { PythonFetched } from '../../../src/core/python/pythonNetwork';
import type { TraceEvent } from '../../../src/core/trace/trace';
import { openConfinedWorkers } from '../../../src/runtime/python/confinedWorkers';
import type { Confined } from './confined.worker';
// oxlint-disable-next-line import/default -- its address
import probe from './probe.worker.ts?worker&url';
import type { Probed } from './probe.worker';

/** How a program is run in the page. */
export interface RunWishes {
  readonly fileName?: string;
  readonly switchIntervalMs?: number;
  /** Lines for `input()`, in order; then the input ends. */
  readonly answers?: readonly string[];
  /** How long after the program began Stop is pressed, in milliseconds. */
  readonly stopAfterMs?: number;
  /** Ctrl+C is pressed a moment after each time that this text came on stdout. */
  readonly interruptAfter?: string;
  /** The sites that the reader lets it read from: `https://example.org`. */
  readonly allowed?: readonly string[];
  /** How late this site's pages answer in the place of others, in milliseconds. The default is that of the page server of the lessons' programs. */
  readonly pageLatencyMs?: number;
  /** When the page gives up on a program that hangs, in milliseconds. */
  readonly timeoutMs?: number;
}

/** What a program did. */
export interface Ran {
  /** `hung`: it had not ended in time. `crashed`: its interpreter died. */
  readonly outcome:
    PythonOutcome | { readonly status: 'hung' } | { readonly status: 'crashed'; readonly reason: string };
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly TraceEvent<number>[];
  /** Who answered its requests. */
  readonly fetched: readonly PythonFetched[];
  /** The sites that the reader was asked about. */
  readonly asked: readonly string[];
  /** From the call to the first output, in milliseconds; null when there was none. */
  readonly firstOutputMs: number | null;
  /** From the call to the outcome, in milliseconds. */
  readonly totalMs: number;
  /** From Stop to the outcome, in milliseconds; null when nobody pressed Stop. */
  readonly stopMs: number | null;
  /** The number of the interpreter that ran it, which the next run has too if the interpreter stayed. Null where none could start. */
  readonly interpreter: number | null;
}

/** What tests and benches find in the page as `window.python`. */
export interface PythonPage {
  /** Starts the interpreter, and resolves with how long that took, in milliseconds. */
  boot(): Promise<number>;
  run(source: string, wishes?: RunWishes): Promise<Ran>;
  /** Ends the interpreter; the next run starts another. */
  close(): void;
  /** Ends the interpreter. Later interpreters, also those of processes, run this source before any program. */
  prelude(source: string): void;
  /** What a worker like Python's is left with. */
  confined(): Promise<Confined>;
  /** What a worker under Python's policy can do; `other` is the address of another site, with a slash at the end. */
  probe(other: string): Promise<Probed>;
}

declare global {
  interface Window {
    python?: PythonPage;
    schedules?: PythonSchedules;
  }
}

const python = pagePython;

/** So that the program has come to what is to be interrupted. As `pressAfterMs` in tools/native.ts. */
const pressAfterMs = 150;

/** How often a text is in another. */
const timesIn = (whole: string, part: string): number => whole.split(part).length - 1;

/** How long a worker that tries what its policy allows may take to tell, and how many are asked in turn. */
const probePatienceMs = 60_000;
const mostProbes = 3;

/** What each interpreter so far said of itself when it started, in order. */
const interpreters: PythonAbilities[] = [];

/** The number of the interpreter that is there, after it has started where there is none. */
async function interpreterNumber(): Promise<number> {
  const abilities = await python.boot();
  const known = interpreters.indexOf(abilities);
  return known === -1 ? interpreters.push(abilities) - 1 : known;
}

async function run(
  source: string,
  {
    fileName = 'program.py',
    switchIntervalMs = 5,
    answers = [],
    stopAfterMs,
    interruptAfter,
    allowed = [],
    pageLatencyMs = 300,
    timeoutMs = 60_000,
  }: RunWishes = {},
): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const events: TraceEvent<number>[] = [];
  const fetched: PythonFetched[] = [];
  const asked: string[] = [];
  const lines = [...answers];
  const stop = new AbortController();
  let stoppedAt: number | null = null;
  let firstOutputMs: number | null = null;
  const timers: ReturnType<typeof setTimeout>[] = [];
  const calledAt = performance.now();
  const hung = new Promise<Ran['outcome']>((resolve) => {
    timers.push(setTimeout(() => resolve({ status: 'hung' }), timeoutMs));
  });
  let interpreter: number | null = null;
  const ended = interpreterNumber().then((number) => {
    interpreter = number;
    return python.run(
      { source, fileName, switchIntervalMs, pageLatencyMs },
      {
        begin: () => {
          if (stopAfterMs === undefined) return;
          const press = (): void => {
            stoppedAt = performance.now();
            stop.abort();
          };
          timers.push(setTimeout(press, stopAfterMs));
        },
        events: (batch) => void events.push(...batch),
        output: (pieces) => {
          firstOutputMs ??= performance.now() - calledAt;
          const before = said.stdout;
          for (const { stream, text } of pieces) said[stream] += text;
          if (interruptAfter === undefined) return;
          for (let due = timesIn(said.stdout, interruptAfter) - timesIn(before, interruptAfter); due > 0; due -= 1)
            timers.push(setTimeout(() => python.keyboardInterrupt(), pressAfterMs));
        },
        ask: () => Promise.resolve(lines.shift() ?? null),
        mayFetch: (origin) => {
          asked.push(origin);
          return Promise.resolve(allowed.includes(origin));
        },
        answered: (one) => void fetched.push(one),
      },
      stop.signal,
    );
  });
  const crashed = (error: unknown): Ran['outcome'] => ({ status: 'crashed', reason: String(error) });
  const outcome = await Promise.race([hung, ended.catch(crashed)]);
  const now = performance.now();
  timers.forEach(clearTimeout);
  if (outcome.status === 'hung') python.close();
  return {
    outcome,
    ...said,
    events,
    fetched,
    asked,
    firstOutputMs,
    totalMs: now - calledAt,
    stopMs: stoppedAt === null ? null : now - stoppedAt,
    interpreter,
  };
}

window.schedules = pageSchedules;
window.python = {
  async boot() {
    const startedAt = performance.now();
    await python.boot();
    return performance.now() - startedAt;
  },
  run,
  close: () => python.close(),
  prelude(source) {
    setPrelude(source);
    python.close();
  },
  confined: () =>
    new Promise((resolve) => {
      const worker = new Worker(new URL('confined.worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<Confined>) => {
        worker.terminate();
        resolve(data);
      });
    }),
  async probe(other) {
    const start = await openConfinedWorkers(new URL(probe, import.meta.url).href);
    // Firefox now and then has a worker that never answers, and whose attempts come to nothing either: another one is asked then.
    for (let attempt = 0; attempt < mostProbes; attempt += 1) {
      const { worker, port } = start();
      const probed = await new Promise<Probed | null>((resolve, reject) => {
        port.addEventListener('message', ({ data }: MessageEvent<Probed>) => resolve(data));
        port.start();
        worker.addEventListener('error', () => reject(new Error('It did not start.')));
        port.postMessage(other);
        setTimeout(() => resolve(null), probePatienceMs);
      });
      worker.terminate();
      if (probed !== null) return probed;
    }
    throw new Error('No worker has answered.');
  },
};
