import { expect, it } from 'vitest';
import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { SharedThing, ThingPlace } from '../../../core/python/sharedThings';
import { momentOf, threadMoment } from './moment.fixture';
import { sayNotified, sayThingChanges, sayTimes } from './sayThings';

const ada = (how?: ThingPlace['how']) =>
  threadMoment(1, { name: 'Ada', at: how === undefined ? null : { thing: 0, method: 'wait', how } });
const withThing = (thing: SharedThing, how?: ThingPlace['how']): ScheduledMoment =>
  momentOf([ada(how), threadMoment(2, { name: 'Ben' })], { things: [thing] });

const permits = (left: number): SharedThing => ({
  kind: 'semaphore',
  name: 's',
  lock: null,
  permits: left,
  most: null,
});
const event = (set: boolean): SharedThing => ({ kind: 'event', name: 'e', lock: null, set });
const barrier = (here: number, open = false, broken = false): SharedThing => ({
  kind: 'barrier',
  name: 'b',
  lock: null,
  parties: 2,
  here,
  open,
  broken,
});
const queue = (size: number, ...items: readonly string[]): SharedThing => ({
  kind: 'queue',
  name: 'q',
  lock: null,
  items,
  size,
  most: 0,
  unfinished: size,
});

it.each<[SharedThing, SharedThing, string]>([
  [permits(2), permits(1), 'took a permit of s'],
  [permits(0), permits(2), 'gave 2 permits back to s'],
  [event(false), event(true), 'set e'],
  [event(true), event(false), 'cleared e'],
  [barrier(0), barrier(1), 'came to b, where 1 of 2 are now'],
  [barrier(1), barrier(0, true), 'came to b as the last of 2, and opened it'],
  [barrier(1), barrier(0, false, true), 'broke b'],
  [barrier(0, true), barrier(0), ''],
  [queue(1, '1'), queue(2, '1', '1'), 'put 1 into q'],
  [queue(2, '1', '2'), queue(1, '2'), 'took 1 from q'],
  [queue(1, '1'), queue(1, '2'), 'took 1 from q, put 2 into q'],
  // Only the first items are told.
  [queue(3, '1', '2'), queue(2, '2', '3'), 'took 1 from q'],
])('%o becomes %o', (was, now, words) => {
  expect(sayThingChanges(withThing(was), withThing(now), 1, []).join(', ')).toBe(words);
});

it('says whom a notification woke, by its access or without one', () => {
  const condition: SharedThing = { kind: 'condition', name: 'changed', lock: null, object: 'condition 0.1' };
  const [asleep, woken] = [withThing(condition, 'asleep'), withThing(condition, 'woken')];
  expect(sayNotified(asleep, woken, 'condition 0.1')).toBe('notified changed (which woke Ada)');
  expect(sayNotified(woken, woken, 'condition 0.1')).toBe('notified changed (nobody slept there)');
  expect(sayThingChanges(asleep, woken, 1, [{ object: 'condition 0.1', kind: 'notify' }])).toEqual([]);
  expect(sayThingChanges(asleep, woken, 1, [])).toEqual(['notified changed (which woke Ada)']);
});

it('says how often an RLock is held, and which lock of asyncio was taken, that no access tells', () => {
  const lock = (holders: readonly number[], times: number | null): ScheduledMoment =>
    momentOf([ada()], { locks: [{ object: 'lock 0.1', name: 'a', kind: 'lock', holders, times }] });
  expect(sayTimes(lock([0], 1), lock([0], 2), 'lock 0.1')).toBe('took lock a once more, which makes 2 times');
  expect(sayTimes(lock([0], 2), lock([0], 1), 'lock 0.1')).toBe('let go of lock a once');
  expect(sayThingChanges(lock([], null), lock([0], null), 0, [])).toEqual(['took lock a']);
  expect(sayThingChanges(lock([0], null), lock([], null), 0, [])).toEqual(['let go of lock a']);
  expect(sayThingChanges(lock([], null), lock([0], null), 0, [{ object: 'lock 0.1', kind: 'acquire' }])).toEqual([]);
});
