import { describe, expect, it } from 'vitest';
import type { Place, ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import type { Access, RunResult } from '../../../core/schedule/types';
import { orderOf } from './order';

const at = (what: string): Place => ['add', 'counter += 1', what, 1];

const thread = (place: Place | null, more: Partial<ThreadMoment> = {}): ThreadMoment => ({
  name: 'Thread-1 (add)',
  status: 'runs',
  calls: place === null ? [] : [{ function: 'add', line: 3, offset: 0, locals: [], place }],
  within: null,
  looks: true,
  waits: null,
  at: null,
  stack: null,
  ...more,
});
const ended = thread(null, { status: 'ended' });
const waiting = (object: string): Partial<ThreadMoment> => ({
  status: 'waits',
  waits: { object, holders: [], until: null, call: null },
  at: null,
  stack: null,
});

/** A run of thread 1, then of thread 2, as thread 1 stands before it and after each of its steps. */
function ran(stands: readonly ThreadMoment[], accesses: readonly Access[] = []): [RunResult, ScheduledMoment[]] {
  const point = { enabled: [], next: [] };
  const main = thread(at('call'));
  const moments = [...stands, ...stands.slice(-1)].map((one, step) => ({
    enabled: [],
    passing: [],
    threads: [main, one, step === stands.length ? ended : main],
    globals: [],
    locks: [],
    things: [],
    loops: [],
    printed: '',
    now: 0,
  }));
  const steps = [...stands.slice(1).map(() => ({ thread: 1, point, accesses })), { thread: 2, point, accesses: [] }];
  return [{ steps, end: point, outcome: null }, moments];
}

const turnOf = (...given: Parameters<typeof ran>) => orderOf(...ran(...given))[0];

describe('the order of a run', () => {
  it('has a turn for each stretch of steps of one thread, with the places that it passes', () => {
    const order = orderOf(
      ...ran([thread(null, { status: 'new' }), thread(at('read counter')), thread(at('write counter'))]),
    );
    expect(order).toEqual([
      { thread: 1, passed: [at('read counter'), at('write counter')], stop: 'place', line: 3 },
      { thread: 2, passed: [], stop: 'end', line: null },
    ]);
  });

  it('counts each arrival at a place, but one only for a call that is under way', () => {
    expect(turnOf([thread(null), thread(at('start')), thread(at('start'))])?.passed).toHaveLength(2);
    expect(turnOf([thread(null), thread(at('call')), thread(at('call'))])?.passed).toHaveLength(1);
  });

  it('stops a thread before a call of the library’s in which it has done nothing, even if it waits there for a lock', () => {
    const within = { within: 'Condition.__enter__' };
    const enter = at('enter with');
    expect(turnOf([thread(null), thread(enter, within)])).toMatchObject({ passed: [enter], stop: 'place' });
    const held = { ...within, ...waiting('lock 0.1') };
    expect(turnOf([thread(null), thread(enter, within), thread(enter, held)])).toMatchObject({
      passed: [enter],
      stop: 'place',
    });
  });

  it('lets a thread wait where it has done something in the call, and stops it after the call where it could go on', () => {
    const within = { within: 'Queue.get' };
    const did: Access[] = [{ object: 'lock 0.1', kind: 'acquire' }];
    const stands = [thread(null), thread(at('call'), within)];
    expect(turnOf([...stands, thread(at('call'), { ...within, ...waiting('lock 0.2') })], did)).toMatchObject({
      passed: [at('call')],
      stop: 'wait',
    });
    expect(turnOf([...stands, thread(at('call'), within)], did)).toMatchObject({
      passed: [at('after call')],
      stop: 'place',
    });
  });

  it('names the function of the library’s that an operator has entered', () => {
    expect(turnOf([thread(null), thread(at('read []'), { within: 'Counter.__missing__' })])?.passed).toEqual([
      at('read []'),
      ['Counter.__missing__', '', 'enter', 1],
    ]);
  });
});
