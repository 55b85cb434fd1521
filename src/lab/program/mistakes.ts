import { codeOf, joinsBeforeNextStart, sleepsInCoroutine, startsCalledTarget } from './mistakesInSource';
import type { RunEnd } from './pythonRun';

/** What a reader is told of a mistake that the course names: a sentence or two, and where the course has more. */
export interface Advice {
  /** With code between backticks. */
  readonly words: string;
  /** A path within the site, with its anchor. */
  readonly to: string;
  /** The title of that place. */
  readonly place: string;
}

/** What is known of a run that has ended. */
interface Evidence {
  readonly end: RunEnd;
  /** What the program and its processes wrote to their standard error, as far as the console keeps it. */
  readonly stderr: string;
  /** The program's text without its comments and strings. */
  readonly code: string;
}

interface Mistake extends Advice {
  isIn(run: Evidence): boolean;
}

const processes = { to: '/gil/#more-printers-processes', place: 'More printers: processes' };
const startThread = { to: '/threads/#one-thread-each', place: 'One thread each' };
const commonMistakes = { to: '/choose/#common-mistakes-and-what-to-do', place: 'Common mistakes, and what to do' };

/** Whether a run printed or raised something: the text of its exception, or what stands on its standard error. */
const says =
  (pattern: RegExp) =>
  ({ end, stderr }: Evidence): boolean =>
    (end.status === 'failed' && pattern.test(end.reason)) || pattern.test(stderr);

const isStuck =
  (pattern: RegExp) =>
  ({ end }: Evidence): boolean =>
    end.status === 'deadlock' && pattern.test(end.words);

/** The first that is in a run is told, so what causes others comes before them. */
const mistakes: readonly Mistake[] = [
  {
    isIn: says(/^ *An attempt has been made to start a new process before the$/m),
    words:
      'The program starts processes at its top level. A new process imports the program, and would start processes in turn. Put what starts them under `if __name__ == "__main__":`.',
    ...processes,
  },
  {
    isIn: says(/^_?pickle\.PicklingError: |^AttributeError: Can't get local object /m),
    words:
      'What is sent to another process is pickled, and a function only by its name: it must stand at the top level of the program. A `lambda` or a function within a function cannot be sent.',
    ...processes,
  },
  {
    isIn: says(/^AssertionError: daemonic processes are not allowed to have children$/m),
    words:
      'A process of a `multiprocessing.Pool` may start no processes itself. Do the inner work by plain calls, or let the main process hand out all of it.',
    ...processes,
  },
  {
    isIn: ({ stderr }) => /^EOFError: EOF when reading a line$/m.test(stderr) && /^Process \S+:$/m.test(stderr),
    words:
      'A process that multiprocessing starts has an empty standard input, so `input()` finds its end at once. Ask in the main process, and pass the answer on as an argument.',
    ...processes,
  },
  {
    isIn: says(/^TypeError: .*argument after \* must be an iterable, not /m),
    words: '`args` takes a tuple, also for a single argument: `args=(value,)`, with the comma.',
    ...startThread,
  },
  {
    isIn: ({ stderr, code }) =>
      (/^TypeError: '.*' object is not callable$/m.test(stderr) && stderr.includes('self._target(*self._args')) ||
      startsCalledTarget(code),
    words:
      '`target=f()` calls `f` at once, in the thread that makes the other, and its result becomes the target. Pass the function itself, `target=f`, and its arguments in `args`.',
    ...startThread,
  },
  {
    isIn: says(/^RuntimeError: threads can only be started once$/m),
    words: 'A `Thread` runs once. Make a new one for each time.',
    ...startThread,
  },
  {
    isIn: says(/^RuntimeError: cannot join thread before it is started$/m),
    words: '`join` waits for a thread that has been started. Call `start()` first.',
    ...startThread,
  },
  {
    isIn: says(/^RuntimeError: asyncio\.run\(\) cannot be called from a running event loop$/m),
    words: '`asyncio.run` starts an event loop, and here one runs already. In a coroutine, write `await` in its place.',
    to: '/async/#two-sleeps',
    place: 'Two sleeps',
  },
  {
    isIn: says(/\bRuntimeWarning: coroutine '.*' was never awaited$/m),
    words:
      'A coroutine function that is called makes a coroutine and runs nothing of it. Write `await` before the call, or make a task of it.',
    ...commonMistakes,
  },
  {
    isIn: says(/^SyntaxError: 'await' outside (?:async )?function$/m),
    words:
      '`await` may stand in a coroutine function only. Write `async def`, and start the outermost one with `asyncio.run`.',
    to: '/async/#two-sleeps',
    place: 'Two sleeps',
  },
  {
    isIn: says(/^RuntimeError: (?:dictionary|Set) changed size during iteration$/m),
    words:
      'Something was added or removed while a loop went through it. Loop over a copy, and where another thread changes it, make the copy under a lock.',
    to: '/sharing/#look-then-act',
    place: 'Look, then act',
  },
  {
    isIn: isStuck(
      /^ThreadPoolExecutor-\S+ waits in Future\.result\(\)|[.] ThreadPoolExecutor-\S+ waits in Future\.result\(\)/,
    ),
    words:
      'A task of the pool waits for another task of that pool, and no thread is left to do it. Return what is still to be done, and wait for it outside of the pool.',
    to: '/threads/#the-modern-form-a-pool',
    place: 'The modern form: a pool',
  },
  {
    isIn: isStuck(/ waits for \S+, which it holds itself\./),
    words:
      'A `Lock` can be acquired once, also by the thread that holds it. Acquire it in one place only, or use an `RLock`.',
    to: '/sharing/#one-at-a-time-lock',
    place: 'One at a time: Lock',
  },
  {
    isIn: ({ code }) => sleepsInCoroutine(code),
    words:
      'A call that waits without `await`, like `time.sleep` or `requests.get`, stops all tasks of the event loop. In a coroutine, use `await asyncio.sleep(seconds)`, or `await asyncio.to_thread(function, arguments)`.',
    to: '/async/#heartbeat',
    place: 'The call that freezes everything',
  },
  {
    isIn: ({ code }) => joinsBeforeNextStart(code),
    words:
      'The loop joins each thread before it starts the next, so they run one after another. Start all of them first, and join them in a second loop.',
    ...startThread,
  },
];

/** Advice for the first mistake of those that the course names which shows in a run that has ended; null if there is none. */
export function adviceFor(end: RunEnd, source: string, stderr: string): Advice | null {
  if (end.status === 'stopped' || end.status === 'lost') return null;
  const run = { end, stderr, code: codeOf(source) };
  return mistakes.find((mistake) => mistake.isIn(run)) ?? null;
}

/** Where advice sends readers. */
export const placesOfAdvice: readonly Pick<Advice, 'to' | 'place'>[] = mistakes;
