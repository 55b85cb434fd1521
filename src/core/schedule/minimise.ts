import { Frontier } from './frontier';
import { preemptionsOf } from './guide';
import { lexicographic, switchesOf } from './outcomes';
import { scheduleOf, type Outcome, type RunResult, type Schedule, type WorkItem } from './types';

/** The simplest run that was found for an outcome. */
export interface Minimised {
  readonly result: RunResult;
  /** True if no other schedule with this outcome is simpler; false if the search for one had to end before that was certain. */
  readonly least: boolean;
}

/** Bounds of the search for a simpler schedule. */
export interface MinimiseOptions {
  /** No more runs than this in the exact search, and again in the search by small changes. */
  readonly maxRuns: number;
  readonly maxSteps: number;
}

/** Which run is easier to follow: fewest preemptions, then fewest steps, then fewest switches, then the one with the lower thread first. Negative for `a`. */
export function byEase(a: RunResult, b: RunResult): number {
  const [first, second] = [scheduleOf(a), scheduleOf(b)];
  return preemptionsOf(a.steps) - preemptionsOf(b.steps) || first.length - second.length || switchesOf(first) - switchesOf(second) || lexicographic(first, second);
}

/**
 * Looks for the easiest run that ends as `found` does. It yields runs to be made and is given their results, so that it can be driven by an interpreter as well as
 * by the model. First exactly, by the full search at rising preemption bounds (as CHESS finds bugs with the fewest preemptions); if that takes more than
 * `maxRuns`, by small changes to the best run: leaving the rest of it to `goOn`, and bringing two stretches of one thread together.
 */
export function* minimise(found: RunResult, isSame: (outcome: Outcome) => boolean, options: MinimiseOptions): Generator<WorkItem, Minimised, RunResult> {
  let best = found;
  const offer = (result: RunResult): boolean => {
    if (result.outcome === null || !isSame(result.outcome) || byEase(result, best) >= 0) return false;
    best = result;
    return true;
  };
  const frontier = new Frontier({ reduction: 'none', preemptions: preemptionsOf(found.steps), ...options });
  for (let item = frontier.next(); item !== null; item = frontier.next()) {
    const result = yield item;
    frontier.report(item, result);
    offer(result);
    if (frontier.proven !== null && (frontier.proven === 'all' || frontier.proven >= preemptionsOf(best.steps))) return { result: best, least: true };
  }
  let runs = 0;
  for (let improved = true; improved; ) {
    improved = false;
    for (const prefix of simplifications(scheduleOf(best))) {
      if (runs >= options.maxRuns) break;
      runs += 1;
      improved = offer(yield { id: runs, prefix, sleep: [], maxSteps: options.maxSteps });
      if (improved) break;
    }
  }
  return { result: best, least: false };
}

/** Schedules, or beginnings of such, that may be simpler than this one. */
export function* simplifications(schedule: Schedule): Generator<Schedule> {
  const switches = schedule.flatMap((thread, at) => (at > 0 && thread !== schedule[at - 1] ? [at] : []));
  for (const at of [0, ...switches]) yield schedule.slice(0, at);
  const bounds = [0, ...switches, schedule.length];
  const stretches = bounds.slice(1).map((end, index) => schedule.slice(bounds[index], end));
  for (let later = 2; later < stretches.length; later += 1) {
    const earlier = stretches.slice(0, later - 1).findLastIndex((stretch) => stretch[0] === stretches[later]?.[0]);
    if (earlier < 0) continue;
    const [before, between, after] = [stretches.slice(0, earlier), stretches.slice(earlier + 1, later), stretches.slice(later + 1)];
    const together = [...(stretches[earlier] ?? []), ...(stretches[later] ?? [])];
    yield [...before.flat(), ...together, ...between.flat(), ...after.flat()];
    yield [...before.flat(), ...between.flat(), ...together, ...after.flat()];
  }
}

/** Minimises with one runner. */
export function minimiseWith(run: (item: WorkItem) => RunResult, found: RunResult, isSame: (outcome: Outcome) => boolean, options: MinimiseOptions): Minimised {
  const search = minimise(found, isSame, options);
  let turn = search.next();
  while (turn.done !== true) turn = search.next(run(turn.value));
  return turn.value;
}
