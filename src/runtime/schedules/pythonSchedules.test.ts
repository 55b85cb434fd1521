import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packRuns } from '../../core/python/packedRuns.fixture';
import type { ScheduledProgram } from '../../core/python/pythonSchedules';
import { StrategyFailure } from '../../core/experiment/experiment';
import { Batches } from '../../core/schedule/batches';
import { counter } from '../../core/schedule/model/examples';
import { explore, runner } from '../../core/schedule/model/run';
import type { SearchOptions } from '../../core/schedule/search';
import type { RunResult, WorkItem } from '../../core/schedule/types';
import type { Interpreter } from '../python/interpreter';
import { leaseOf, type Lease } from '../python/interpreterPool';
import { NotAProgram, PythonSchedules as PythonSchedulesIn, workersFor, type Interpreters } from './pythonSchedules';
import type { OpenSearch } from './search';
import { stoppedError } from '../stopping';

const program: ScheduledProgram = {
  source: 'x = 1',
  fileName: 'p.py',
  granularity: 'line',
  watch: [],
  mainFirst: false,
  accesses: true,
};
const options: SearchOptions = { reduction: 'none', preemptions: 'all', maxRuns: 1000, maxSteps: 60 };

/** A search in this thread, whose batches are plain data as a text. */
const openHere: OpenSearch = (wanted) => {
  const search = new Batches(
    wanted,
    { packItems: (items) => JSON.stringify(items), unpackResults: (results) => JSON.parse(results) as RunResult[] },
    8,
  );
  return {
    next: (done) => search.next(done),
    giveBack: (batch) => search.giveBack(batch),
    summary: async () => search.summary(),
    close: () => undefined,
  };
};
class PythonSchedules extends PythonSchedulesIn {
  constructor(interpreters: Interpreters) {
    super(interpreters, openHere);
  }
}

const expected = explore(runner(counter), options);

/** How an interpreter of the tests behaves. */
interface Manners {
  /** Dies at the batch of that number, from 1. */
  readonly diesAt?: number;
  /** The batch of that number fails, and leaves it alive. */
  readonly failsAt?: number;
  /** Never answers a batch. */
  readonly stuck?: boolean;
  readonly threads?: boolean;
  readonly refusal?: string;
  /** What it answers instead of its runs: the program speaks in its name. */
  readonly forged?: unknown;
  /** How long a batch takes, in ms. */
  readonly batchMs?: number;
}

interface Played {
  readonly interpreter: Interpreter;
  batches: number;
  prepared: number;
  /** The steps that it was asked for, and where other runs came between. */
  readonly ordered: string[];
}

function play({
  diesAt = Number.POSITIVE_INFINITY,
  failsAt = Number.POSITIVE_INFINITY,
  stuck = false,
  threads = true,
  refusal,
  forged,
  batchMs = 0,
}: Manners = {}): Played {
  let closed = false;
  let close: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (close = reject));
  ended.catch(() => undefined);
  const end = (reason: Error = stoppedError()): void => {
    closed = true;
    close(reason);
  };
  const remote = {
    prepareSchedules: (_: ScheduledProgram, toStep: boolean) => {
      played.prepared += 1;
      if (!toStep) played.ordered.push('other runs');
      return Promise.resolve(refusal ?? null);
    },
    runBatch: async (items: string) => JSON.stringify(await remote.make(JSON.parse(items) as WorkItem[])),
    runSchedules: async (items: string) =>
      forged ??
      packRuns(await remote.make((JSON.parse(items) as Omit<WorkItem, 'id'>[]).map((item) => ({ ...item, id: 0 })))),
    async make(items: readonly WorkItem[]) {
      played.batches += 1;
      if (played.batches === diesAt) end(new StrategyFailure('It died.'));
      if (played.batches === failsAt) throw new Error('Python is at a loss.');
      if (played.batches > failsAt) await new Promise(() => undefined);
      if (stuck) await new Promise(() => undefined);
      if (batchMs > 0) await new Promise((resolve) => setTimeout(resolve, batchMs));
      return items.map(runner(counter));
    },
    stepSchedule: async ({ prefix }: WorkItem, from: number) => {
      played.ordered.push(`${prefix.join('')} from ${from}`);
      if (stuck) await new Promise(() => undefined);
      return JSON.stringify({
        result: packRuns([
          { ...runner(counter)({ id: 0, prefix, sleep: [], maxSteps: prefix.length }), outcome: null },
        ]),
        moments: [],
        codes: null,
      });
    },
    watchSchedule: async (item: WorkItem) => {
      if (stuck) await new Promise(() => undefined);
      return forged ?? JSON.stringify({ result: packRuns([runner(counter)(item)]), moments: [], codes: null });
    },
  };
  const played: Played = {
    batches: 0,
    prepared: 0,
    ordered: [],
    interpreter: {
      client: {
        call: <R>(ask: (of: typeof remote) => Promise<R>) => (closed ? ended : Promise.race([ended, ask(remote)])),
        close: end,
        clockShiftMs: () => 0,
      } as unknown as Interpreter['client'],
      cells: null,
      abilities: { version: '3.14', threads, preemption: 'none' },
      listen: () => undefined,
      onLost: () => undefined,
      spent: false,
      get closed() {
        return closed;
      },
      close: () => end(),
    },
  };
  return played;
}

/** A pool of the interpreters given, the first one first, and what became of them. */
function poolOf(
  played: readonly Played[],
  startMs = 0,
): { readonly interpreters: Interpreters; readonly log: string[] } {
  const left = [...played];
  const log: string[] = [];
  const free: Played[] = [];
  const lend = (one: Played): Lease => {
    const { interpreter } = one;
    return leaseOf(interpreter, {
      giveBack: () => {
        log.push(`back ${played.indexOf(one)}`);
        if (!interpreter.closed) free.push(one);
      },
      end: () => {
        log.push(`gone ${played.indexOf(one)}`);
        interpreter.close();
      },
    });
  };
  const interpreters: Interpreters = {
    lendIdle: () => {
      const idle = free.pop();
      return idle === undefined ? null : lend(idle);
    },
    async lend(signal, onBoot) {
      if (startMs > 0) await new Promise((resolve) => setTimeout(resolve, startMs));
      if (signal?.aborted === true) throw stoppedError();
      const next = left.shift();
      if (next === undefined) throw new StrategyFailure('There is none left.');
      onBoot?.(1, 'Python is ready');
      log.push(`take ${played.indexOf(next)}`);
      return lend(next);
    },
    prepare: (count) => void log.push(`prepare ${count}`),
    close: () => undefined,
  };
  return { interpreters, log };
}

beforeEach(() => {
  vi.stubGlobal('WebAssembly', { Suspending: () => undefined });
  vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a search', () => {
  it('finds what there is on one worker, and gives the interpreter back', async () => {
    const { interpreters, log } = poolOf([play(), play()]);
    const schedules = new PythonSchedules(interpreters);
    const begun: string[][] = [];
    expect(await schedules.explore(program, options, { onBegin: () => void begun.push([...log]) })).toEqual(expected);
    await vi.waitFor(() => expect(log).toEqual(['take 0', 'back 0']));
    expect(begun).toEqual([['take 0']]);
  });

  it('replaces a worker that dies, and makes its runs again', async () => {
    const { interpreters, log } = poolOf([play({ diesAt: 2 }), play()]);
    expect(await new PythonSchedules(interpreters).explore(program, options)).toEqual(expected);
    await vi.waitFor(() => expect(log).toEqual(['take 0', 'gone 0', 'take 1', 'back 1']));
  });

  it('goes on from where it was however many interpreters die, unless they die of the same runs', async () => {
    const { interpreters } = poolOf(Array.from({ length: 40 }, () => play({ diesAt: 4 })));
    expect(await new PythonSchedules(interpreters).explore(program, options)).toEqual(expected);
  });

  it('fails when one after another dies of it', async () => {
    const { interpreters, log } = poolOf(Array.from({ length: 9 }, () => play({ diesAt: 1 })));
    await expect(new PythonSchedules(interpreters).explore(program, options)).rejects.toThrow('It died.');
    expect(log).toEqual(['take 0', 'gone 0', 'take 1', 'gone 1', 'take 2', 'gone 2']);
  });

  it('says why, though the batch that waited beside it was only stopped', async () => {
    const failing = [play({ failsAt: 3 }), ...Array.from({ length: 8 }, () => play({ failsAt: 1 }))];
    await expect(new PythonSchedules(poolOf(failing).interpreters).explore(program, options)).rejects.toThrow(
      'Python is at a loss.',
    );
  });

  it('ends a worker that does not answer, and gives up the second time', async () => {
    vi.useFakeTimers();
    const { interpreters } = poolOf(Array.from({ length: 9 }, () => play({ stuck: true })));
    const failed = new PythonSchedules(interpreters).explore(program, options).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await failed).toBeInstanceOf(StrategyFailure);
    expect(String(await failed)).toContain('15 seconds');
  });

  it('is joined by others while it goes on, and goes on alone where there are no more', async () => {
    vi.useFakeTimers();
    const played = [play({ batchMs: 100 }), play({ batchMs: 100 })];
    const { interpreters, log } = poolOf(played, 10);
    const found = new PythonSchedules(interpreters).explore(program, options, { workers: 3 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await found).toEqual(expected);
    expect(log).toEqual(['take 0', 'take 1', 'back 0', 'back 1']);
    expect(played[1]?.batches).toBeGreaterThan(3);
  });

  it('starts nothing more when it is over soon', async () => {
    const played = [play(), play()];
    const { interpreters, log } = poolOf(played);
    await new PythonSchedules(interpreters).explore(program, options, { workers: 4 });
    expect(log.filter((line) => line.startsWith('take'))).toEqual(['take 0']);
  });

  it('keeps what it found when it is stopped, also while Python starts or does not answer', async () => {
    vi.useFakeTimers();
    for (const [manners, startMs] of [
      [{ batchMs: 50 }, 0],
      [{}, 5000],
      [{ stuck: true }, 0],
    ] as const) {
      const one = play(manners);
      const { interpreters, log } = poolOf([one], startMs);
      const stop = new AbortController();
      const found = new PythonSchedules(interpreters).explore(program, options, { signal: stop.signal });
      await vi.advanceTimersByTimeAsync(120);
      stop.abort();
      await vi.advanceTimersByTimeAsync(5000);
      const { complete, schedules } = await found;
      expect([complete, schedules > 0]).toEqual([false, 'batchMs' in manners]);
      expect(one.interpreter.closed).toBe('stuck' in manners);
      expect(log.at(-1)).toBe(startMs > 0 ? undefined : 'stuck' in manners ? 'gone 0' : 'back 0');
    }
  });

  it('says that a program does not compile', async () => {
    const { interpreters, log } = poolOf([play({ refusal: 'SyntaxError: no' })]);
    await expect(new PythonSchedules(interpreters).explore(program, options)).rejects.toThrow(
      new NotAProgram('SyntaxError: no'),
    );
    expect(log).toEqual(['take 0', 'back 0']);
  });

  it('starts Python beforehand where it can be used and costs nothing', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
    const { interpreters, log } = poolOf([]);
    new PythonSchedules(interpreters).prepareUnasked();
    expect(log).toEqual(['prepare 1']);
    vi.stubGlobal('WebAssembly', {});
    new PythonSchedules(interpreters).prepareUnasked();
    vi.stubGlobal('WebAssembly', { Suspending: () => undefined });
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    new PythonSchedules(interpreters).prepareUnasked();
    expect(log).toEqual(['prepare 1']);
  });

  it('says where the browser cannot suspend Python', async () => {
    await expect(
      new PythonSchedules(poolOf([play({ threads: false })]).interpreters).explore(program, options),
    ).rejects.toThrow('JSPI');
    vi.stubGlobal('WebAssembly', {});
    const { interpreters, log } = poolOf([play()]);
    await expect(new PythonSchedules(interpreters).explore(program, options)).rejects.toThrow(StrategyFailure);
    expect(log).toEqual([]);
  });
});

describe('a replay', () => {
  it('has an interpreter of its own while a search goes on', async () => {
    vi.useFakeTimers();
    const { interpreters, log } = poolOf([play({ batchMs: 1000 }), play()]);
    const schedules = new PythonSchedules(interpreters);
    const found = schedules.explore(program, options);
    await vi.advanceTimersByTimeAsync(10);
    expect((await schedules.replay(program, [0])).result.steps).toHaveLength(1);
    expect(log).toEqual(['take 0', 'take 1', 'back 1']);
    await vi.advanceTimersByTimeAsync(60_000);
    await found;
  });

  it('is tried once more when its interpreter dies, and ends when nobody wants it', async () => {
    vi.useFakeTimers();
    const { interpreters, log } = poolOf([play({ stuck: true }), play(), play({ stuck: true }), play({ stuck: true })]);
    const schedules = new PythonSchedules(interpreters);
    const first = schedules.replay(program, [0]);
    await vi.advanceTimersByTimeAsync(15_001);
    expect((await first).result.steps).toHaveLength(1);
    expect(log).toEqual(['take 0', 'gone 0', 'take 1', 'back 1']);
    const stop = new AbortController();
    stop.abort();
    await expect(schedules.replay(program, [0], { signal: stop.signal })).rejects.toThrow(stoppedError());
  });
});

describe('steps', () => {
  it('are taken one after another in the interpreter that waits among the idle ones', async () => {
    const played = [play(), play()];
    const { interpreters, log } = poolOf(played);
    const schedules = new PythonSchedules(interpreters);
    await schedules.step(program, [0], { from: 1 });
    const both = [schedules.step(program, [0, 1], { from: 2 }), schedules.step(program, [0, 1, 0], { from: 3 })];
    const [, last] = await Promise.all(both);
    expect(last?.result).toMatchObject({ outcome: null, steps: { length: 3 } });
    expect(log).toEqual(['take 0', 'back 0', 'back 0', 'back 0']);
    await schedules.run(program, []);
    await schedules.step(program, [0, 1, 0, 0], { from: 4 });
    expect(played[0]?.ordered).toEqual(['0 from 1', '01 from 2', '010 from 3', 'other runs', '0100 from 4']);
  });

  it('go on elsewhere when their interpreter dies, and say so when the next one dies as well', async () => {
    vi.useFakeTimers();
    const played = [play({ stuck: true }), play(), play({ stuck: true })];
    const { interpreters, log } = poolOf(played);
    const schedules = new PythonSchedules(interpreters);
    const stepped = schedules.step(program, [0], { from: 1 });
    await vi.advanceTimersByTimeAsync(15_001);
    expect((await stepped).result.steps).toHaveLength(1);
    expect(log).toEqual(['take 0', 'gone 0', 'take 1', 'back 1']);
    played[1]?.interpreter.close();
    const lost = schedules.step(program, [0, 1], { from: 2 }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await lost).toBeInstanceOf(Error);
  });

  it('are not awaited when they are not wanted any more, and their interpreter ends unless it answers soon', async () => {
    vi.useFakeTimers();
    const { interpreters, log } = poolOf([play({ stuck: true })]);
    const stop = new AbortController();
    const stepped = new PythonSchedules(interpreters).step(program, [0], { signal: stop.signal }).catch(String);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await stepped).toContain('AbortError');
    expect(log).toEqual(['take 0', 'gone 0']);
  });
});

describe('an answer that a program has forged', () => {
  it.each([5, '{', '[[],[[0,0,-1,0]]]'])('fails the run, and ends the interpreter: %j', async (forged) => {
    const { interpreters, log } = poolOf([play({ forged })]);
    const items = [{ id: 0, prefix: [0], sleep: [], maxSteps: 9 }];
    await expect(new PythonSchedules(interpreters).run(program, items)).rejects.toThrow(StrategyFailure);
    expect(log).toEqual(['take 0', 'gone 0']);
  });

  it('fails a replay likewise, each time it is tried', async () => {
    const { interpreters, log } = poolOf([play({ forged: 5 }), play({ forged: '[]' })]);
    await expect(new PythonSchedules(interpreters).replay(program, [0])).rejects.toThrow('The program broke');
    expect(log).toEqual(['take 0', 'gone 0', 'take 1', 'gone 1']);
  });
});

describe('some runs', () => {
  it('are made in one message, in their order', async () => {
    const played = [play()];
    const { interpreters, log } = poolOf(played);
    const items = [[0], [1], [0, 1]].map((prefix, id) => ({ id, prefix, sleep: [], maxSteps: 60 }));
    expect(await new PythonSchedules(interpreters).run(program, items)).toEqual(items.map(runner(counter)));
    expect(played[0]?.batches).toBe(1);
    expect(log).toEqual(['take 0', 'back 0']);
  });
});

describe('the workers of a search', () => {
  it('leave a core to the page', () => {
    expect([1, 2, 3, 4, 8, 64].map(workersFor)).toEqual([1, 1, 2, 3, 4, 4]);
  });
});
