/** The lessons' puzzles, in real Python: each can be solved with what it allows and with no less, its solution is one, and wrong fixes are refused. */
import { describe, expect, it } from 'vitest';
import type { ScheduledProgram } from '../../../src/core/python/pythonSchedules';
import type { SearchSummary } from '../../../src/core/schedule/frontier';
import type { SearchOptions } from '../../../src/core/schedule/search';
import type { RunResult, Schedule, WorkItem } from '../../../src/core/schedule/types';
import type { Explorer } from '../../../src/lab/scheduler/explore/explorer';
import { FixCheck } from '../../../src/lab/scheduler/puzzle/fixCheck';
import { endsSo, movesIn, attemptStateOf, tallyOf } from '../../../src/lab/scheduler/puzzle/goals';
import { proofOptions, proofProgram, standingOf } from '../../../src/lab/scheduler/puzzle/proof';
import {
  isBreak,
  isFix,
  isProve,
  isRun,
  steppedProgram,
  type BreakPuzzle,
  type FixPuzzle,
} from '../../../src/lab/scheduler/puzzle/puzzle';
import { verdictOf } from '../../../src/lab/incident/runCheck';
import { sayProof, sayVerdict } from '../../../src/lab/scheduler/puzzle/say';
import { puzzles } from '../../../src/lessons/puzzles';
import { tabForTests } from '../tab';
import { tries } from './puzzleTries';

const breaks = puzzles.filter(isBreak);
const fixes = puzzles.filter(isFix);

const page = tabForTests();

declare global {
  interface Window {
    /** The search under way: what is known of it, and how to end it. */
    search?: { readonly ended: Promise<SearchSummary>; latest: SearchSummary | null; stop(): void };
  }
}

/** Asks the page every moment how far a search is, since a search that has found what is wanted is ended. */
async function explore(
  program: ScheduledProgram,
  options: SearchOptions,
  { onProgress, signal }: Parameters<Explorer['explore']>[2] = {},
): Promise<SearchSummary> {
  await page.evaluate(
    ([what, how]) => {
      const controller = new AbortController();
      const sinks = {
        signal: controller.signal,
        onProgress: (latest: SearchSummary) => void (window.search && (window.search.latest = latest)),
      };
      const ended = window.schedules?.explore(what, how, sinks) ?? Promise.reject(new Error('The page is not ready.'));
      ended.catch(() => undefined);
      window.search = { ended, latest: null, stop: () => controller.abort() };
    },
    [program, options] as const,
  );
  for (;;) {
    const news = await page
      .evaluate(async () => {
        const { search } = window;
        if (search === undefined) throw new Error('There is no search.');
        const ended = await Promise.race([
          search.ended,
          new Promise<null>((resolve) => setTimeout(() => resolve(null), 100)),
        ]);
        return { ended, latest: search.latest };
      }, null)
      .catch((error: Error) => {
        const [, words] = /NotAProgram: (.*)/.exec(error.message) ?? [];
        throw words === undefined ? error : Object.assign(new Error(words), { name: 'NotAProgram' });
      });
    if (news.ended !== null) return news.ended;
    if (news.latest !== null) onProgress?.(news.latest);
    if (signal?.aborted === true) await page.evaluate(() => window.search?.stop(), null);
  }
}

const run = (program: ScheduledProgram, items: readonly WorkItem[]): Promise<readonly RunResult[]> =>
  page.evaluate(
    async ([what, wanted]) =>
      window.schedules?.run(what, wanted) ?? Promise.reject(new Error('The page is not ready.')),
    [program, items] as const,
  );

const explorer: Explorer = {
  explore,
  run,
  replay: () => Promise.reject(new Error('Nobody asks for that.')),
};

/** The whole schedule that comes of these moves: where the main thread can go on, it does. */
async function scheduleOf(puzzle: BreakPuzzle, moves: Schedule): Promise<RunResult> {
  let prefix: Schedule = [];
  for (;;) {
    const [result] = await run(steppedProgram(puzzle), [{ id: 0, prefix, sleep: [], maxSteps: 400 }]);
    if (result === undefined) throw new Error('A run has no result.');
    const taken = result.steps.map(({ thread }) => thread);
    const wrong = movesIn(taken).findIndex((thread, at) => thread !== moves[at]);
    if (wrong < 0) return result;
    // One more of the moves at a time, as a reader makes them.
    const at = taken.findIndex((_, index) => movesIn(taken.slice(0, index + 1)).length > wrong);
    prefix = [...taken.slice(0, at), moves[wrong] ?? 0];
  }
}

const scheduleOfRun = (steps: RunResult['steps']): Schedule => steps.map(({ thread }) => thread);

/** A call that takes too long is taken for a program that computes. */
const mostAtOnce = 200;

/** Every way for the reader to spend at most this, each once; where a run then goes on, it may spend more. */
async function within(puzzle: BreakPuzzle, most: number): Promise<readonly RunResult[]> {
  const { of } = puzzle.goal.limit;
  const found: RunResult[] = [];
  const program = { ...steppedProgram(puzzle), accesses: false };
  const left: Schedule[] = [[]];
  while (left.length > 0) {
    const prefixes = left.splice(-mostAtOnce);
    const results = await run(
      program,
      prefixes.map((prefix, id) => ({ id, prefix, sleep: [], maxSteps: 400 })),
    );
    for (const [at, result] of results.entries()) {
      const taken = scheduleOfRun(result.steps);
      found.push(result);
      // Another thread at each step behind the prefix begins a run of its own.
      for (let step = prefixes[at]?.length ?? 0; step < taken.length; step += 1)
        for (const thread of result.steps[step]?.point.enabled ?? []) {
          const prefix = [...taken.slice(0, step), thread];
          if (thread !== taken[step] && tallyOf(prefix)[of] <= most) left.push(prefix);
        }
    }
  }
  return found;
}

/** The puzzles that were there before they had rules. */
const solvedBefore =
  'record record-fix interest interest-fix tickets tickets-fix transfers transfers-fix table table-fix await-fix'.split(
    ' ',
  );

describe.each(breaks)('$id', (puzzle) => {
  const { goal, solution } = puzzle;

  it('is solved by its solution', { timeout: 180_000 }, async () => {
    const result = await scheduleOf(puzzle, solution);
    const taken = result.steps.map(({ thread }) => thread);
    expect(movesIn(taken)).toEqual(solution);
    expect(attemptStateOf(goal, tallyOf(taken), result.outcome)).toBe('reached');
  });

  it('cannot be solved with less than it allows', { timeout: 300_000 }, async () => {
    const runs = await within(puzzle, goal.limit.most - 1);
    expect(runs.length).toBeGreaterThan(0);
    const cheaper = runs.filter(
      ({ steps, outcome }) =>
        outcome !== null &&
        endsSo(goal.ending, outcome) &&
        tallyOf(scheduleOfRun(steps))[goal.limit.of] < goal.limit.most,
    );
    expect(cheaper).toEqual([]);
  });
});

describe.each(puzzles.filter(isProve))('$id', (puzzle) => {
  it('cannot be broken, which trying every schedule proves', { timeout: 180_000 }, async () => {
    const summary = await explore(proofProgram(puzzle), proofOptions);
    expect(standingOf(puzzle.goal, summary)).toBe('proven');
    expect(Object.values(sayProof(puzzle, summary)).join(' ')).toMatch(
      puzzle.tasks === true
        ? /^It cannot be done\. All [\d,]+ schedules in which its tasks can go on were tried, and each/
        : /^It cannot be done\. All [\d,]+ schedules of CPython with the GIL were tried, the order of the main/,
    );
  });
  it.skipIf(puzzle.tasks === true)('is broken by another puzzle without the GIL', () => {
    expect(breaks.map(({ program, rule }) => [program.name, rule])).toContainEqual([
      puzzle.program.name,
      'free-threaded',
    ]);
  });
});

describe('the puzzles to break', () => {
  it('come first where CPython with the GIL can do it', () => {
    const sharing = puzzles.findIndex(({ id }) => id === 'record');
    expect(puzzles.slice(sharing, sharing + 4).map(({ id }) => id)).toEqual([
      'record',
      'counter-call',
      'counter-gil',
      'counter-free',
    ]);
  });
  it('keep the names under which readers have solved them', () => {
    expect(puzzles.map(({ id }) => id)).toEqual(expect.arrayContaining(solvedBefore));
  });
});

async function verdict(puzzle: FixPuzzle, source: string): Promise<{ readonly kind: string; readonly said: string }> {
  const check = new FixCheck(explorer, puzzle);
  const began = performance.now();
  await check.start(source);
  const { phase, tried } = check.store.getState();
  if (process.env['TIMESLICE_TELL'] !== undefined)
    console.log(puzzle.id, phase.kind, tried, `${(performance.now() - began).toFixed(0)} ms`);
  return { kind: phase.kind, said: sayVerdict(puzzle.goal, phase) };
}

/** Puzzles to mend a program that goes wrong only without the GIL. */
const hiddenByTheGil: ReadonlySet<string> = new Set(['log-fix', 'hits-fix']);

describe.each(fixes)('$id', (puzzle) => {
  it('is broken at first', { timeout: 180_000 }, async () => {
    expect(await verdict(puzzle, puzzle.program.source)).toMatchObject({
      kind: 'broken',
      said: expect.stringContaining(
        hiddenByTheGil.has(puzzle.id)
          ? 'With the GIL nothing goes wrong. But a CPython without the GIL has a schedule that breaks it.'
          : 'There is still a schedule that breaks it, with the GIL and without.',
      ) as unknown,
    });
  });
  it('is mended by its solution', { timeout: 180_000 }, async () => {
    expect(await verdict(puzzle, puzzle.solution)).toMatchObject({
      kind: 'passed',
      said: expect.stringMatching(
        /^Fixed\. Whichever .*, with the GIL or without, the program ends well\.$/,
      ) as unknown,
    });
  });
  it.each(tries[puzzle.id] ?? [])(
    'tells what becomes of $what',
    { timeout: 180_000 },
    async ({ edits, kind, said }) => {
      const source = edits.reduce((text, [from, to]) => {
        expect(text).toContain(from);
        return text.replace(from, to);
      }, puzzle.program.source);
      const found = await verdict(puzzle, source);
      expect(found.said).toMatch(said);
      expect(found.kind).toBe(kind);
    },
  );
});

/** What readers may make of a program that is proven by running it, and what the page then says. */
const runTries: Readonly<Record<string, readonly (readonly [what: string, from: string, to: string, said: RegExp])[]>> =
  {
    'freeze-fix': [
      ['one fetch', 'while True:', 'if True:', /more than 300 ms/],
      [
        'one fetch in a thread',
        '    while True:\n        rate = fetch_rate()',
        '    if True:\n        rate = await asyncio.to_thread(fetch_rate)',
        /again and again/,
      ],
      [
        'nothing is fetched',
        'rate = fetch_rate()',
        'await asyncio.sleep(0)',
        /fetched 0 times”. The rate must still be fetched/,
      ],
      [
        'an async function around it',
        'rate = fetch_rate()',
        'rate = await asyncio.sleep(0, fetch_rate())',
        /more than 300 ms/,
      ],
    ],
    'growth-fix': [
      ['no set', '    sending.add(task)', '    task', /0 receipts sent.*must not vanish/],
      ['a set that is cleared', '    await delivered()', '    await delivered(); sending.clear()', /must not vanish/],
      ['a shorter receipt', 'return receipt', 'return None', /501 tasks in memory/],
    ],
  };

describe.each(puzzles.filter(isRun))('$id', ({ id, program, goal, solution }) => {
  const verdictOn = async (source: string) => {
    const { stdout, outcome } = await page.run(source, { timeoutMs: 30_000 });
    expect(outcome.status).toBe('finished');
    return verdictOf(goal, stdout);
  };
  it('goes wrong at first', { timeout: 180_000 }, async () => {
    expect(await verdictOn(program.source)).toMatchObject({ passed: false });
  });
  it('is mended by its solution', { timeout: 180_000 }, async () => {
    expect(await verdictOn(solution)).toMatchObject({ passed: true });
  });
  it.each(runTries[id] ?? [])('tells what becomes of %s', { timeout: 180_000 }, async (_, from, to, said) => {
    expect(program.source).toContain(from);
    const { passed, words } = await verdictOn(program.source.replace(from, to));
    expect(words).toMatch(said);
    expect(passed).toBe(false);
  });
});
