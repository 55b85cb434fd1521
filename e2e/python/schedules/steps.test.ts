/** A run that halts after each step, and goes on from there, is the run that is made at once with all of its choices. */
import { describe, expect, it } from 'vitest';
import type { Granularity, ScheduledProgram } from '../../../src/core/python/pythonSchedules';
import { tabForTests } from '../tab';
import { namesIn, pathOf, programAt, programOf } from './search';

const page = tabForTests();

/** How many steps are taken before going back, and after that. */
const stepsThere = 60;
const stepsAgain = 25;

/**
 * Takes steps one at a time, goes back by half of them, and goes on otherwise. Gives what of it is not as in one replay of those choices, and how many steps were taken.
 */
const walks = (programs: readonly ScheduledProgram[]) =>
  page.evaluate(
    async ([wanted, there, again]) => {
      const schedules = window.schedules;
      if (schedules === undefined) throw new Error('The page is not ready.');
      const differences: string[] = [];
      let taken = 0;
      const differ = (where: string, one: unknown, other: unknown): void => {
        const [stepped, replayed] = [JSON.stringify(one), JSON.stringify(other)];
        if (stepped !== replayed) differences.push(`${where}: ${stepped} and not ${replayed}`);
      };
      for (const program of wanted) {
        const begun = await schedules.step(program, [], { from: 0 });
        let [steps, moments] = [begun.result.steps, begun.moments];
        const stretches: readonly (readonly [begin: number, end: number, turn: number])[] = [
          [0, there, 5],
          [-1, again, 3],
        ];
        for (const [begin, count, turn] of stretches) {
          const from = begin === 0 ? 0 : Math.floor(steps.length / 2);
          steps = steps.slice(0, from);
          moments = moments.slice(0, from + 1);
          let outcome = null;
          for (let at = from; at < from + count && outcome === null; at += 1) {
            const enabled = moments.at(-1)?.enabled ?? [];
            const thread = enabled[(at * turn + (at >> 2)) % enabled.length];
            if (thread === undefined) break;
            const choices = [...steps.map((step) => step.thread), thread];
            const { result, moments: further } = await schedules.step(program, choices, { from: at + 1 });
            steps = [...steps, ...result.steps.slice(at)];
            moments = [...moments, ...further];
            outcome = result.outcome;
          }
          const choices = steps.map((step) => step.thread);
          const whole = await schedules.replay(program, choices, { from: 0 });
          differ(`${program.fileName}, number of states`, moments.length, whole.moments.length);
          steps.forEach((step, at) => differ(`${program.fileName}, step ${at}`, step, whole.result.steps[at]));
          moments.forEach((moment, at) => differ(`${program.fileName}, state ${at}`, moment, whole.moments[at]));
          taken += steps.length;
        }
      }
      return { differences, taken };
    },
    [programs, stepsThere, stepsAgain] as const,
  );

/** But for programs with a lock that has a name for a few steps only: it goes by that name if its state was looked at meanwhile, which it is not on the way back to a state that is known. */
const all = namesIn('programs').filter((name) => !name.startsWith('lock_of_its_own'));

it.each<[Granularity, number]>([
  ['line', 0],
  ['gil', 1],
  ['access', 2],
])('steps by %s show what a replay shows', { timeout: 300_000 }, async (granularity, part) => {
  const names = all.filter((_, index) => index % 3 === part);
  const programs = names.map((name) => programAt(pathOf('programs', name), { granularity, fileName: `${name}.py` }));
  const { differences, taken } = await walks(programs);
  expect(differences).toEqual([]);
  expect(taken).toBeGreaterThan(20 * programs.length);
});

it.each<Granularity>(['gil', 'access', 'bytecode', 'free-threaded'])(
  'the first choice is that behind the steps of the main thread, by %s',
  { timeout: 180_000 },
  async (granularity) => {
    const program = programAt(pathOf('programs', 'five_lines'), { granularity, mainFirst: true });
    const { differences, taken } = await walks([program]);
    expect(differences).toEqual([]);
    expect(taken).toBeGreaterThan(10);
  },
);

const counts = `import threading

total = 0


def work():
    global total
    for _ in range(500):
        seen = total
        total = seen + 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;

describe('a run that has halted', () => {
  it(
    'goes on with many steps at once, and ends where another program, or a search, takes its interpreter',
    { timeout: 180_000 },
    async () => {
      const program = programOf(counts, { mainFirst: true });
      const seen = await page.evaluate(async (given) => {
        const schedules = window.schedules;
        if (schedules === undefined) throw new Error('The page is not ready.');
        const choices = Array.from({ length: 300 }, (_, at) => 1 + ((at >> 1) % 2));
        const begun = await schedules.step(given, [], { maxSteps: 5000 });
        const forced = begun.result.steps.map(({ thread }) => thread);
        const told: (readonly [steps: number, states: number, globals: string | undefined])[] = [];
        const ask = async (length: number): Promise<void> => {
          const prefix = [...forced, ...choices.slice(0, length)];
          const { result, moments } = await schedules.step(given, prefix, { maxSteps: 5000, from: prefix.length });
          told.push([result.steps.length - forced.length, moments.length, moments[0]?.globals.join(' ')]);
        };
        await ask(100);
        await ask(300);
        await schedules.explore(
          { ...given, accesses: false },
          { reduction: 'none', preemptions: 0, maxRuns: 20, maxSteps: 5000 },
        );
        await ask(301 - 1);
        await schedules.step({ ...given, source: 'pass' }, []);
        await ask(299);
        await ask(300);
        return { told, isForced: forced.every((thread) => thread === 0) };
      }, program);
      expect(seen.isForced).toBe(true);
      expect(seen.told.map(([steps, states]) => [steps, states])).toEqual(
        [100, 300, 300, 299, 300].map((steps) => [steps, 1]),
      );
      expect(seen.told[1]).toEqual(seen.told[2]);
      expect(seen.told[1]).toEqual(seen.told[4]);
      expect(seen.told[0]).not.toEqual(seen.told[1]);
    },
  );

  it('tells the bytecode, also where the main thread has gone first', { timeout: 180_000 }, async () => {
    const { result, moments, codes } = await page.evaluate(
      (program) => {
        if (window.schedules === undefined) throw new Error('The page is not ready.');
        return window.schedules.step(program, [], { maxSteps: 5000 });
      },
      programOf(counts, { mainFirst: true, granularity: 'bytecode' }),
    );
    expect(codes?.map(({ name }) => name)).toEqual(['<module>', 'work']);
    expect([result.outcome, result.steps.length > 9, moments.length]).toEqual([null, true, result.steps.length + 1]);
  });
});
