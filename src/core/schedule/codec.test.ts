import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSchedule, encodeSchedule, maxScheduleLength } from './codec';

const thread = fc.oneof({ weight: 5, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(999_999) });
const schedules = fc
  .array(fc.tuple(thread, fc.integer({ min: 1, max: 30 })), { maxLength: 20 })
  .map((runs) => runs.flatMap(([of, length]) => Array.from({ length }, () => of)));

describe('a schedule in an address', () => {
  it('is short, and can be read', () => {
    expect(encodeSchedule([])).toBe('s1.0.');
    expect(encodeSchedule([0, 0, 0, 0, 0, 1, 1, 1, 1, 0])).toBe('s1.10.a5b4a');
    expect(encodeSchedule([24, 25, 25, 300])).toBe('s1.4.yz25_2z300_');
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const text = encodeSchedule(schedule);
        expect(text).toMatch(/^[a-z0-9._]+$/);
        expect(decodeSchedule(text)).toEqual({ status: 'ok', schedule });
      }),
    );
  });

  it('is refused when a part is missing', () => {
    fc.assert(
      fc.property(schedules, fc.nat(), (schedule, at) => {
        const text = encodeSchedule(schedule);
        expect(decodeSchedule(text.slice(0, at % text.length)).status).toBe('bad');
      }),
    );
  });

  it('is read in one way or not at all, whatever the text', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^s1\.\d{1,2}\.([a-z]\d?_?){0,6}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = decodeSchedule(text);
        expect(parsed.status !== 'ok' || encodeSchedule(parsed.schedule) === text).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    's1.2.aa',
    's1.1.a1',
    's1.01.a',
    's1.2.a02',
    's1.1.z0_',
    's1.999999.a999999',
    's1.100001.a100001',
    's0.1.a',
    's1.1.a ',
    'S1.1.A',
    '',
  ])('refuses %j', (text) => {
    expect(decodeSchedule(text).status).toBe('bad');
  });

  it('knows a later version, and a schedule that is too long', () => {
    expect(decodeSchedule('s2.whatever')).toEqual({ status: 'newer', version: 2 });
    expect(() => encodeSchedule(Array.from({ length: maxScheduleLength + 1 }, () => 0))).toThrow(RangeError);
  });
});
