import { describe, expect, it } from 'vitest';
import { BrokenAnswer } from './answers';
import { packRuns } from './packedRuns.fixture';
import { unpackWatchedRun } from './watchedRuns';

const item = { id: 0, prefix: [], sleep: [], maxSteps: 9 };
const result = {
  steps: [],
  end: { enabled: [0], next: [null] },
  outcome: { kind: 'finished', state: '' },
} as const;
const place = ['work', 'x = 1', 'write x', 1] as const;
const call = { function: 'work', line: 3, offset: -1, code: 0, locals: [['x', '1']], place } as const;
const thread = {
  name: 'MainThread',
  status: 'waits',
  calls: [call],
  within: 'Queue.get',
  looks: true,
  waits: { object: 'lock 0.1', holders: [1], until: 0.5, call: null },
  at: { thing: 0, method: 'get', how: 'asleep' },
  stack: null,
} as const;
const moment = {
  enabled: [0],
  passing: [],
  threads: [thread],
  globals: [['lock', 'held']],
  locks: [{ object: 'lock 0.1', name: 'lock', kind: 'lock', holders: [1], times: null }],
  things: [
    { name: 'changed', kind: 'condition', lock: 'lock 0.1', object: 'condition 0.1' },
    { name: 'permits', kind: 'semaphore', lock: 'lock 0.2', permits: 1, most: null },
    { name: 'ready', kind: 'event', lock: 'lock 0.3', set: false },
    { name: 'gate', kind: 'barrier', lock: 'lock 0.4', parties: 2, here: 1, open: false, broken: false },
    { name: 'jobs', kind: 'queue', lock: null, items: ['1'], size: 1, most: 2, unfinished: 1 },
  ],
  loops: [
    {
      object: 'event loop 1',
      thread: 0,
      ready: [{ task: null, call: 'tick()' }],
      timers: [{ task: 1, call: null, when: 0.5 }],
    },
  ],
  printed: 'hello',
  now: 0,
} as const;
const instruction = {
  offset: 2,
  label: null,
  name: 'LOAD_NAME',
  argument: 'x',
  line: 1,
  place: [1, 0, 1, 1],
  accesses: [['global x', 'read']],
} as const;
const code = { name: '<module>', line: 1, instructions: [instruction] } as const;

const told = (changes: object = {}): string =>
  JSON.stringify({ result: packRuns([result]), moments: [moment], codes: [code], ...changes });
const withMoment = (changes: object): string => told({ moments: [{ ...moment, ...changes }] });
const withThread = (changes: object): string => withMoment({ threads: [{ ...thread, ...changes }] });
const withInstruction = (changes: object): string =>
  told({ codes: [{ ...code, instructions: [{ ...instruction, ...changes }] }] });

describe('a watched run as Python tells it', () => {
  it('is read with its moments and its code', () => {
    expect(unpackWatchedRun(told(), item)).toEqual({
      result,
      moments: [moment],
      codes: [{ ...code, instructions: [{ ...instruction, accesses: [{ object: 'global x', kind: 'read' }] }] }],
    });
    expect(unpackWatchedRun(told({ codes: null }), item)).not.toHaveProperty('codes');
  });

  it('keeps nothing that it is not asked for', () => {
    expect(unpackWatchedRun(withMoment({ more: 1 }), item).moments).toEqual([moment]);
  });

  it.each<[string, unknown]>([
    ['no text', null],
    ['no run', told({ result: 5 })],
    ['more moments than steps', told({ moments: [moment, moment] })],
    ['a moment that is none', told({ moments: [7] })],
    ['a time that is none', withMoment({ now: null })],
    ['an endless time', withMoment({ now: '1e999' }).replace('"1e999"', '1e999')],
    ['a thread with no known status', withThread({ status: 'flies' })],
    ['a thread whose name is a number', withThread({ name: 5 })],
    ['a line below the first', withThread({ calls: [{ ...call, line: -3 }] })],
    ['a variable without a value', withThread({ calls: [{ ...call, locals: [['x']] }] })],
    ['a place without a count', withThread({ calls: [{ ...call, place: place.slice(0, 3) }] })],
    ['a thread that may look or not', withThread({ looks: 1 })],
    ['a holder that is no thread', withThread({ waits: { ...thread.waits, holders: [-1] } })],
    ['a lock of no known kind', withMoment({ locks: [{ ...moment.locks[0], kind: 'hasOwnProperty' }] })],
    ['a thing of no known kind', withMoment({ things: [{ ...moment.things[0], kind: 'toString' }] })],
    ['an event that is set or not', withMoment({ things: [{ ...moment.things[2], set: 1 }] })],
    ['a thread that stands nowhere', withThread({ at: { ...thread.at, how: 'hovers' } })],
    ['a stack that is none', withThread({ stack: 'x' })],
    ['a loop that is ready for nothing', withMoment({ loops: [{ ...moment.loops[0], ready: [{}] }] })],
    ['a text that is too long', withMoment({ printed: 'x'.repeat(1_000_001) })],
    ['code that is none', told({ codes: {} })],
    ['an instruction at a place that is none', withInstruction({ place: [1, 0, 1] })],
    ['an instruction at half a byte', withInstruction({ offset: 0.5 })],
  ])('is refused with %s', (_, answer) => {
    expect(() => unpackWatchedRun(answer, item)).toThrow(BrokenAnswer);
  });
});
