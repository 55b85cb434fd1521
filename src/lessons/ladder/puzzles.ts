import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { circles } from './circles';
import { shared } from './shared';
import { tasks } from './tasks';
import { waiting } from './waiting';

/** The puzzles of the ladder that are in no lesson, in the order of `entries.ts`, which has what the ladder says of each. */
export const puzzles: readonly Puzzle[] = [...waiting, ...circles, ...shared, ...tasks];
