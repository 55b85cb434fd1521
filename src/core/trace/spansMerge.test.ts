import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLanes } from './spansMerge';
import type { TraceEvent } from './trace';

/** Lanes of notes, numbered in their order, with equal times on purpose. */
const lanes = fc.array(
  fc.array(fc.nat(3), { maxLength: 12 }).map((pauses) => {
    let at = 0;
    return pauses.map((pause) => (at += pause));
  }),
  { maxLength: 9 },
);

test('agrees with a stable sort by time, lane for lane', () => {
  fc.assert(
    fc.property(lanes, (times) => {
      const events = times.map((ats, lane) =>
        ats.map((at, n): TraceEvent => ({ kind: 'note', at, lane: `${lane}`, text: `${n}` })),
      );
      expect(mergeLanes(events)).toEqual(events.flat().toSorted((a, b) => a.at - b.at));
    }),
  );
});
