import type { SearchSummary } from './frontier';
import { bySimplicity, choicesOf, switchesOf, type OutcomeRow } from './outcomes';
import {
  scheduleOf,
  type Outcome,
  type RunResult,
  type Schedule,
  type StepIndex,
  type ThreadIndex,
  type WorkItem,
} from './types';

/** The schedule with the fewest switches that was found for an outcome. */
export interface FewestSwitches {
  readonly schedule: Schedule;
  /** True if no schedule with this outcome has fewer; false if the search had to end before that was certain. */
  readonly least: boolean;
}

/** Bounds of the search for fewer switches. */
export interface FewestSwitchesOptions {
  /** No more runs than this in the exact search, and a quarter of it again in the search by small changes. */
  readonly maxRuns: number;
  readonly maxSteps: number;
  /** The main thread's steps are no choices: see `choicesOf`. */
  readonly mainFirst?: boolean;
  /** Asked before each batch: true ends the search with the best so far. */
  readonly enough?: () => boolean;
}

/** How many runs are asked for at once, since a message costs as much as a run. */
const batchSize = 16;

/** As `base` until `at`, and then this thread. */
interface Alternative {
  readonly base: Schedule;
  readonly at: StepIndex;
  readonly thread: ThreadIndex;
}

/**
 * Looks for a schedule with fewer switches than `found` that ends alike. It yields runs to be made, and is given their results in the order of the runs.
 *
 * It tries prefixes in the order of their switches, forced ones among them. Each schedule is made by a prefix of its own (up to the last choice that is not `goOn`'s), which
 * has no more switches than the schedule: once only prefixes are left with as many as the best, nothing better can come. Where that takes more than `maxRuns`, it goes on by
 * small changes to the best.
 */
export function* fewestSwitches(
  found: Schedule,
  isSame: (outcome: Outcome) => boolean,
  { maxRuns, maxSteps, mainFirst = false, enough = () => false }: FewestSwitchesOptions,
): Generator<readonly WorkItem[], FewestSwitches, readonly RunResult[]> {
  const count = (schedule: Schedule): number => switchesOf(choicesOf(schedule, mainFirst));
  let best = found;
  let fewest = count(found);
  /** By the number of switches, the last one first. */
  const levels: Alternative[][] = [];
  let runs = 0;

  const offer = (result: RunResult): boolean => {
    if (result.outcome === null || !isSame(result.outcome)) return false;
    const schedule = scheduleOf(result);
    if (bySimplicity(schedule, best, mainFirst) >= 0) return false;
    best = schedule;
    fewest = count(schedule);
    return true;
  };
  const grow = (from: StepIndex, { steps }: RunResult, base: Schedule): void => {
    let switches = count(base.slice(0, from));
    let previous = choicesOf(base.slice(0, from), mainFirst).at(-1);
    for (let at = from; at < steps.length; at += 1) {
      for (const thread of steps[at]?.point.enabled ?? []) {
        if (thread === base[at]) continue;
        const level = previous === undefined || previous === thread ? switches : switches + 1;
        if (level < fewest) (levels[level] ??= []).push({ base, at, thread });
      }
      if (mainFirst && base[at] === 0) continue;
      if (previous !== undefined && previous !== base[at]) switches += 1;
      previous = base[at];
      if (switches >= fewest) return;
    }
  };
  const pop = (): Schedule | undefined => {
    const next = levels
      .slice(0, fewest)
      .find((level) => level !== undefined && level.length > 0)
      ?.pop();
    return next && [...next.base.slice(0, next.at), next.thread];
  };

  let prefixes: Schedule[] = [[]];
  while (prefixes.length > 0 && runs < maxRuns && !enough()) {
    const results = yield prefixes.map((prefix, id) => ({ id: runs + id, prefix, sleep: [], maxSteps }));
    runs += prefixes.length;
    prefixes.forEach((prefix, index) => {
      const result = results[index];
      if (result === undefined) return;
      offer(result);
      grow(prefix.length, result, scheduleOf(result));
    });
    prefixes = [];
    for (let prefix = pop(); prefix !== undefined; prefix = pop()) {
      prefixes.push(prefix);
      if (prefixes.length === batchSize) break;
    }
  }
  if (prefixes.length === 0) return { schedule: best, least: true };

  const most = runs + Math.ceil(maxRuns / 4);
  for (let improved = true; improved && runs < most && !enough();) {
    improved = false;
    const changes = [...simplifications(best)];
    for (let at = 0; at < changes.length && !improved && runs < most && !enough(); at += batchSize) {
      const some = changes.slice(at, at + batchSize);
      const results = yield some.map((prefix, id) => ({ id: runs + id, prefix, sleep: [], maxSteps }));
      runs += some.length;
      for (const result of results) if (offer(result)) improved = true;
    }
  }
  return { schedule: best, least: false };
}

/** Schedules, or beginnings of schedules, that may be simpler than this one. */
function* simplifications(schedule: Schedule): Generator<Schedule> {
  const switches = schedule.flatMap((thread, at) => (at > 0 && thread !== schedule[at - 1] ? [at] : []));
  for (const at of [0, ...switches]) yield schedule.slice(0, at);
  const bounds = [0, ...switches, schedule.length];
  const stretches = bounds.slice(1).map((end, index) => schedule.slice(bounds[index], end));
  for (let later = 2; later < stretches.length; later += 1) {
    const earlier = stretches.slice(0, later - 1).findLastIndex((stretch) => stretch[0] === stretches[later]?.[0]);
    if (earlier < 0) continue;
    const [before, between, after] = [
      stretches.slice(0, earlier),
      stretches.slice(earlier + 1, later),
      stretches.slice(later + 1),
    ];
    const together = [...(stretches[earlier] ?? []), ...(stretches[later] ?? [])];
    yield [...before.flat(), ...together, ...between.flat(), ...after.flat()];
    yield [...before.flat(), ...between.flat(), ...together, ...after.flat()];
  }
}

/**
 * Whether no schedule of this outcome can have fewer switches than the simplest that a search has met: it tried all of them, or all with fewer. Whatever has more preemptions than
 * were tried has at least as many switches. A reduced search has not seen the schedules for which others stood.
 */
export function hasFewestSwitches(
  { mode, proven }: Pick<SearchSummary, 'mode' | 'proven'>,
  { simplest }: Pick<OutcomeRow, 'simplest'>,
  mainFirst = false,
): boolean {
  if (mode.reduction !== 'none') return false;
  return proven === 'all' || switchesOf(choicesOf(simplest, mainFirst)) <= (proven ?? -1) + 1;
}
