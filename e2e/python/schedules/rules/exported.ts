import { fileURLToPath } from 'node:url';
import type { ScheduledProgram, WatchedRun } from '../../../../src/core/python/pythonSchedules';
import { cpythonRules, type CPythonRule } from '../../../../src/core/schedule/rule';
import { regressionTest } from '../../../../src/lab/scheduler/regression/regressionTest';
import type { openPython } from '../../open.mjs';
import { inWords, programAt, reduced } from '../search';
import { programOf, rulePairs } from './known';

/** A test that the page makes of a known program's wrong outcome. */
export interface ExportedTest {
  /** The name of the program. */
  readonly name: string;
  /** The first rule under which the outcome is found. */
  readonly rule: CPythonRule;
  /** What the test must find, in the words of `known.ts`. */
  readonly outcome: string;
  /** The file, in Python. */
  readonly text: string;
}

type Evaluate = Pick<Awaited<ReturnType<typeof openPython>>, 'evaluate'>;

/** A known program, to be run under a rule. */
export const programNamed = (name: string, granularity: CPythonRule): ScheduledProgram =>
  programAt(fileURLToPath(programOf(name)), { fileName: `${name}.py`, granularity });

/** The tests of all wrong outcomes of these programs: those that their correct twins do not come to. */
export async function exportTests(page: Evaluate, names: readonly string[]): Promise<readonly ExportedTest[]> {
  const tests: ExportedTest[] = [];
  for (const { name, broken, fixed } of rulePairs.filter((pair) => names.includes(pair.name))) {
    const expected = fixed.freeThreaded.map((outcome) => `${outcome}\n`);
    const seen = new Set(fixed.freeThreaded);
    for (const rule of cpythonRules) {
      const known = rule === 'gil' ? broken.gil : broken.freeThreaded;
      if (known.every((outcome) => seen.has(outcome))) continue;
      const program = programNamed(name, rule);
      for (const { result: run, moments } of await runsOf(page, program)) {
        const outcome = run.outcome === null ? '' : inWords(run.outcome);
        if (seen.has(outcome) || !known.includes(outcome)) continue;
        seen.add(outcome);
        tests.push({
          name,
          rule,
          outcome,
          text: regressionTest({ program, run, moments, expected, python: '3.14.2' }),
        });
      }
    }
  }
  return tests;
}

/** The simplest run of each outcome of a program, with its states. */
export const runsOf = ({ evaluate }: Evaluate, program: ScheduledProgram): Promise<readonly WatchedRun[]> =>
  evaluate(
    async ([wanted, mode]) => {
      const page = window.schedules;
      if (page === undefined) throw new Error('The page is not ready.');
      const { outcomes } = await page.explore(wanted, { ...mode, maxRuns: 20_000, maxSteps: 500 });
      const runs: WatchedRun[] = [];
      for (const { simplest } of outcomes)
        runs.push(await page.replay(wanted, simplest, { maxSteps: simplest.length + 1 }));
      return runs;
    },
    [program, reduced] as const,
  );

/** What a test says when it fails with an outcome in the words of `known.ts`. */
export const sayEnd = (outcome: string): string =>
  /^(?:\w+: )?\w+(?:Error|Exception|Interrupt)\b/.test(outcome) ? `an exception: ${outcome}` : `, got '${outcome}\\n'`;
