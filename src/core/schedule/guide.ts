import { conflicts, isTimeout } from './dependence';
import { ByPriority } from './priorities';
import type { AbandonReason, Accesses, Sleeper, SwitchPoint, ThreadIndex, WorkItem } from './types';

/** What a guide says at a switch point: take a step with this thread, or end the run here. */
export type Choice =
  | { readonly kind: 'run'; readonly thread: ThreadIndex }
  | { readonly kind: 'stop'; readonly why: AbandonReason | 'redundant' };

/** Whether a thread could go on by itself, without letting a timeout run out. */
export const isWilling = (point: SwitchPoint, thread: ThreadIndex): boolean =>
  point.enabled.includes(thread) && !isTimeout(point.next[thread]);

/**
 * Whether choosing `thread` after `previous` is a preemption: a switch away from a thread that could have gone on. A switch away from one that has
 * ended, is blocked, or has only a timeout to wait for, is none (Musuvathi and Qadeer, "Iterative context bounding", PLDI 2007).
 */
export const isPreemption = (point: SwitchPoint, previous: ThreadIndex | undefined, thread: ThreadIndex): boolean =>
  previous !== undefined && previous !== thread && isWilling(point, previous);

/** Which thread goes on where nothing is prescribed: the one that ran before, else the first that needs no timeout, else the first. Never a preemption unless `previous` is asleep. */
export function goOn(
  point: SwitchPoint,
  previous: ThreadIndex | undefined,
  asleep: readonly Sleeper[] = [],
): ThreadIndex | undefined {
  const awake = (thread: ThreadIndex): boolean => !asleep.some((sleeper) => sleeper.thread === thread);
  if (previous !== undefined && isWilling(point, previous) && awake(previous)) return previous;
  return point.enabled.find((thread) => awake(thread) && !isTimeout(point.next[thread])) ?? point.enabled.find(awake);
}

/** Who still sleeps after a step: those whose own next step does not conflict with it. */
export const stillAsleep = (asleep: readonly Sleeper[], thread: ThreadIndex, accesses: Accesses): readonly Sleeper[] =>
  asleep.length === 0
    ? asleep
    : asleep.filter((sleeper) => sleeper.thread !== thread && !conflicts(sleeper.accesses, accesses));

/**
 * Makes the choices of one run, wherever it is made: first those of the work item, then by its priorities, or if it has none `goOn` among the threads that do not sleep.
 * The runner asks at every switch point with a thread to choose, and does as it is told.
 */
export class Guide {
  readonly #item: WorkItem;
  #asleep: readonly Sleeper[] = [];
  #taken = 0;
  #previous: ThreadIndex | undefined;
  /** Where each named state was met, and who has run since the beginning. */
  #seen: Map<string, number> | null = null;
  readonly #ran: ThreadIndex[] = [];
  readonly #priorities: ByPriority | null;

  constructor(item: WorkItem) {
    this.#item = item;
    this.#priorities = item.priorities === undefined ? null : new ByPriority(item.priorities);
  }

  /**
   * @param point Where the program stands; somebody is enabled.
   * @param accessed What the step chosen before did; empty at the beginning.
   */
  choose(point: SwitchPoint, accessed: Accesses): Choice {
    const { prefix, sleep, maxSteps } = this.#item;
    const at = this.#taken;
    if (this.#previous !== undefined && at >= prefix.length) {
      this.#asleep = stillAsleep(at === prefix.length ? sleep : this.#asleep, this.#previous, accessed);
    }
    if (at >= maxSteps) return { kind: 'stop', why: 'steps' };
    const circle = at >= prefix.length ? this.#circle(point) : this.#note(point);
    if (circle !== null) return { kind: 'stop', why: circle };
    const wanted =
      at < prefix.length
        ? prefix[at]
        : this.#priorities === null
          ? goOn(point, this.#previous, this.#asleep)
          : this.#priorities.choose(at, point.enabled);
    if (wanted === undefined) return { kind: 'stop', why: 'redundant' };
    if (at < prefix.length && !point.enabled.includes(wanted)) return { kind: 'stop', why: 'diverged' };
    this.#taken = at + 1;
    this.#previous = wanted;
    if (this.#seen !== null) this.#ran.push(wanted);
    return { kind: 'run', thread: wanted };
  }

  #note(point: SwitchPoint): null {
    if (point.state !== undefined) (this.#seen ??= new Map()).set(point.state, this.#taken);
    return null;
  }

  /** If the state has been met before in this run: whether everyone who could run did so in between. */
  #circle(point: SwitchPoint): AbandonReason | null {
    if (point.state === undefined) return null;
    const since = this.#seen?.get(point.state);
    this.#note(point);
    if (since === undefined) return null;
    const ran = this.#ran.slice(since);
    return point.enabled.every((thread) => ran.includes(thread)) ? 'livelock' : 'spin';
  }
}
