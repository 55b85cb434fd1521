import type { ScheduledProgram } from '../../../src/core/python/pythonSchedules';
import type { RunWishes } from '../page/main';
import type { PythonTab } from '../tab';
import { endOf, inChildren, inWords } from './pairs';

/** What a program prints and how it ends when it is run. */
export async function runsTo(tab: PythonTab, source: string, wishes: RunWishes = {}): Promise<string> {
  const { stdout, outcome } = await tab.run(source, { timeoutMs: 20_000, ...wishes });
  return inWords(stdout, endOf(outcome));
}

/** What the last of these programs prints and how it ends, when each runs in a process of its own, one after the other. */
export async function lastChildRunsTo(tab: PythonTab, programs: readonly string[]): Promise<string> {
  const { stdout, outcome } = await tab.run(inChildren(programs), { fileName: 'children.py', timeoutMs: 20_000 });
  return inWords(stdout.split('=== a child\n').at(-1) ?? '', endOf(outcome));
}

/** What a program prints and how it ends when it runs step by step, by the usual rule. */
export async function stepsTo(tab: PythonTab, source: string): Promise<string> {
  const program: ScheduledProgram = {
    source,
    fileName: 'program.py',
    granularity: 'line',
    watch: [],
    mainFirst: false,
    accesses: false,
  };
  const outcome = await tab.evaluate(async (wanted) => {
    const [run] = (await window.schedules?.run(wanted, [{ id: 0, prefix: [], sleep: [], maxSteps: 500 }])) ?? [];
    return run?.outcome;
  }, program);
  switch (outcome?.kind) {
    case 'finished':
      return inWords(outcome.state, 'exit 0');
    case 'exception':
      return inWords(outcome.state, `failed ${outcome.message}`);
    default:
      return inWords('', JSON.stringify(outcome));
  }
}
