import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScheduledProgram, WatchedRun } from '../../../src/core/python/pythonSchedules';
import type { SearchSummary } from '../../../src/core/schedule/frontier';
import type { SearchMode } from '../../../src/core/schedule/search';
import type { Outcome, Schedule } from '../../../src/core/schedule/types';
import type { PythonTab } from '../tab';

/** Every schedule. */
export const everything: SearchMode = { reduction: 'none', preemptions: 'all' };
/** One schedule of each kind. */
export const reduced: SearchMode = { reduction: 'source sets', preemptions: 'all' };

/** One search to be made. */
export interface Search {
  readonly program: ScheduledProgram;
  readonly mode: SearchMode;
  readonly maxRuns: number;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The path of `<name>.py` in a folder beside this file. */
export const pathOf = (inFolder: string, name: string): string => `${folder}${inFolder}/${name}.py`;

/** The names of the programs in a folder beside this file. */
export const namesIn = (inFolder: string): readonly string[] =>
  readdirSync(`${folder}${inFolder}`)
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -'.py'.length))
    .sort();

/** A program to be run line by line, and with what it does to shared things, unless said otherwise. */
export const programOf = (source: string, more: Partial<ScheduledProgram> = {}): ScheduledProgram => ({
  source,
  fileName: 'program.py',
  granularity: 'line',
  watch: [],
  mainFirst: false,
  accesses: true,
  ...more,
});

/** A program that lies in a file, as `programOf` gives it. */
export const programAt = (path: string, more: Partial<ScheduledProgram> = {}): ScheduledProgram =>
  programOf(readFileSync(path, 'utf8'), more);

/** Makes these searches, one after another; all in one call, since each costs little more. */
export function explore(tab: PythonTab, searches: readonly Search[]): Promise<readonly SearchSummary[]> {
  return tab.evaluate(async (wanted) => {
    if (window.schedules === undefined) throw new Error('The page is not ready.');
    const found: SearchSummary[] = [];
    for (const { program, mode, maxRuns } of wanted)
      found.push(await window.schedules.explore(program, { ...mode, maxRuns, maxSteps: 500 }));
    return found;
  }, searches);
}

/** Replays each of these schedules `times` times. Gives the traces as JSON, since they are to be compared. */
export function replay(
  tab: PythonTab,
  schedules: readonly { readonly program: ScheduledProgram; readonly schedule: Schedule }[],
  times: number,
): Promise<readonly (readonly string[])[]> {
  return tab.evaluate(
    async ([wanted, count]) => {
      const page = window.schedules;
      if (page === undefined) throw new Error('The page is not ready.');
      const all: string[][] = [];
      for (const { program, schedule } of wanted) {
        const found: string[] = [];
        for (let time = 0; time < count; time += 1)
          found.push(JSON.stringify(await page.replay(program, schedule, { maxSteps: schedule.length + 1 })));
        all.push(found);
      }
      return all;
    },
    [schedules, times] as const,
  );
}

/** A trace that `replay` gave. */
export const traceIn = (json: string): WatchedRun => JSON.parse(json) as WatchedRun;

/** An outcome as known.ts has it. */
export function inWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'finished':
      return outcome.state.trimEnd();
    case 'exception':
      return outcome.message;
    case 'deadlock':
      return `deadlock: ${outcome.waits.map(({ thread }) => thread).join(', ')}`;
    case 'abandoned':
      return outcome.why;
  }
}

/** The outcomes of a search in words, each once, in order. */
export const wordsOf = ({ outcomes }: Pick<SearchSummary, 'outcomes'>): readonly string[] =>
  [...new Set(outcomes.map(({ outcome }) => inWords(outcome)))].sort();
