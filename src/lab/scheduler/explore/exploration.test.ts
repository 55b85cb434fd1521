import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { StrategyFailure } from '../../../core/experiment/experiment';
import { Frontier, type SearchSummary } from '../../../core/schedule/frontier';
import { switchesOf } from '../../../core/schedule/outcomes';
import { counter, philosophers } from '../../../core/schedule/model/examples';
import type { Program } from '../../../core/schedule/model/program';
import { runner } from '../../../core/schedule/model/run';
import type { SearchOptions } from '../../../core/schedule/search';
import { Exploration, simplestOf } from './exploration';
import type { Explorer } from './explorer';

const program: ScheduledProgram = {
  source: 'x = 1',
  fileName: 'p.py',
  granularity: 'line',
  watch: [],
  mainFirst: false,
  accesses: true,
};
const full: SearchOptions = { reduction: 'none', preemptions: 'all', maxRuns: 1000, maxSteps: 60 };
const reduced: SearchOptions = { ...full, reduction: 'source sets', preemptions: 'all' };

interface Fake extends Explorer {
  runs: number;
}

/** Searches the model, and tells after every run. */
function explorerOf(model: Program, more: Partial<Explorer> = {}): Fake {
  const run = runner(model);
  const fake: Fake = {
    runs: 0,
    async explore(_, options, { onProgress, signal }) {
      const frontier = new Frontier(options);
      for (let item = frontier.next(); item !== null; item = frontier.next()) {
        await Promise.resolve();
        if (signal?.aborted === true) break;
        frontier.report(item, run(item));
        onProgress?.(frontier.summary());
      }
      return frontier.summary();
    },
    async run(_, items) {
      fake.runs += items.length;
      return items.map(run);
    },
    async replay(_, prefix, { maxSteps }) {
      const thread = (name: string) => ({
        name,
        status: 'waits' as const,
        calls: [],
        within: null,
        looks: true,
        waits: null,
        at: null,
        stack: null,
      });
      const moment = {
        enabled: [],
        passing: [],
        threads: ['MainThread', 'Thread-1 (dine)', 'Thread-2 (dine)'].map(thread),
        globals: [],
        locks: [{ object: 'fork 1', name: 'left', kind: 'lock' as const, holders: [], times: null }],
        things: [],
        loops: [],
        printed: '',
        now: 0,
      };
      return { result: run({ id: 0, prefix, sleep: [], maxSteps }), moments: [moment] };
    },
    ...more,
  };
  return fake;
}

const explored = async (python: Explorer, options: SearchOptions): Promise<Exploration> => {
  const exploration = new Exploration(python);
  await exploration.start(program, options);
  return exploration;
};
const rowOf = (exploration: Exploration, at = 0) => {
  const row = exploration.store.getState().summary?.outcomes[at];
  if (row === undefined) throw new Error('There is no such outcome.');
  return row;
};

afterEach(() => void vi.useRealTimers());

describe('a search', () => {
  it('tells what it finds while it goes on, and what it has shown', async () => {
    const seen: number[] = [];
    const exploration = new Exploration(explorerOf(counter));
    exploration.store.subscribe(
      ({ phase, summary }) => phase.kind === 'running' && seen.push(summary?.schedules ?? -1),
    );
    await exploration.start(program, full);
    expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
    expect(exploration.store.getState()).toMatchObject({
      phase: { kind: 'ended', stopped: false, gaveUp: false },
      program,
      options: full,
      runs: 252,
      summary: { schedules: 252, conclusive: true },
    });
  });

  it('keeps what was found when it is stopped', async () => {
    const exploration = new Exploration(explorerOf(counter));
    exploration.store.subscribe(({ summary }) => summary?.schedules === 10 && exploration.stop());
    await exploration.start(program, full);
    expect(exploration.store.getState()).toMatchObject({
      phase: { kind: 'ended', stopped: true, gaveUp: false },
      summary: { schedules: 10, complete: false },
    });
  });

  it('gives up where nothing comes to an end, unless the reader is patient', async () => {
    const endless = { ...full, maxSteps: 8 };
    const exploration = await explored(explorerOf(counter), endless);
    expect(exploration.store.getState()).toMatchObject({
      phase: { kind: 'ended', stopped: false, gaveUp: true },
      summary: { schedules: 32, abandoned: 32 },
    });
    await exploration.start(program, { ...endless, maxRuns: 100 }, { patient: true });
    expect(exploration.store.getState()).toMatchObject({
      phase: { kind: 'ended', gaveUp: false },
      summary: { schedules: 100 },
    });
  });

  it('keeps what was found when Python is lost', async () => {
    const failing = explorerOf(counter, {
      async explore(_, options, { onProgress }) {
        onProgress?.({ ...new Frontier(options).summary(), schedules: 7 });
        throw new StrategyFailure('It died.');
      },
    });
    const { phase, summary } = (await explored(failing, full)).store.getState();
    expect(phase).toMatchObject({ kind: 'lost', reason: 'It died.' });
    expect(summary?.schedules).toBe(7);
  });

  it('is forgotten for another, whatever it says later', async () => {
    let late: (summary: SearchSummary) => void = () => undefined;
    const python = explorerOf(counter);
    const slow: Explorer = {
      ...python,
      explore: (what, options, sinks) =>
        options.maxRuns === 1
          ? new Promise((resolve) => {
              late = (summary) => {
                sinks.onProgress?.(summary);
                resolve(summary);
              };
            })
          : python.explore(what, options, sinks),
    };
    const exploration = new Exploration(slow);
    const first = exploration.start(program, { ...full, maxRuns: 1 });
    await exploration.start(program, full);
    late({ ...new Frontier(full).summary(), schedules: 99 });
    await first;
    expect(exploration.store.getState().summary?.schedules).toBe(252);
    exploration.clear();
    expect(exploration.store.getState()).toMatchObject({ phase: { kind: 'idle' }, summary: null });
  });

  it('tells how Python starts, and does not count that time', async () => {
    vi.useFakeTimers();
    const boots: unknown[] = [];
    const python = explorerOf(counter);
    const exploration = new Exploration({
      ...python,
      async explore(what, options, sinks) {
        sinks.onBoot?.(0.5, 'Fetching Python');
        await vi.advanceTimersByTimeAsync(5000);
        sinks.onBoot?.(1, 'Python is ready');
        sinks.onBegin?.();
        return python.explore(what, options, sinks);
      },
    });
    exploration.store.subscribe(({ phase }) => phase.kind === 'starting' && boots.push(phase.boot));
    await exploration.start(program, full);
    expect(boots).toEqual([null, { fraction: 0.5, words: 'Fetching Python' }, null]);
    expect(exploration.store.getState().elapsedMs).toBeLessThan(5000);
  });

  it('learns how the program calls what a deadlock is about', async () => {
    const exploration = await explored(explorerOf(philosophers(3)), full);
    await vi.waitFor(() => expect(exploration.store.getState().names).not.toBeNull());
    const { names } = exploration.store.getState();
    expect([names?.thread(1), names?.object('fork 1')]).toEqual(['Thread-1', 'lock left']);
  });
});

describe('the simplest schedule of an outcome', () => {
  it('is the one that a full search has met', async () => {
    const python = explorerOf(counter);
    const exploration = await explored(python, full);
    const row = rowOf(exploration, 1);
    expect(await exploration.simplest(row)).toEqual({ schedule: row.simplest, least: true });
    expect(python.runs).toBe(0);
  });

  it('is looked for where others stood for it', async () => {
    const worst = [0, 1, 0, 1, 1, 0, 0, 1, 1, 0];
    const python = explorerOf(counter);
    const exploration = await explored(python, reduced);
    const found = exploration.store
      .getState()
      .summary?.outcomes.find(({ outcome }) => outcome.kind === 'finished' && outcome.state === 'counter=1');
    if (found === undefined) throw new Error('The outcome was lost.');
    const row = { ...found, simplest: worst };
    const { schedule, least } = await exploration.simplest(row);
    expect({ switches: switchesOf(schedule), least }).toEqual({ switches: 2, least: true });
    expect(simplestOf(exploration.store.getState(), row)).toEqual({ schedule, least: true });
    const { runs } = python;
    await exploration.simplest(row);
    expect(python.runs).toBe(runs);
  });

  it('is not claimed to be where the look for it took too long or failed', async () => {
    vi.useFakeTimers();
    const python = explorerOf(counter);
    const slow: Explorer = {
      ...python,
      async run(what, items) {
        await vi.advanceTimersByTimeAsync(2000);
        return python.run(what, items);
      },
    };
    const exploration = await explored(slow, reduced);
    const row = { ...rowOf(exploration), simplest: [0, 1, 0, 1, 1, 0, 0, 1, 1, 0], key: 'finished: counter=1' };
    expect(await exploration.simplest(row)).toEqual({ schedule: row.simplest, least: false });
    const broken = await explored({ ...python, run: () => Promise.reject(new StrategyFailure('It died.')) }, reduced);
    expect(await broken.simplest(rowOf(broken))).toEqual({ schedule: rowOf(broken).simplest, least: false });
    expect(broken.store.getState().simplifying).toBeNull();
  });
});

describe('where a search meets its bound of runs', () => {
  const few: SearchOptions = { ...reduced, maxRuns: 5 };
  const random = (own: Exploration) => own.store.getState().summary?.random;
  const drawn = (own: Exploration): number => random(own)?.drawn.reduce((sum, { runs }) => sum + runs, 0) ?? 0;

  it('draws schedules at random, and more when it is asked to, from other seeds', async () => {
    const own = new Exploration(explorerOf(philosophers(3)));
    await own.start(program, few, { draws: 100 });
    const { summary, phase } = own.store.getState();
    expect(phase).toEqual({ kind: 'ended', stopped: false, gaveUp: false });
    expect([summary?.complete, drawn(own)]).toEqual([false, 100]);
    expect((summary?.schedules ?? 0) + (summary?.redundant ?? 0)).toBe(105);
    const before = JSON.stringify(summary?.outcomes.map(({ schedules }) => schedules));
    await own.draw(100);
    expect(drawn(own)).toBe(200);
    expect(own.store.getState().summary?.schedules).toBe((summary?.schedules ?? 0) + 100);
    expect(JSON.stringify(own.store.getState().summary?.outcomes.map(({ schedules }) => schedules))).not.toBe(before);
  });

  it('draws none where all were tried, nobody asked for it, or the reader has stopped', async () => {
    const own = new Exploration(explorerOf(counter));
    await own.start(program, reduced, { draws: 100 });
    expect(random(own)).toBeUndefined();
    await own.start(program, { ...reduced, maxRuns: 2 });
    expect(random(own)).toBeUndefined();
    const stopped: Exploration = new Exploration(
      explorerOf(counter, {
        explore: async (_, options) => {
          stopped.stop();
          return new Frontier(options).summary();
        },
      }),
    );
    await stopped.start(program, few, { draws: 100 });
    expect([random(stopped), stopped.store.getState().phase]).toEqual([
      undefined,
      { kind: 'ended', stopped: true, gaveUp: false },
    ]);
  });
});
