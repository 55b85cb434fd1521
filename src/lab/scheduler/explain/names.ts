import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { Names } from '../../../core/schedule/deadlock';
import { mostInName, shorten, withoutFunction } from '../../../core/base/shorten';
import type { ObjectId, ThreadIndex } from '../../../core/schedule/types';

/** A thread's name in a sentence. */
export const nameInSentence = (name: string): string => shorten(withoutFunction(name), mostInName);

const globalPrefix = 'global ';

/** How the program calls the threads and things of a run; a later moment knows more names. */
export function namesIn({ threads, locks }: Pick<ScheduledMoment, 'threads' | 'locks'>): Names {
  const thread = (number: ThreadIndex): string => nameInSentence(threads[number]?.name ?? `thread ${number}`);
  const lockOf = (object: ObjectId): ScheduledMoment['locks'][number] | undefined =>
    locks.find((lock) => lock.object === object);
  const nameOf = (object: ObjectId): string => {
    const lock = lockOf(object);
    if (lock !== undefined) return lock.kind === 'lock' ? lockCalled(lock.name) : lock.name;
    if (object.startsWith(globalPrefix)) return object.slice(globalPrefix.length);
    const [, attribute] = /^attribute (.+)$/.exec(object) ?? [];
    if (attribute !== undefined) return `attribute ${attribute}`;
    const [, cell] = /^cell (.+)$/.exec(object) ?? [];
    if (cell !== undefined) return cell;
    // What is waited for within a queue, an event or a condition.
    const [, within] = /^wait of \d+ for (.+)$/.exec(object) ?? [];
    if (within !== undefined) return lockOf(within)?.name ?? 'something that has no name';
    const [, number] = /^thread (\d+)$/.exec(object) ?? [];
    if (number !== undefined) return thread(Number(number));
    return knownThings[object] ?? (object.startsWith('lock ') ? 'a lock without a name' : object);
  };
  return { thread, object: (object) => shorten(nameOf(object), mostInName) };
}

/** Many a lock is called “lock”. */
const lockCalled = (name: string): string =>
  name === 'lock' ? 'the lock' : /lock/i.test(name) ? name : `lock ${name}`;

const knownThings: Readonly<Record<string, string>> = {
  items: 'the items of a container',
  stdout: 'the output',
  threads: 'the threads',
  objects: 'which objects still live',
  time: 'time',
};
