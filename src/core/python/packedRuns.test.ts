import { describe, expect, it } from 'vitest';
import { BrokenAnswer } from './answers';
import { packedVersion, packItems, unpackRuns } from './packedRuns';

describe('runs as Python tells them', () => {
  it('are told in full, or without what their prefixes say', () => {
    const things = [
      { kind: 'finished', state: '2\n' },
      [[0, 1], 2],
      [['global x', 'read']],
      [[1], [0, [['lock 0.1', 'acquire', 1]]]],
      [],
      null,
    ];
    const rows = [
      [0, 0, 2, 0, 1, 2, 1, 3, 4, 3],
      [5, 1, 2, 1, 3, 2, 1],
    ];
    const start = { enabled: [0, 1], next: [null, null] };
    const later = { enabled: [1], next: [undefined, [{ object: 'lock 0.1', kind: 'acquire', shut: true }]] };
    const reads = [{ object: 'global x', kind: 'read' }];
    expect(unpackRuns(JSON.stringify([packedVersion, things, rows]), [{ prefix: [0, 1] }, { prefix: [0, 1] }])).toEqual(
      [
        {
          steps: [
            { thread: 0, point: start, accesses: reads },
            { thread: 1, point: later, accesses: [] },
          ],
          end: later,
          outcome: { kind: 'finished', state: '2\n' },
        },
        {
          steps: [
            { thread: 0, point: { enabled: [], next: [] }, accesses: [] },
            { thread: 1, point: later, accesses: reads },
          ],
          end: start,
          outcome: null,
        },
      ],
    );
  });

  it('are asked for with who sleeps', () => {
    const sleep = [{ thread: 1, accesses: [{ object: 'lock 0.1', kind: 'release', shut: true } as const] }];
    expect(JSON.parse(packItems([{ id: 7, prefix: [0, 1], sleep, maxSteps: 9 }]))).toEqual([
      { prefix: [0, 1], maxSteps: 9, sleep: [[1, [['lock 0.1', 'release', 1]]]] },
    ]);
  });

  /** One run of one step: its outcome, a point with two threads, what the step did. */
  const things = [{ kind: 'finished', state: '' }, [[0, 1], 2], [['global x', 'read']]] as const;
  const row = [0, 0, 1, 0, 1, 2, 1] as const;
  const told = (some: readonly unknown[], rows: unknown = [row]): string => JSON.stringify([packedVersion, some, rows]);
  const withThing = (at: number, thing: unknown): string => told(things.with(at, thing as never));
  const withWord = (at: number, word: unknown): string => told(things, [row.with(at, word as never)]);

  it('are read where they make sense', () => {
    expect(unpackRuns(told(things), [{ prefix: [] }])).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['no text', { things }],
    ['no JSON', '[['],
    ['no list', '5'],
    ['another version of their form', JSON.stringify([packedVersion + 1, things, [row]])],
    ['fewer runs than were asked for', told(things, [])],
    ['a run that is no list', told(things, [null])],
    ['an outcome that is not there', withWord(0, 9)],
    ['an outcome of no known kind', withThing(0, { kind: '__proto__' })],
    ['a text that is none', withThing(0, { kind: 'finished', state: 7 })],
    ['a text that is too long', withThing(0, { kind: 'finished', state: 'x'.repeat(1_000_001) })],
    ['a deadlock of nobody knows what', withThing(0, { kind: 'deadlock', waits: [{ thread: 0, object: 'x' }] })],
    ['a run given up for no known reason', withThing(0, { kind: 'abandoned', why: 'toString' })],
    ['fewer than no steps left out', withWord(1, -1)],
    ['another number of steps than are told', withWord(2, 1e9)],
    ['a number of steps that is none', withWord(2, null)],
    ['a thread below the first', withWord(3, -1)],
    ['a thread that is no whole number', withWord(3, 0.5)],
    ['a point that is not there', withWord(4, 'length')],
    ['a point that is none', withThing(1, [])],
    ['more threads than there can be', withThing(1, [[0], 1e9])],
    ['a thread that can go on and is none', withThing(1, [['0'], 1])],
    ['accesses that are none', withThing(2, 'read')],
    ['an access of no known kind', withThing(2, [['global x', 'constructor']])],
    ['an access to nothing', withThing(2, [[null, 'read']])],
  ])('are refused with %s', (_, answer) => {
    expect(() => unpackRuns(answer, [{ prefix: [] }])).toThrow(BrokenAnswer);
  });
});
