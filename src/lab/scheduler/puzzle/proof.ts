import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import type { SearchSummary } from '../../../core/schedule/frontier';
import type { SearchOptions } from '../../../core/schedule/search';
import { endsSo, type ProveGoal } from './goals';
import { steppedProgram, type ProvePuzzle } from './puzzle';

/** What is tried: also the schedules in which the main thread does not go first. */
export const proofProgram = (puzzle: ProvePuzzle): ScheduledProgram => ({
  ...steppedProgram(puzzle),
  mainFirst: false,
  accesses: false,
});

/** Every schedule, and not one of each kind: the number is to be understood. */
export const proofOptions: SearchOptions = { reduction: 'none', preemptions: 'all', maxRuns: 20_000, maxSteps: 400 };

/** What a search has come to: `open` where it has shown neither. */
export function standingOf(
  { ending }: ProveGoal,
  { outcomes, conclusive }: SearchSummary,
): 'open' | 'proven' | 'refuted' {
  if (outcomes.some(({ outcome }) => !endsSo(ending, outcome))) return 'refuted';
  return conclusive ? 'proven' : 'open';
}
