import { isPreemption } from './guide';
import type { Branch, PreemptionBound, SearchTree } from './search';
import { scheduleOf, type RunResult, type Schedule, type StepIndex, type ThreadIndex } from './types';

/** As `base` until `at`, and then this thread. */
interface Alternative {
  readonly base: Schedule;
  readonly at: StepIndex;
  readonly thread: ThreadIndex;
}

/**
 * Every schedule, with iterative preemption bounding (Musuvathi and Qadeer, PLDI 2007; the search of CHESS, OSDI 2008): first those without a preemption,
 * then those with one, and so on. It keeps no states: a branch is a prefix of choices, made again from the beginning. Since `goOn` never preempts, a run has
 * exactly the preemptions of its prefix, so that each schedule is made once, at its own level, whatever the bound.
 *
 * What will not be tried, since more than `mostRuns` come before it, is not kept either: a program of many steps has more alternatives than there is memory. One more than
 * can be tried is kept always, so that a level that lacks some is never done.
 */
export function fullTree(bound: PreemptionBound, mostRuns: number = Number.POSITIVE_INFINITY): SearchTree {
  const most = bound === 'all' ? Number.POSITIVE_INFINITY : bound;
  /** By number of preemptions, what is to be tried; the last is the next, and is the one nearest to the end of its run: hence few wait at a time. */
  const levels: Alternative[][] = [];
  let level = 0;
  let made = 0;

  const waiting = (at: number): number => levels[at]?.length ?? 0;
  /** Whether what comes before would already take all runs that may be made. */
  const comesTooLate = (at: number): boolean => made + waiting(level) + (at > level ? waiting(at) : 0) > mostRuns;

  function grow(from: StepIndex, result: RunResult): void {
    const { steps } = result;
    const base = scheduleOf(result);
    for (let at = from; at < steps.length; at += 1) {
      const step = steps[at];
      if (step === undefined || step.point.enabled.length === 1) continue;
      const previous = base[at - 1];
      for (const thread of step.point.enabled) {
        if (thread === step.thread) continue;
        const preemptions = isPreemption(step.point, previous, thread) ? level + 1 : level;
        if (preemptions <= most && !comesTooLate(preemptions)) (levels[preemptions] ??= []).push({ base, at, thread });
      }
    }
  }

  return {
    pop(): Branch | undefined {
      if (made === 0) {
        made = 1;
        return { prefix: [], sleep: [], grow: (result) => grow(0, result) };
      }
      const next = levels[level]?.pop();
      if (next === undefined) return undefined;
      made += 1;
      const prefix = next.base.slice(0, next.at);
      prefix.push(next.thread);
      return { prefix, sleep: [], grow: (result) => grow(prefix.length, result) };
    },
    advance(): boolean {
      level += 1;
      return levels[level] !== undefined;
    },
    get level() {
      return level;
    },
  };
}
