import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScheduledProgram, WatchedRun } from '../../../../src/core/python/pythonSchedules';
import { cpythonRules, type CPythonRule } from '../../../../src/core/schedule/rule';
import { regressionTest } from '../../../../src/lab/scheduler/regression/regressionTest';
import type { openPython } from '../../open.mjs';
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

/** The tests of all wrong outcomes of these programs: those that their correct twins do not come to. */
export async function exportTests({ evaluate }: Evaluate, names: readonly string[]): Promise<readonly ExportedTest[]> {
  const tests: ExportedTest[] = [];
  for (const { name, broken, fixed } of rulePairs.filter((pair) => names.includes(pair.name))) {
    const seen = new Set(fixed.freeThreaded);
    for (const rule of cpythonRules) {
      const program: ScheduledProgram = {
        source: readFileSync(fileURLToPath(programOf(name)), 'utf8'),
        fileName: `${name}.py`,
        granularity: rule,
        watch: [],
        mainFirst: false,
        accesses: true,
      };
      const known = rule === 'gil' ? broken.gil : broken.freeThreaded;
      if (known.every((outcome) => seen.has(outcome))) continue;
      for (const watched of await wrongRuns(evaluate, program)) {
        const { outcome } = watched.result;
        const words = outcome?.kind === 'finished' ? outcome.state.trimEnd() : outcome?.kind === 'exception' ? outcome.message : '';
        if (seen.has(words) || !known.includes(words)) continue;
        seen.add(words);
        const expected = fixed.freeThreaded.map((one) => `${one}\n`);
        const { result: run, moments } = watched;
        const text = regressionTest({ program, run, moments, expected, python: '3.14.2' });
        tests.push({ name, rule, outcome: words, text });
      }
    }
  }
  return tests;
}

/** The simplest run of each outcome of a program, with its states. */
const wrongRuns = (evaluate: Evaluate['evaluate'], program: ScheduledProgram): Promise<readonly WatchedRun[]> =>
  evaluate(async (wanted) => {
    const page = window.schedules;
    if (page === undefined) throw new Error('The page is not ready.');
    const { outcomes } = await page.explore(wanted, {
      reduction: 'source sets',
      preemptions: 'all',
      maxRuns: 20_000,
      maxSteps: 500,
    });
    const runs: WatchedRun[] = [];
    for (const { simplest } of outcomes) runs.push(await page.replay(wanted, simplest, { maxSteps: simplest.length + 1 }));
    return runs;
  }, program);

/** What a test says when it fails with an outcome in the words of `known.ts`. */
export const sayEnd = (outcome: string): string =>
  /^(?:\w+: )?\w+(?:Error|Exception|Interrupt)\b/.test(outcome) ? `an exception: ${outcome}` : `, got '${outcome}\\n'`;
