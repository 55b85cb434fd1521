import { describe, expect, it } from 'vitest';
import { measuredPrinting as measured } from '../../core/experiment/measured.fixture';
import { whatTheLoopDid } from './answers';

const short = 'work 505 ms, longest pause 21 ms\n';
const whole = 'work 443 ms, longest pause 430 ms\n';

describe('what the loop did', () => {
  it('is that it stood still where the pause is most of the work', () =>
    expect(whatTheLoopDid(measured({ waits: short, counts: short, sums: whole, process: short }))).toBe(
      'goes goes stands goes',
    ));
  it('is not known before all have told', () => {
    expect(whatTheLoopDid(measured({ waits: short, counts: short, sums: whole }))).toBeNull();
    expect(whatTheLoopDid(measured({ waits: short, counts: short, sums: 'MemoryError', process: short }))).toBeNull();
  });
});
