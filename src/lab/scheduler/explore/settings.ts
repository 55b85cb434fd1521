import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { searchDefaults, type PreemptionBound, type SearchOptions } from '../../../core/schedule/search';
import { mostSteps } from '../step/stepper';

/** What a reader may set of a search. */
export interface ExploreSettings {
  readonly preemptions: PreemptionBound;
  /** Where there is no bound of preemptions: one schedule of each kind only. */
  readonly reduced: boolean;
  readonly maxRuns: number;
  readonly maxSteps: number;
  /** Global variables whose values belong to the outcome; null for those that the program comes with. */
  readonly watch: readonly string[] | null;
}

export const bounds: readonly PreemptionBound[] = [0, 1, 2, 3, 'all'];

/** What may be set; as many steps as can be stepped through. */
export const limits = {
  maxRuns: { min: 100, max: searchDefaults.maxRuns, step: 100 },
  maxSteps: { min: 50, max: mostSteps, step: 50 },
} as const;

export const usualSettings: ExploreSettings = {
  preemptions: 'all',
  reduced: false,
  maxRuns: 100_000,
  maxSteps: searchDefaults.maxSteps,
  watch: null,
};

/** Whether only one schedule of each kind is tried. */
export const isReduced = ({ preemptions, reduced }: ExploreSettings): boolean => preemptions === 'all' && reduced;

/** What is to be asked of the interpreters. */
export interface Plan {
  readonly program: ScheduledProgram;
  readonly options: SearchOptions;
}

/**
 * The program as it must be run for these settings, and the search. The reduction must know what each step does, and tries the main thread's steps too: else it would
 * take schedules for others that are not tried. A full search is faster without knowing.
 */
export function planOf(program: ScheduledProgram, settings: ExploreSettings): Plan {
  const { preemptions, maxRuns, maxSteps, watch } = settings;
  const own = { ...program, watch: watch ?? program.watch };
  if (isReduced(settings)) {
    return {
      program: { ...own, mainFirst: false, accesses: true },
      options: { reduction: 'source sets', preemptions: 'all', maxRuns, maxSteps },
    };
  }
  return { program: { ...own, accesses: false }, options: { reduction: 'none', preemptions, maxRuns, maxSteps } };
}

const identifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The names in `counter, done`, and what is none. */
export function readNames(text: string): { readonly names: readonly string[]; readonly wrong: readonly string[] } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  return {
    names: [...new Set(words.filter((word) => identifier.test(word)))],
    wrong: words.filter((word) => !identifier.test(word)),
  };
}
