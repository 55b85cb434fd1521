/** What the page says of a run for other CPythons: which of them can make its switches, and a test that makes them take the order of the run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WatchedRun } from '../../../../src/core/python/pythonSchedules';
import { switchAt } from '../../../../src/lab/scheduler/explain/switches';
import { hasPython, python } from '../../../../tools/native';
import { tabForTests } from '../../tab';
import { inWords } from '../search';
import { exportTests, programNamed, runsOf, sayEnd } from './exported';
import { rulePairs } from './known';

const tab = tabForTests({}, (opened) => opened.evaluate(() => window.schedules?.boot(), null));

/** The rules of all switches of a run. */
const marksOf = ({ result: { steps }, moments }: WatchedRun): readonly string[] =>
  steps.flatMap((_, at) => switchAt(steps, moments, at) ?? []);

const bounded = rulePairs.filter(({ spins = false }) => !spins);

describe('the switches of a run', () => {
  it.each(bounded)(
    'of $name: any CPython makes them with the GIL; an outcome that needs its absence has another',
    { timeout: 180_000 },
    async ({ name, broken }) => {
      const withGil = await runsOf(tab, programNamed(name, 'gil'));
      expect(withGil.flatMap(marksOf).filter((mark) => mark !== 'gil')).toEqual([]);
      const without = await runsOf(tab, programNamed(name, 'free-threaded'));
      const needless = without.filter(
        (run) => run.result.outcome !== null && !broken.gil.includes(inWords(run.result.outcome)),
      );
      expect(needless.filter((run) => !marksOf(run).includes('free-threaded')).map(({ result }) => result)).toEqual([]);
    },
  );
});

const tested =
  `add_global add_global_loop add_cell add_property add_python_hash call_c_function call_with_star pop_last lazy_list double_checked_call swap_items sum_of_generator
  counter_missing append_then_index list_emptied_in_loop with_python_enter lock_between lock_after_each sleep_between ready_too_early_call yield_between`.split(
    /\s+/,
  );

describe.runIf(hasPython)('a test for CPython', () => {
  /** Runs a test natively, wherever its switches may come from. */
  const run = (text: string): { readonly status: number | null; readonly stderr: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'exported-'));
    try {
      const path = join(folder, 'test_order.py');
      writeFileSync(path, text);
      return spawnSync(python, [path], { encoding: 'utf8', env: { ...process.env, ON_ANY_BUILD: '1' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('fails with the outcome that it was made for', { timeout: 300_000 }, async () => {
    const tests = await exportTests(tab, tested);
    expect(tests.length).toBeGreaterThanOrEqual(tested.length);
    for (const { name, outcome, text } of tests) {
      const { status, stderr } = run(text);
      expect({ name, status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining(sayEnd(outcome)) });
    }
  });

  it('passes once its program is mended', { timeout: 300_000 }, async () => {
    for (const { name, text } of await exportTests(tab, [
      'add_global',
      'pop_last',
      'call_c_function',
      'lock_between',
    ])) {
      const [source, mended] = [programNamed(name, 'gil').source, programNamed(`${name}_fixed`, 'gil').source];
      expect(text).toContain(source);
      const { status, stderr } = run(text.replace(source, () => mended));
      expect({ name, status, stderr }).toMatchObject({ status: 0 });
    }
  });
});
