import type { ObjectId, ThreadIndex } from '../schedule/types';
import { actorIn, countIn, expectAnswer, fieldsIn, listIn, numberIn, oneOf, orNull, textIn } from './answers';

/** What each thing has at which threads, or tasks of asyncio, wait. */
export type SharedThing = {
  /** How the program calls it. */
  readonly name: string;
  /** The lock that guards it: one of the moment's locks, if it has a name; null for those of asyncio that need none. */
  readonly lock: ObjectId | null;
} & (
  | {
      readonly kind: 'condition';
      /** How waits and notifications name it; null where they do not. */
      readonly object: ObjectId | null;
    }
  /** How many permits are left, and of how many, if that is bounded. */
  | { readonly kind: 'semaphore'; readonly permits: number; readonly most: number | null }
  | { readonly kind: 'event'; readonly set: boolean }
  | {
      readonly kind: 'barrier';
      /** How many must come, */
      readonly parties: number;
      /** and how many wait. */
      readonly here: number;
      /** All have come, and not all have gone on. */
      readonly open: boolean;
      readonly broken: boolean;
    }
  | {
      readonly kind: 'queue';
      /** The first ones, shortened, in the order in which the queue keeps them. */
      readonly items: readonly string[];
      /** How many there are, */
      readonly size: number;
      /** how many may be; 0 or less for any number. */
      readonly most: number;
      /** How many have been put for which `task_done` has not been called. */
      readonly unfinished: number;
    }
);

/** Where a thread stands that is in a method of one of the moment's `things`. */
export interface ThingPlace {
  /** Which of the moment's `things`. */
  readonly thing: number;
  /** `wait`. */
  readonly method: string;
  /** `asleep` until another wakes it; `woken`, or `late` as nobody did in time, and not yet gone on; `enters`: before any of that. */
  readonly how: 'enters' | 'asleep' | 'woken' | 'late';
}

/** What an event loop does when it comes to it: lets a task go on, or calls a function. */
export type LoopEntry =
  { readonly task: ThreadIndex; readonly call: null } | { readonly task: null; readonly call: string };

/** An event loop that runs. */
export interface LoopMoment {
  readonly object: ObjectId;
  /** The thread that runs it. */
  readonly thread: ThreadIndex;
  /** What is ready, the first first. */
  readonly ready: readonly LoopEntry[];
  /** What becomes ready later, the first first, with the virtual time in seconds at which it does. */
  readonly timers: readonly (LoopEntry & { readonly when: number })[];
}

/** More things, items or handles than Python tells. */
const mostOfAKind = 100_000;

const hows: Readonly<Record<ThingPlace['how'], true>> = { enters: true, asleep: true, woken: true, late: true };
const kinds: Readonly<Record<SharedThing['kind'], true>> = {
  condition: true,
  semaphore: true,
  event: true,
  barrier: true,
  queue: true,
};

/** Things as Python tells them. @throws BrokenAnswer */
export const thingsIn = (value: unknown): readonly SharedThing[] => listIn(value, mostOfAKind, thingIn);

function thingIn(value: unknown): SharedThing {
  const fields = fieldsIn(value);
  const kind = oneOf(fields['kind'], kinds);
  const common = { name: textIn(fields['name']), lock: orNull(fields['lock'], textIn) };
  switch (kind) {
    case 'condition':
      return { ...common, kind, object: orNull(fields['object'], textIn) };
    case 'semaphore':
      return { ...common, kind, permits: numberIn(fields['permits']), most: orNull(fields['most'], numberIn) };
    case 'event':
      return { ...common, kind, set: booleanIn(fields['set']) };
    case 'barrier':
      return {
        ...common,
        kind,
        parties: numberIn(fields['parties']),
        here: numberIn(fields['here']),
        open: booleanIn(fields['open']),
        broken: booleanIn(fields['broken']),
      };
    case 'queue':
      return {
        ...common,
        kind,
        items: listIn(fields['items'], mostOfAKind, textIn),
        size: countIn(fields['size']),
        most: numberIn(fields['most']),
        unfinished: numberIn(fields['unfinished']),
      };
  }
}

function booleanIn(value: unknown): boolean {
  expectAnswer(typeof value === 'boolean');
  return value;
}

/** Where a thread stands, of `things` things. @throws BrokenAnswer */
export function thingPlaceIn(value: unknown): ThingPlace {
  const { thing, method, how } = fieldsIn(value);
  return { thing: countIn(thing), method: textIn(method), how: oneOf(how, hows) };
}

/** Event loops as Python tells them. @throws BrokenAnswer */
export const loopsIn = (value: unknown): readonly LoopMoment[] => listIn(value, mostOfAKind, loopIn);

function loopIn(value: unknown): LoopMoment {
  const { object, thread, ready, timers } = fieldsIn(value);
  return {
    object: textIn(object),
    thread: actorIn(thread),
    ready: listIn(ready, mostOfAKind, entryIn),
    timers: listIn(timers, mostOfAKind, (timer) => ({
      when: numberIn(fieldsIn(timer)['when']),
      ...entryIn(timer),
    })),
  };
}

function entryIn(value: unknown): LoopEntry {
  const { task, call } = fieldsIn(value);
  return task === null ? { task, call: textIn(call) } : { task: actorIn(task), call: null };
}
