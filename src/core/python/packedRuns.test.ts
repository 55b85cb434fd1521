import { describe, expect, it } from 'vitest';
import { packItems, unpackRuns } from './packedRuns';

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
    expect(unpackRuns(JSON.stringify([things, rows]), [{ prefix: [0, 1] }, { prefix: [0, 1] }])).toEqual([
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
    ]);
  });

  it('are asked for with who sleeps', () => {
    const sleep = [{ thread: 1, accesses: [{ object: 'lock 0.1', kind: 'release', shut: true } as const] }];
    expect(JSON.parse(packItems([{ id: 7, prefix: [0, 1], sleep, maxSteps: 9 }]))).toEqual([
      { prefix: [0, 1], maxSteps: 9, sleep: [[1, [['lock 0.1', 'release', 1]]]] },
    ]);
  });
});
