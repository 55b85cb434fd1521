import { describe, expect, it } from 'vitest';
import { sayStanding } from './standing';

const proof = { kind: 'run' };

describe('how far a reader is with an incident', () => {
  it('is not told before the right diagnosis', () =>
    expect(sayStanding({ looks: ['log'], named: ['wrong'], proof }, 'right')).toEqual({
      closed: false,
      words: '',
      next: null,
    }));
  it('leads to the program once the diagnosis is right', () =>
    expect(sayStanding({ looks: ['log'], named: ['wrong', 'right'], proof: null }, 'right')).toEqual({
      closed: false,
      words: 'You looked in 1 place, and your diagnosis was right at the second try.',
      next: 'Now mend the program.',
    }));
  it('is closed once the program is mended too', () =>
    expect(sayStanding({ looks: [], named: ['right'], proof }, 'right')).toEqual({
      closed: true,
      words: 'Closed. You looked in 0 places, your diagnosis was right at the first try, and the program is mended.',
      next: null,
    }));
});
