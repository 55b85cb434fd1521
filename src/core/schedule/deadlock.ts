import type { ObjectId, RunResult, StepIndex, ThreadIndex, WaitEdge } from './types';

/** A notification that came when nobody waited for it, and the wait that came too late. */
export interface LostWakeUp {
  readonly thread: ThreadIndex;
  readonly object: ObjectId;
  readonly notified: StepIndex;
  readonly waited: StepIndex;
}

/** What keeps the threads of a deadlock: the wait-for graph, and what is wrong in it. */
export interface Deadlock {
  readonly waits: readonly WaitEdge[];
  /** Threads that wait for each other in a circle, beginning with the lowest; empty if there is none. */
  readonly cycle: readonly WaitEdge[];
  readonly lost: readonly LostWakeUp[];
}

/** How a program calls its threads and objects. */
export interface Names {
  readonly thread: (thread: ThreadIndex) => string;
  /** With what it is: "lock A", "condition C". */
  readonly object: (object: ObjectId) => string;
  /** What a thread does that waits until another wakes it, after its name: "waits for an item of jobs". Null, or missing, where that is no more than being notified. */
  readonly asleep?: (thread: ThreadIndex) => string | null;
}

/** The threads that wait for each other in a circle, if any do. */
export function cycleOf(waits: readonly WaitEdge[]): readonly WaitEdge[] {
  const edges = new Map(waits.map((edge) => [edge.thread, edge]));
  /** The circle that is met from here, by way of `path`. */
  const follow = (thread: ThreadIndex, path: readonly WaitEdge[]): readonly WaitEdge[] => {
    const met = path.findIndex((edge) => edge.thread === thread);
    if (met >= 0) return path.slice(met);
    const edge = edges.get(thread);
    if (edge === undefined) return [];
    for (const holder of edge.holders) {
      const cycle = follow(holder, [...path, edge]);
      if (cycle.length > 0) return cycle;
    }
    return [];
  };
  for (const { thread } of waits) {
    const cycle = follow(thread, []);
    if (cycle.length === 0) continue;
    const lowest = cycle.findIndex((edge) => edge.thread === Math.min(...cycle.map((each) => each.thread)));
    return [...cycle.slice(lowest), ...cycle.slice(0, lowest)];
  }
  return [];
}

/** Analyses a run that ended in a deadlock; null if it ended otherwise. */
export function deadlockOf({ outcome, steps }: RunResult): Deadlock | null {
  if (outcome?.kind !== 'deadlock') return null;
  const { waits } = outcome;
  const lost = waits.flatMap(({ thread, object, kind }): LostWakeUp[] => {
    if (kind !== 'wake') return [];
    const waited = steps.findLastIndex(
      (step) =>
        step.thread === thread && step.accesses.some((access) => access.kind === 'wait' && access.object === object),
    );
    // A notification that wakes somebody is an access to that waiter as well.
    const notified = steps.findLastIndex(
      ({ accesses }, at) =>
        at < waited &&
        accesses.some((access) => access.kind === 'notify' && access.object === object) &&
        !accesses.some((access) => access.kind === 'notify' && access.shut === true),
    );
    return notified < 0 ? [] : [{ thread, object, notified, waited }];
  });
  return { waits, cycle: cycleOf(waits), lost };
}

/** The deadlock in words, a sentence for each thread. */
export function sayDeadlock({ waits, cycle, lost }: Deadlock, names: Names): string {
  const isStuck = (thread: ThreadIndex): boolean => waits.some((edge) => edge.thread === thread);
  const say = (edge: WaitEdge): string => {
    const who = names.thread(edge.thread);
    const what = names.object(edge.object);
    const holders = edge.holders
      .map((holder) =>
        holder === edge.thread ? 'itself' : names.thread(holder) + (isStuck(holder) ? '' : ', which has ended'),
      )
      .join(' and ');
    switch (edge.kind) {
      case 'acquire':
        return holders === ''
          ? `${who} waits for ${what}, which nobody is left to release.`
          : `${who} waits for ${what}, held by ${holders}.`;
      case 'join':
        return `${who} waits for the end of ${holders === '' ? what : holders}.`;
      case 'wake': {
        const asleep = names.asleep?.(edge.thread) ?? null;
        if (asleep !== null) return `${who} ${asleep}, and nobody is left to change that.`;
        return lost.some(({ thread }) => thread === edge.thread)
          ? `${who} waits to be notified of ${what}; the notification came before it waited, and woke nobody.`
          : `${who} waits to be notified of ${what}, and nobody is left to do it.`;
      }
    }
  };
  const others = waits.filter((edge) => !cycle.includes(edge));
  return [...cycle, ...others].map(say).join(' ');
}
