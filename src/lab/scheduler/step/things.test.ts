import { describe, expect, it } from 'vitest';
import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import type { SharedThing, ThingPlace } from '../../../core/python/sharedThings';
import { momentOf, threadMoment } from './moment.fixture';
import { namesIn } from '../explain/names';
import { factsOf, isLockToTell, lockOfThing } from '../explain/things';

const place = (how: ThingPlace['how'], method = 'wait'): ThingPlace => ({ thing: 0, method, how });
/** Threads that stand at the first thing. */
const at = (...places: readonly (ThingPlace | null)[]): readonly ThreadMoment[] =>
  places.map((one, index) => threadMoment(1, { name: 'ABCDE'[index] ?? '', at: one }));
const blocked = (object: string, one: ThingPlace): Partial<ThreadMoment> => ({
  status: 'waits',
  waits: { object, holders: [0], until: null, call: null },
  at: one,
});
const lock = (...holders: number[]): ScheduledMoment['locks'][number] => ({
  object: 'lock 0.1',
  name: 'changed',
  kind: 'within',
  holders,
  times: null,
});

/** "1 of 2 there; waiting A". */
const facts = (moment: ScheduledMoment): string =>
  factsOf(moment, 0)
    .map(({ words, threads }) => [words, ...threads.map(namesIn(moment).thread)].join(' '))
    .join('; ');

describe('what a thing has', () => {
  it('a condition: who holds its lock, who wants it, who sleeps, who was notified', () => {
    const condition: SharedThing = { kind: 'condition', name: 'changed', lock: 'lock 0.1', object: 'condition 0.1' };
    const threads = [
      ...at(null, place('asleep')),
      threadMoment(1, { name: 'C', ...blocked('lock 0.1', place('enters', '__enter__')) }),
      threadMoment(1, { name: 'D', ...blocked('lock 0.1', place('woken')) }),
      threadMoment(1, { name: 'E', ...blocked('lock 0.1', place('late')) }),
    ];
    expect(facts(momentOf(threads, { things: [condition], locks: [lock(0)] }))).toBe(
      'lock held by A; lock wanted by C; asleep B; notified D; not woken in time E',
    );
    expect(facts(momentOf([], { things: [condition], locks: [lock()] }))).toBe('lock free');
    const own = { ...lock(), name: 'door', kind: 'lock' as const };
    expect(facts(momentOf([], { things: [condition], locks: [own] }))).toBe('lock door free');
  });

  it.each<[SharedThing, readonly ThreadMoment[], string]>([
    [
      { kind: 'semaphore', name: 's', lock: null, permits: 0, most: 2 },
      at(place('asleep', 'acquire')),
      '0 of 2 permits left; wanted by A',
    ],
    [{ kind: 'semaphore', name: 's', lock: null, permits: 1, most: null }, [], '1 permit left'],
    [{ kind: 'event', name: 'e', lock: null, set: false }, at(place('asleep')), 'not set; awaited by A'],
    [{ kind: 'event', name: 'e', lock: null, set: true }, at(place('woken')), 'set; woken A'],
    [
      { kind: 'barrier', name: 'b', lock: null, parties: 3, here: 2, open: false, broken: false },
      at(place('asleep'), place('asleep')),
      '2 of 3 there; waiting A B',
    ],
    [
      { kind: 'barrier', name: 'b', lock: null, parties: 3, here: 0, open: true, broken: false },
      [],
      'open: all have come',
    ],
    [{ kind: 'barrier', name: 'b', lock: null, parties: 3, here: 0, open: false, broken: true }, [], 'broken'],
    [
      { kind: 'queue', name: 'q', lock: null, items: ['1', '2'], size: 2, most: 2, unfinished: 2 },
      at(place('asleep', 'put'), place('asleep', 'join')),
      '[1, 2], full; wait to put A; wait for the end of all B',
    ],
    [
      { kind: 'queue', name: 'q', lock: null, items: [], size: 0, most: 0, unfinished: 0 },
      at(place('asleep', 'get')),
      'empty; wait to get A',
    ],
    [
      { kind: 'queue', name: 'q', lock: null, items: ['1'], size: 30, most: 32, unfinished: 30 },
      [],
      '[1, … 30 in all], room for 2 more',
    ],
  ])('%o', (thing, threads, words) => {
    expect(facts(momentOf(threads, { things: [thing] }))).toBe(words);
  });

  it('the locks of conditions are told of like the program’s own', () => {
    const condition: SharedThing = { kind: 'condition', name: 'changed', lock: 'lock 0.1', object: null };
    const event: SharedThing = { kind: 'event', name: 'ready', lock: 'lock 0.1', set: false };
    expect(isLockToTell(momentOf([], { things: [condition], locks: [lock()] }), 'lock 0.1')).toBe(true);
    expect(isLockToTell(momentOf([], { things: [event], locks: [lock()] }), 'lock 0.1')).toBe(false);
    expect([lockOfThing('changed'), lockOfThing('jobs')]).toEqual(['changed’s lock', 'jobs’ lock']);
  });
});
