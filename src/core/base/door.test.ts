import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, workerMs } from './clock';
import { clockShiftMs } from './door';

describe('clockShiftMs', () => {
  it('leaves a clock alone that can be right', () => {
    expect(clockShiftMs(epochMs(100), workerMs(130), epochMs(150))).toBe(0);
  });
  it('moves a clock that is behind up to the question, and one that is ahead back to the answer', () => {
    expect(clockShiftMs(epochMs(100), workerMs(40), epochMs(150))).toBe(60);
    expect(clockShiftMs(epochMs(100), workerMs(190), epochMs(150))).toBe(-40);
  });
  it('always puts the reading between question and answer', () => {
    const times = fc.tuple(fc.integer(), fc.nat(), fc.integer());
    fc.assert(
      fc.property(times, ([sent, took, workerNow]) => {
        const at = workerNow + clockShiftMs(epochMs(sent), workerMs(workerNow), epochMs(sent + took));
        expect(at).toBeGreaterThanOrEqual(sent);
        expect(at).toBeLessThanOrEqual(sent + took);
      }),
    );
  });
});
