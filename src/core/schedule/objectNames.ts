import type { ObjectId, ThreadIndex } from './types';

/** Things of which there is one in a run, or that have no names of their own. */
const things = [
  'items',
  'stdout',
  'threads',
  'thread names',
  'time',
  'clock',
  'anything',
  'program',
  'objects',
  'failure',
  'random',
  'tasks',
  'a future',
  'a lock',
  'earlier locks',
] as const;

/** What an `ObjectId` names. src/python/scheduled/names.py makes these names, and says what each is. */
export type NamedObject =
  /** A thread or a task. */
  | { readonly kind: 'thread'; readonly thread: ThreadIndex }
  /** Whether a thread lives. */
  | { readonly kind: 'life'; readonly thread: ThreadIndex }
  /** The moment at which a thread's sleep or timeout ends. */
  | { readonly kind: 'deadline'; readonly thread: ThreadIndex }
  /** What a thread made as its `count`th lock or condition. */
  | { readonly kind: 'lock' | 'condition'; readonly maker: ThreadIndex; readonly count: number }
  | { readonly kind: 'library lock' | 'event loop'; readonly count: number }
  /** What a thread waits for within a condition, an event or a queue that has this lock. */
  | { readonly kind: 'wait'; readonly thread: ThreadIndex; readonly lock: ObjectId }
  /** An event's flag, or what lies in a `SimpleQueue`: that which has this lock. */
  | { readonly kind: 'event' | 'queue'; readonly lock: ObjectId }
  /** Variables of the program; the attributes of a name whatever they belong to. */
  | { readonly kind: 'global' | 'cell' | 'attribute'; readonly name: string }
  /** An attribute, or the items, of what a thread made as its `count`th object. */
  | { readonly kind: 'attribute of'; readonly name: string; readonly maker: ThreadIndex; readonly count: number }
  | { readonly kind: 'items of'; readonly maker: ThreadIndex; readonly count: number }
  | { readonly kind: 'thing'; readonly thing: (typeof things)[number] }
  /** No name that names.py makes. */
  | { readonly kind: 'unknown' };

const knownThings: ReadonlySet<string> = new Set(things);

/** Names with numbers in them: `#` stands for a number. */
const numbered: Readonly<Record<string, (first: number, second: number) => NamedObject>> = {
  'thread #': (thread) => ({ kind: 'thread', thread }),
  'thread # lives': (thread) => ({ kind: 'life', thread }),
  'time of #': (thread) => ({ kind: 'deadline', thread }),
  'lock #.#': (maker, count) => ({ kind: 'lock', maker, count }),
  'condition #.#': (maker, count) => ({ kind: 'condition', maker, count }),
  'items of #.#': (maker, count) => ({ kind: 'items of', maker, count }),
  'library lock #': (count) => ({ kind: 'library lock', count }),
  'event loop #': (count) => ({ kind: 'event loop', count }),
};

/** What stands before the name of a variable or of a lock. */
const prefixed: Readonly<Record<string, (rest: string) => NamedObject>> = {
  'global ': (name) => ({ kind: 'global', name }),
  'cell ': (name) => ({ kind: 'cell', name }),
  'attribute ': (name) => ({ kind: 'attribute', name }),
  'event of ': (lock) => ({ kind: 'event', lock }),
  'queue of ': (lock) => ({ kind: 'queue', lock }),
};

/** No name with numbers is longer. */
const mostCharacters = 64;

/** What an object's name says. Takes any text. */
export function readObjectName(object: ObjectId): NamedObject {
  if (knownThings.has(object)) return { kind: 'thing', thing: object as (typeof things)[number] };
  const [, name, maker, count] = /^attribute (\S+) of (\d+)\.(\d+)$/.exec(object) ?? [];
  if (name !== undefined) return { kind: 'attribute of', name, maker: Number(maker), count: Number(count) };
  for (const [prefix, read] of Object.entries(prefixed))
    if (object.length > prefix.length && object.startsWith(prefix)) return read(object.slice(prefix.length));
  const [, waiter, lock] = /^wait of (\d+) for ([^]+)$/.exec(object) ?? [];
  if (waiter !== undefined && lock !== undefined) return { kind: 'wait', thread: Number(waiter), lock };
  if (object.length > mostCharacters) return { kind: 'unknown' };
  const pattern = object.replace(/\d+/g, '#');
  const [first = 0, second = 0] = (object.match(/\d+/g) ?? []).map(Number);
  return (Object.hasOwn(numbered, pattern) ? numbered[pattern]?.(first, second) : undefined) ?? { kind: 'unknown' };
}

/** What an object is a part of, by its name: the attribute or the items of one object are a part of those of all objects. Undefined for what is no part. */
export const wholeOf = (object: ObjectId): ObjectId | undefined =>
  /^(items|attribute \S+) of \d+\.\d+$/.exec(object)?.[1];

/** How names.py calls a thread or a task. */
export const threadObject = (thread: ThreadIndex): ObjectId => `thread ${thread}`;
