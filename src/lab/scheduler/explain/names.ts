import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { Names } from '../../../core/schedule/deadlock';
import { mostInName, shorten, withoutFunction } from '../../../core/base/shorten';
import { readObjectName } from '../../../core/schedule/objectNames';
import type { ObjectId, ThreadIndex } from '../../../core/schedule/types';
import { conditionOf, lockOfThing, placedAt, sayAsleep } from './things';

/** A thread's name in a sentence. */
export const nameInSentence = (name: string): string => shorten(withoutFunction(name), mostInName);

/** How the program calls the threads and things of a run; a later moment knows more names. */
export function namesIn(moment: Pick<ScheduledMoment, 'threads' | 'locks' | 'things'>): Names {
  const { threads, locks } = moment;
  const thread = (number: ThreadIndex): string => nameInSentence(threads[number]?.name ?? `thread ${number}`);
  const lockOf = (object: ObjectId): ScheduledMoment['locks'][number] | undefined =>
    locks.find((lock) => lock.object === object);
  const nameOf = (object: ObjectId): string => {
    const lock = lockOf(object);
    if (lock !== undefined) return lock.kind === 'lock' ? lockCalled(lock.name) : lockOfThing(lock.name);
    const named = readObjectName(object);
    switch (named.kind) {
      case 'global':
      case 'cell':
        return named.name;
      case 'condition':
        return conditionOf(moment, object)?.name ?? 'a condition without a name';
      case 'wait':
        // What is waited for within a queue, an event or a condition.
        return lockOf(named.lock)?.name ?? 'something that has no name';
      case 'event':
      case 'queue':
        return lockOf(named.lock)?.name ?? object;
      case 'thread':
        return thread(named.thread);
      case 'lock':
        return 'a lock without a name';
      case 'attribute of':
        // Of which object, a reader cannot know: its number is no name that the program has.
        return `attribute ${named.name}`;
      case 'items of':
        return wordsFor['items'] ?? object;
      case 'thing':
        return wordsFor[named.thing] ?? object;
      default:
        return object;
    }
  };
  return {
    thread,
    object: (object) => shorten(nameOf(object), mostInName),
    asleep: (number) => {
      const placed = placedAt(moment, threads[number]);
      return placed?.place.how === 'asleep' && placed.thing.kind !== 'condition' ? sayAsleep(placed) : null;
    },
  };
}

/** Many a lock is called “lock”. */
const lockCalled = (name: string): string =>
  name === 'lock' ? 'the lock' : /lock/i.test(name) ? name : `lock ${name}`;

const wordsFor: Readonly<Record<string, string>> = {
  items: 'the items of a container',
  stdout: 'the output',
  threads: 'the threads',
  objects: 'which objects still live',
  time: 'time',
};
