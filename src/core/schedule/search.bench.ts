import { bench, describe } from 'vitest';
import { boundedBuffer, counter, independent, lockedIncrements, philosophers } from './model/examples';
import type { Program } from './model/program';
import { explore, runner } from './model/run';
import type { SearchMode } from './search';

/**
 * `npx vitest bench src/core/schedule`: whole searches of the model a second; times the schedules in its name, that is schedules a second. The search and
 * the model together should make over 100,000 a second of the small programs, so that an interpreter is what takes the time.
 */
const full: SearchMode = { reduction: 'none', preemptions: 'all' };
const reduced: SearchMode = { reduction: 'source sets', preemptions: 'all' };

function search(name: string, program: Program, mode: SearchMode): void {
  const once = () => explore(runner(program), { ...mode, maxRuns: 1_000_000, maxSteps: 200 });
  const { schedules } = once();
  bench(`${name}: ${schedules} schedules, ${mode.reduction === 'none' ? 'full' : 'reduced'}`, () => void once());
}

describe('searches of the model', () => {
  for (const mode of [full, reduced]) {
    search('the counter', counter, mode);
    search('seven and seven independent steps', independent(7, 7), mode);
    search('three philosophers', philosophers(3), mode);
    search('two producers and a consumer', boundedBuffer, mode);
    search('three threads of three locked increments', lockedIncrements(3, 3), mode);
  }
});
