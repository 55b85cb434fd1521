import { scheduleOf, type RunResult, type Schedule, type ThreadIndex } from '../../../core/schedule/types';
import type { Explorer } from '../explore/explorer';
import { attemptStateOf, movesIn, tallyOf } from './goals';
import { steppedProgram, type BreakPuzzle } from './puzzle';

/** What helps a reader on from where they stand. */
export type NextMove =
  /** This thread's move is one that leads to the end that is wanted, within the limit. */
  | { readonly kind: 'go'; readonly thread: ThreadIndex }
  /** No way on was found: so many moves are to be undone, to be on a known way again. `certain` where there is no way on. */
  | { readonly kind: 'back'; readonly moves: number; readonly certain: boolean };

/** How many schedules are tried from where the reader stands. */
const mostRuns = 800;
/** How many at once, since a message costs as much as a run. */
const batchSize = 32;
const maxSteps = 400;

/**
 * The next move of a way to break the program from where the reader stands: the recorded way's if the reader is on it, and otherwise that of the first way the search finds.
 * Rejects where the interpreters do.
 * @param taken All steps so far, with the main thread's.
 */
export async function nextMove(python: Pick<Explorer, 'run'>, puzzle: BreakPuzzle, taken: Schedule): Promise<NextMove> {
  const { goal, solution } = puzzle;
  const moves = movesIn(taken);
  const common = commonLength(moves, solution);
  const known = solution[common];
  if (common === moves.length && known !== undefined) return { kind: 'go', thread: known };
  const back = { kind: 'back', moves: moves.length - common } as const;

  const program = { ...steppedProgram(puzzle), accesses: false };
  const left: Schedule[] = [taken];
  let runs = 0;
  while (left.length > 0 && runs < mostRuns) {
    const prefixes = left.splice(0, batchSize);
    runs += prefixes.length;
    const results = await python.run(
      program,
      prefixes.map((prefix, id) => ({ id, prefix, sleep: [], maxSteps })),
    );
    for (const [at, result] of results.entries()) {
      const schedule = scheduleOf(result);
      if (result.outcome !== null && attemptStateOf(goal, tallyOf(schedule), result.outcome) === 'reached') {
        const thread = movesIn(schedule)[moves.length];
        if (thread !== undefined) return { kind: 'go', thread };
      }
      left.push(...alternatives(puzzle, result, prefixes[at]?.length ?? 0));
    }
  }
  return { ...back, certain: left.length === 0 };
}

/** What else could have been chosen at each step behind a prefix, without more being spent than may be. */
function alternatives({ goal }: BreakPuzzle, result: RunResult, from: number): readonly Schedule[] {
  const schedule = scheduleOf(result);
  return result.steps.slice(from).flatMap(({ thread, point }, behind) =>
    point.enabled
      .filter((other) => other !== thread)
      .map((other) => [...schedule.slice(0, from + behind), other])
      .filter((prefix) => tallyOf(prefix)[goal.limit.of] <= goal.limit.most),
  );
}

function commonLength(one: Schedule, other: Schedule): number {
  const differs = one.findIndex((thread, at) => thread !== other[at]);
  return differs < 0 ? one.length : differs;
}
