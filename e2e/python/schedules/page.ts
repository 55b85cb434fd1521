import { inject } from 'vitest';
import type { ScheduledProgram, WatchedRun } from '../../../src/core/python/pythonSchedules';
import type { SearchSummary } from '../../../src/core/schedule/frontier';
import type { SearchMode, SearchOptions } from '../../../src/core/schedule/search';
import type { Outcome, Schedule } from '../../../src/core/schedule/types';
import { openPython } from '../open.mjs';

export const everything: SearchMode = { reduction: 'none', preemptions: 'all' };
export const reduced: SearchMode = { reduction: 'source sets', preemptions: 'all' };

/** A program whose lines are its steps, with whatever else it is to have. */
export const program = (source: string, more: Partial<ScheduledProgram> = {}): ScheduledProgram => ({
  source,
  fileName: 'program.py',
  granularity: 'line',
  watch: [],
  mainFirst: false,
  accesses: true,
  ...more,
});

/** How a run ended: what it printed, what it raised, or one word. */
export function inWords(outcome: Outcome): string {
  if (outcome.kind === 'finished') return outcome.state;
  return outcome.kind === 'exception' ? outcome.message : outcome.kind === 'deadlock' ? 'deadlock' : outcome.why;
}

/** The outcomes of a search, sorted. */
export const wordsOf = ({ outcomes }: SearchSummary): string[] =>
  outcomes.map(({ outcome }) => inWords(outcome)).sort();

/** A browser with one Python that runs schedules. */
export interface SchedulesPage {
  explore(what: ScheduledProgram, mode: SearchMode, bounds?: Partial<SearchOptions>): Promise<SearchSummary>;
  replay(what: ScheduledProgram, prefix: Schedule, maxSteps?: number): Promise<WatchedRun>;
  close(): Promise<void>;
}

/** Opens one, as `npm run differential` has built it. */
export async function openSchedules(): Promise<SchedulesPage> {
  const page = await openPython({ dir: inject('pythonPage') });
  return {
    explore: (what, mode, bounds) =>
      page.evaluate(
        ([given, options]) => {
          if (window.schedules === undefined) throw new Error('The page is not ready.');
          return window.schedules.explore(given, options);
        },
        [what, { maxRuns: 2000, maxSteps: 500, ...bounds, ...mode }] as const,
      ),
    replay: (what, prefix, maxSteps = prefix.length) =>
      page.evaluate(
        ([given, choices, most]) => {
          if (window.schedules === undefined) throw new Error('The page is not ready.');
          return window.schedules.replay(given, choices, { maxSteps: most });
        },
        [what, prefix, maxSteps] as const,
      ),
    close: () => page.close(),
  };
}
