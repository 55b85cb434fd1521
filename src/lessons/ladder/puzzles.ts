import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { queues } from './queues';
import { waiting } from './waiting';

/** The puzzles of the ladder that are in no lesson. `entries.ts` has what the ladder says of each. */
export const puzzles: readonly Puzzle[] = [...waiting, ...queues];
