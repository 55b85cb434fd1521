import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { fewestSwitches, type FewestSwitches } from '../../../core/schedule/fewestSwitches';
import type { Outcome, Schedule } from '../../../core/schedule/types';
import type { Millis } from '../../../core/base/time';
import type { Explorer } from './explorer';

/** How long a reader who wants to step through an outcome waits for a simpler schedule, at most. */
const longestMs: Millis = 1500;

interface SimplifyOptions {
  readonly maxRuns: number;
  readonly maxSteps: number;
  /** Aborted when the answer is not wanted any more: the search then returns the best so far. */
  readonly signal?: AbortSignal;
}

/** Looks, for a short time, for a schedule with fewer switches that ends as `found` does. Rejects where the interpreters do. */
export async function simplify(
  python: Pick<Explorer, 'run'>,
  program: ScheduledProgram,
  found: Schedule,
  isSame: (outcome: Outcome) => boolean,
  { signal, ...bounds }: SimplifyOptions,
): Promise<FewestSwitches> {
  const until = performance.now() + longestMs;
  const search = fewestSwitches(found, isSame, {
    ...bounds,
    mainFirst: program.mainFirst,
    enough: () => signal?.aborted === true || performance.now() > until,
  });
  let turn = search.next();
  while (turn.done !== true) turn = search.next(await python.run(program, turn.value));
  return turn.value;
}
