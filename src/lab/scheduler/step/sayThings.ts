import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { SharedThing } from '../../../core/python/sharedThings';
import { listInWords } from '../../../core/base/shorten';
import type { Access, ObjectId, ThreadIndex } from '../../../core/schedule/types';
import { namesIn } from '../explain/names';
import { conditionOf, isLockToTell } from '../explain/things';

/** What a thread's step made of locks of asyncio, of semaphores, events, barriers and queues, after the thread's name: "put 3 into jobs". What accesses tell is left to them. */
export function sayThingChanges(
  before: ScheduledMoment,
  after: ScheduledMoment,
  thread: ThreadIndex,
  accesses: readonly Access[],
): readonly string[] {
  const isTold = (object: ObjectId): boolean => accesses.some((access) => access.object === object);
  return [
    ...sayLocks(before, after, thread, isTold),
    ...after.things.flatMap((now, index) => {
      const was = before.things[index];
      const woken = wokenAt(before, after, index);
      if (now.kind === 'condition')
        return woken.length === 0 || (now.object !== null && isTold(now.object)) ? [] : [sayWoken(now.name, woken)];
      return was === undefined ? [] : sayChange(was, now);
    }),
  ];
}

/** Whom a step woke that slept within a thing, by their names. */
function wokenAt(before: ScheduledMoment, after: ScheduledMoment, thing: number): readonly string[] {
  const names = namesIn(after);
  return after.threads.flatMap(({ at }, thread) =>
    at?.thing === thing && at.how === 'woken' && before.threads[thread]?.at?.how === 'asleep'
      ? [names.thread(thread)]
      : [],
  );
}

const sayWoken = (name: string, woken: readonly string[]): string =>
  `notified ${name} (${woken.length === 0 ? 'nobody slept there' : `which woke ${listInWords(woken)}`})`;

/** A notification, by what accesses call the condition. */
export function sayNotified(before: ScheduledMoment, after: ScheduledMoment, object: ObjectId): string {
  const thing = conditionOf(after, object);
  const name = namesIn(after).object(object);
  return thing === undefined ? `notified ${name}` : sayWoken(name, wokenAt(before, after, after.things.indexOf(thing)));
}

/** That the holder of an `RLock` acquired it once more, or undid that. */
export function sayTimes(before: ScheduledMoment, after: ScheduledMoment, object: ObjectId): string {
  const timesIn = ({ locks }: ScheduledMoment): number => locks.find((lock) => lock.object === object)?.times ?? 0;
  const [was, now] = [timesIn(before), timesIn(after)];
  const name = namesIn(after).object(object);
  return now > was ? `took ${name} once more, which makes ${now} times` : `let go of ${name} once`;
}

/** The locks of asyncio that a task took or let go of. */
const sayLocks = (
  before: ScheduledMoment,
  after: ScheduledMoment,
  thread: ThreadIndex,
  isTold: (object: ObjectId) => boolean,
): readonly string[] =>
  after.locks.flatMap(({ object, holders }) => {
    if (isTold(object) || !isLockToTell(after, object)) return [];
    const held = before.locks.find((lock) => lock.object === object)?.holders.includes(thread) ?? false;
    const holds = holders.includes(thread);
    if (held === holds) return [];
    return [`${holds ? 'took' : 'let go of'} ${namesIn(after).object(object)}`];
  });

function sayChange(was: SharedThing, now: SharedThing): readonly string[] {
  const { name } = now;
  if (was.kind === 'semaphore' && now.kind === 'semaphore') {
    const change = now.permits - was.permits;
    if (change === 0) return [];
    const permits = Math.abs(change) === 1 ? 'a permit' : `${Math.abs(change)} permits`;
    return [change < 0 ? `took ${permits} of ${name}` : `gave ${permits} back to ${name}`];
  }
  if (was.kind === 'event' && now.kind === 'event')
    return was.set === now.set ? [] : [now.set ? `set ${name}` : `cleared ${name}`];
  if (was.kind === 'barrier' && now.kind === 'barrier') {
    if (now.broken && !was.broken) return [`broke ${name}`];
    if (now.open && !was.open) return [`came to ${name} as the last of ${now.parties}, and opened it`];
    return now.here > was.here ? [`came to ${name}, where ${now.here} of ${now.parties} are now`] : [];
  }
  return was.kind === 'queue' && now.kind === 'queue' ? sayItems(was.items, now.items, name, was.size - now.size) : [];
}

/** What was put into a queue, and what was taken, as far as its items were told; `fewer` is how many there are less than before. */
function sayItems(was: readonly string[], now: readonly string[], name: string, fewer: number): readonly string[] {
  // Of a long queue the first items are told: what has moved up among them was not put there now.
  const put = fewer > 0 ? [] : without(now, was);
  const taken = fewer < 0 ? [] : without(was, now);
  return [
    ...(taken.length === 0 ? [] : [`took ${listInWords(taken)} from ${name}`]),
    ...(put.length === 0 ? [] : [`put ${listInWords(put)} into ${name}`]),
  ];
}

/** The items that are not among the others, each as often as it is there more often than among those. */
function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return items.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
