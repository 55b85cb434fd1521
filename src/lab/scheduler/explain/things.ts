import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import type { SharedThing, ThingPlace } from '../../../core/python/sharedThings';
import { readObjectName } from '../../../core/schedule/objectNames';
import type { ObjectId, ThreadIndex } from '../../../core/schedule/types';

type Parts = Pick<ScheduledMoment, 'things' | 'locks'>;

/** "changed's lock", "jobs' lock". */
export const lockOfThing = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'} lock`;

/** The condition that waits and notifications call so. */
export const conditionOf = ({ things }: Pick<Parts, 'things'>, object: ObjectId): SharedThing | undefined =>
  things.find((thing) => thing.kind === 'condition' && thing.object === object);

/** Whether the reader takes a lock for one that the program has: its own, and those of its conditions. Those within other things are held only while these work. */
export function isLockToTell({ locks, things }: Parts, object: ObjectId): boolean {
  const lock = locks.find((one) => one.object === object);
  return (
    lock?.kind === 'lock' ||
    (lock !== undefined && things.some((one) => one.kind === 'condition' && one.lock === object))
  );
}

/** A thread's place in a method of a thing. */
export interface Placed {
  readonly thing: SharedThing;
  readonly place: ThingPlace;
}

/** Where a thread stands; null where it is in no method of a thing. */
export function placedAt({ things }: Pick<Parts, 'things'>, told: ThreadMoment | undefined): Placed | null {
  const place = told?.at ?? null;
  const thing = things[place?.thing ?? -1];
  return place === null || thing === undefined ? null : { thing, place };
}

/** What a thread does that waits for another to wake it, after its name: "waits for an item of jobs". */
export function sayAsleep({ thing, place: { method } }: Placed): string {
  const { name } = thing;
  switch (thing.kind) {
    case 'condition':
      return `sleeps in ${name}.${method}() until it is notified`;
    case 'semaphore':
      return `waits for a permit of ${name}`;
    case 'event':
      return `waits until ${name} is set`;
    case 'barrier':
      return thing.here > 0 ? `waits at ${name}, where ${thing.here} of ${thing.parties} are` : `waits at ${name}`;
    case 'queue':
      return method === 'put'
        ? `waits for room in ${name}`
        : method === 'join'
          ? `waits until all that was put into ${name} is done`
          : `waits for an item of ${name}`;
  }
}

/** What has become of a thread's wait, after its name; null where it has not been woken, or has not waited. */
export function sayWoken({ thing, place: { how } }: Placed): string | null {
  if (how === 'late') return 'was not woken in time';
  return how === 'woken' ? (thing.kind === 'condition' ? 'was notified' : 'was woken') : null;
}

/** A fact about a thing, before the threads that it is about. */
export interface Fact {
  readonly words: string;
  readonly threads: readonly ThreadIndex[];
  /** Those threads wait. */
  readonly waiting?: true;
}

/** What a thing has, and which threads wait at it for what. The first is about the thing alone, or about who holds its lock. */
export function factsOf(moment: ScheduledMoment, at: number): readonly Fact[] {
  const thing = moment.things[at];
  if (thing === undefined) return [];
  const there = (test: (place: ThingPlace, told: ThreadMoment) => boolean): readonly ThreadIndex[] =>
    moment.threads.flatMap((told, thread) => (told.at?.thing === at && test(told.at, told) ? [thread] : []));
  const waiting = (words: string, test: (place: ThingPlace, told: ThreadMoment) => boolean): readonly Fact[] => {
    const threads = there(test);
    return threads.length === 0 ? [] : [{ words, threads, waiting: true }];
  };
  const asleep = (words: string, ...methods: readonly string[]): readonly Fact[] =>
    waiting(words, ({ how, method }) => how === 'asleep' && (methods.length === 0 || methods.includes(method)));
  const woken = waiting(thing.kind === 'condition' ? 'notified' : 'woken', ({ how }) => how === 'woken');
  const late = waiting('not woken in time', ({ how }) => how === 'late');
  const forLock = waiting('lock wanted by', ({ how }, told) => how === 'enters' && isBlockedFor(told, thing.lock));
  const alone = (words: string): Fact => ({ words, threads: [] });
  switch (thing.kind) {
    case 'condition': {
      const lock = moment.locks.find(({ object }) => object === thing.lock);
      const holders = lock?.holders ?? [];
      const whose = lock?.kind === 'lock' ? `lock ${lock.name}` : 'lock';
      return [
        holders.length === 0 ? alone(`${whose} free`) : { words: `${whose} held by`, threads: holders },
        ...forLock,
        ...asleep('asleep'),
        ...woken,
        ...late,
      ];
    }
    case 'semaphore':
      return [
        alone(
          `${thing.permits}${thing.most === null ? '' : ` of ${thing.most}`} ${thing.permits === 1 && thing.most === null ? 'permit' : 'permits'} left`,
        ),
        ...asleep('wanted by'),
        ...woken,
        ...late,
        ...forLock,
      ];
    case 'event':
      return [alone(thing.set ? 'set' : 'not set'), ...asleep('awaited by'), ...woken, ...late, ...forLock];
    case 'barrier':
      return [
        alone(thing.broken ? 'broken' : thing.open ? 'open: all have come' : `${thing.here} of ${thing.parties} there`),
        ...asleep('waiting'),
        ...woken,
        ...late,
        ...forLock,
      ];
    case 'queue':
      return [
        alone(sayItems(thing)),
        ...asleep('wait to put', 'put'),
        ...asleep('wait to get', 'get'),
        ...asleep('wait for the end of all', 'join'),
        ...woken,
        ...late,
        ...forLock,
      ];
  }
}

const isBlockedFor = ({ status, waits }: ThreadMoment, lock: ObjectId | null): boolean =>
  status === 'waits' && lock !== null && waits?.object === lock;

/** A queue's items, and how much room there is: "[1, 2], full". */
function sayItems({ items, size, most }: SharedThing & { readonly kind: 'queue' }): string {
  const more = size > items.length ? `, … ${size} in all` : '';
  const room = most <= 0 ? '' : size >= most ? ', full' : `, room for ${most - size}${size > 0 ? ' more' : ''}`;
  return `${size === 0 ? 'empty' : `[${items.join(', ')}${more}]`}${room}`;
}

/** What an object is drawn as: all that wait within one thing wait for one. */
export function sharedObject(object: ObjectId): ObjectId {
  const named = readObjectName(object);
  return named.kind === 'wait' ? `within ${named.lock}` : object;
}
