import { readObjectName, threadObject } from '../../../core/schedule/objectNames';
import type { ObjectId, RunResult, ThreadIndex } from '../../../core/schedule/types';
import type { FixGoal } from './goals';

/** What the threads of a run did for it. */
export interface Work {
  /** How many were started, besides the main thread. */
  readonly started: number;
  /** How many of them lived at the same time, at most. */
  readonly atOnce: number;
  /** How many changed something that others can see, or handed something on. */
  readonly working: number;
}

/** What every thread does, whatever it is for. */
function isUnnoticed(object: ObjectId): boolean {
  const named = readObjectName(object);
  return named.kind === 'life' || (named.kind === 'thing' && (named.thing === 'stdout' || named.thing === 'objects'));
}

/** Looks at the steps of a run, which must tell their accesses. */
export function workIn({ steps }: RunResult): Work {
  const working = new Set<ThreadIndex>();
  let [started, alive, atOnce] = [0, 0, 0];
  for (const { thread, accesses } of steps) {
    for (const { object, kind } of accesses) {
      if (kind === 'start' && readObjectName(object).kind === 'thread') {
        started += 1;
        alive += 1;
        atOnce = Math.max(atOnce, alive);
      } else if (thread !== 0 && kind === 'end' && object === threadObject(thread)) alive -= 1;
      else if (thread !== 0 && !isUnnoticed(object) && (kind === 'write' || kind === 'notify' || kind === 'release'))
        working.add(thread);
    }
  }
  return { started, atOnce, working: working.size };
}

/** Why a program that ends well is no fix, in words for the reader; null if it is one. */
export function sayWhatIsMissing(
  { threads, tasks = false }: FixGoal,
  { started, atOnce, working }: Work,
): string | null {
  const wanted = threads === 2 ? 'two' : threads === 3 ? 'three' : String(threads);
  const [who, least] = tasks ? ['tasks', threads + 1] : ['threads', threads];
  if (started < least)
    return `Without its ${who} the program cannot go wrong, but then it is another program. Start at least ${wanted} of them.`;
  if (atOnce < least)
    return `Your ${who} follow one another: each has ended before the next begins, so there is nothing to schedule. Let ${threads === 2 ? 'both' : `all ${wanted}`} of them exist at the same time.`;
  if (working < least)
    return `Some of your ${who} do nothing that anyone could notice. Each of the ${wanted} must do a part of the work.`;
  return null;
}
