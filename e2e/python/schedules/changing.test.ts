/** Programs that change what runs share: each run of a batch is as the first, and as CPython's. */
import { describe, expect, it } from 'vitest';
import { hasPython, runNatively } from '../../../tools/native';
import { tabForTests } from '../tab';
import { inWords, namesIn, pathOf, programAt } from './search';

/** What each prints. */
const programs: Readonly<Record<string, string>> = {
  changes_settings: 'True',
  looks_at_itself: 'True 1 MainThread of the program\nexit',
  replaces_a_method: `(False, 'JSONEncoder.default') {"1": "a set"}`,
  takes_sleep_away: '[1] True',
  wraps_print: '[log] hello',
  wraps_start: `['one']`,
  wraps_stdout: '> hello',
};

const tab = tabForTests();

it('none is left out', () => {
  expect(namesIn('changing')).toEqual(Object.keys(programs));
});

describe.each(Object.entries(programs))('%s', (name, printed) => {
  it('prints one text in each run, and in another batch', { timeout: 180_000 }, async () => {
    const runs = await tab.evaluate(
      async (program) => {
        if (window.schedules === undefined) throw new Error('The page is not ready.');
        const items = [0, 1, 2].map((id) => ({ id, prefix: [], sleep: [], maxSteps: 300 }));
        return [...(await window.schedules.run(program, items)), ...(await window.schedules.run(program, items))];
      },
      programAt(pathOf('changing', name)),
    );
    expect(runs.map(({ outcome }) => outcome && inWords(outcome))).toEqual(runs.map(() => printed));
  });

  it.runIf(hasPython)('and natively', async () => {
    expect((await runNatively(pathOf('changing', name), '', { timeoutSeconds: 20 })).stdout.trimEnd()).toBe(printed);
  });
});
