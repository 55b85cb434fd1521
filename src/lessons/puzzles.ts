import type { Puzzle } from '../lab/scheduler/puzzle/puzzle';
import { puzzles as async } from './async/puzzles';
import { puzzles as sharing } from './sharing/puzzles';

/** The puzzles of all lessons. They load when the first of them is opened. */
export const puzzles: readonly Puzzle[] = [...sharing, ...async];
