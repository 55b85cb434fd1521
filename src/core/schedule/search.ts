import type { Priorities, RunResult, Schedule, Sleeper } from './types';

/** How many preemptions a schedule may have, or `all` there can be. */
export type PreemptionBound = number | 'all';

/**
 * What to try. Reduction and a preemption bound exclude each other: of many schedules that come to the same, the reduction keeps one, and that one may have
 * more preemptions than the bound allows where another has not, so that outcomes would be lost (Coons, Musuvathi and McKinley, "Bounded partial-order
 * reduction", OOPSLA 2013, say what it takes to combine them).
 */
export type SearchMode =
  | { readonly reduction: 'none'; readonly preemptions: PreemptionBound }
  | { readonly reduction: 'source sets'; readonly preemptions: 'all' };

/** Schedules that are drawn at random instead of being tried one after another: see `randomTree`. */
export interface RandomWishes {
  /** Equal seeds draw alike. */
  readonly seed: number;
  /** For bugs of which depth runs are made, in turn. */
  readonly depths: readonly number[];
  /** The most steps that earlier runs of the program had; 0 where there were none. */
  readonly steps: number;
}

/** A search and its bounds. */
export type SearchOptions = SearchMode & {
  /** Draws schedules at random, of all that the mode has. Only where it reduces and bounds nothing. */
  readonly random?: RandomWishes;
  /** The main thread goes first: its steps are no choices, and switches are counted without them. */
  readonly mainFirst?: boolean;
  /** No more runs than this. */
  readonly maxRuns: number;
  /** A run of more steps is abandoned. */
  readonly maxSteps: number;
};

/** Bounds that suit a program on a page. */
export const searchDefaults = { maxRuns: 1_000_000, maxSteps: 2_000 } as const;

/** A run that is still to be made. */
export interface Branch {
  readonly prefix: Schedule;
  /** Who sleeps before the last choice of the prefix. */
  readonly sleep: readonly Sleeper[];
  readonly priorities?: Priorities;
  /** Adds to the tree what the run shows to be wanted. */
  readonly grow: (result: RunResult) => void;
}

/** What remains to be tried. It comes in levels: those of a later one wait until the earlier ones are done. */
export interface SearchTree {
  /** Takes a branch of the present level, if one is left. */
  readonly pop: () => Branch | undefined;
  /** Begins the next level when the present one is done, and says whether there is one. */
  readonly advance: () => boolean;
  /** How many preemptions the present level stands for; null where levels are not counted so. */
  readonly level: number | null;
  /** What may be said of schedules that were drawn at random; there only where they are. */
  readonly random?: () => RandomSummary;
}

/** What is known of schedules that were drawn at random: `chances` says what that guarantees. */
export interface RandomSummary {
  /** The most threads of a run so far, and the most steps. */
  readonly threads: number;
  readonly steps: number;
  /** Whether a run was cut off: it might have hit a bug later. */
  readonly cut: boolean;
  /** How many runs were made for a depth, with changes drawn from so many steps. */
  readonly drawn: readonly { readonly depth: number; readonly steps: number; readonly runs: number }[];
}
