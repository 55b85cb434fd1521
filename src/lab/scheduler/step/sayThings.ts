import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { SharedThing } from '../../../core/python/sharedThings';
import { listInWords } from '../../../core/base/shorten';
import type { ThreadIndex } from '../../../core/schedule/types';

/** What a thread's step made of semaphores, events, barriers and queues, after the thread's name: "put 3 into jobs", "came to gate, as 1 of 2". */
export function sayThingChanges(
  before: ScheduledMoment,
  after: ScheduledMoment,
  thread: ThreadIndex,
): readonly string[] {
  return after.things.flatMap((now, index) => {
    const was = before.things[index];
    return was === undefined ? [] : sayChange(was, now, comesTo(before, after, thread, index));
  });
}

/** Whether the thread began to wait within a thing. */
const comesTo = (before: ScheduledMoment, after: ScheduledMoment, thread: ThreadIndex, thing: number): boolean =>
  after.threads[thread]?.at?.thing === thing &&
  after.threads[thread].at.how === 'asleep' &&
  before.threads[thread]?.at?.how !== 'asleep';

function sayChange(was: SharedThing, now: SharedThing, comes: boolean): readonly string[] {
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
    return comes ? [`came to ${name} as one of ${now.parties}`] : [];
  }
  if (was.kind === 'queue' && now.kind === 'queue') return sayItems(was.items, now.items, name, was.size - now.size);
  return [];
}

/** What was put into a queue, and what was taken, as far as its items were told. */
function sayItems(
  was: readonly string[],
  now: readonly string[],
  name: string,
  fewer: number,
): readonly string[] {
  const without = (items: readonly string[], others: readonly string[]): readonly string[] => {
    const left = [...others];
    return items.filter((item) => {
      const at = left.indexOf(item);
      if (at < 0) return true;
      left.splice(at, 1);
      return false;
    });
  };
  // Of a long queue the first items are told: what has moved up among them was not put there now.
  const put = fewer > 0 ? [] : without(now, was);
  const taken = fewer < 0 ? [] : without(was, now);
  return [
    ...(taken.length === 0 ? [] : [`took ${listInWords(taken)} from ${name}`]),
    ...(put.length === 0 ? [] : [`put ${listInWords(put)} into ${name}`]),
  ];
}
