import type { ScheduledProgram, WatchedRun } from '../../../src/core/python/pythonSchedules';
import type { SearchSummary } from '../../../src/core/schedule/frontier';
import type { SearchMode, SearchOptions } from '../../../src/core/schedule/search';
import type { Outcome, Schedule } from '../../../src/core/schedule/types';
import { openTab, tabForTests, type PythonTab } from '../tab';
import { everything, programOf, reduced } from './search';

export { everything, programOf, reduced };

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

const schedulesOf = (page: PythonTab): SchedulesPage => ({
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
});

/** Opens a browser with one Python that runs schedules, on the page that `npm run differential` has built. */
export const openSchedules = async (): Promise<SchedulesPage> => schedulesOf(await openTab());

/** A browser that is open for the tests of the file that calls this. */
export const schedulesForTests = (): SchedulesPage => schedulesOf(tabForTests());
