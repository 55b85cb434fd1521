import type { Puzzle } from '../lab/scheduler/puzzle/puzzle';

/** The puzzles of all lessons that have some. They load when the first of them is opened. */
export const puzzles: readonly Puzzle[] = Object.values(
  import.meta.glob<{ readonly puzzles: readonly Puzzle[] }>('./*/puzzles.ts', { eager: true }),
).flatMap((module) => module.puzzles);
