import { describe, expect, it } from 'vitest';
import type { Measured } from '../../core/experiment/measured';
import { measuredPrinting } from '../../core/experiment/measured.fixture';
import { whoKeptWhat } from './answers';

/** Runs of the three programs that printed these numbers; null for one that printed nothing of the kind. */
const measured = (printed: Readonly<Record<string, number | null>>): Measured =>
  measuredPrinting(
    Object.fromEntries(
      Object.entries(printed).map(([strategy, kept]) => [
        strategy,
        kept === null ? '' : `HTTPError after 1.0 s\nkept ${kept} of 10 pages\nthe pool ended in 5.01 s\n`,
      ]),
    ),
  );

describe('what was kept of ten downloads', () => {
  it.each([
    [{ map: 3, 'as-completed': 8, wait: 8 }, 'map-three'],
    [{ map: 8, 'as-completed': 8, wait: 8 }, 'all-eight'],
    [{ map: 0, 'as-completed': 8, wait: 8 }, 'map-none'],
    [{ map: 5, 'as-completed': 8, wait: 8 }, 'other'],
    [{ map: 3, 'as-completed': 7, wait: 8 }, 'other'],
  ] as const)('%o: %s', (printed, answer) => expect(whoKeptWhat(measured(printed))).toBe(answer));

  it('is not known before all three have told', () => {
    expect(whoKeptWhat(measured({ map: 3, 'as-completed': 8 }))).toBeNull();
    expect(whoKeptWhat(measured({ map: 3, 'as-completed': 8, wait: null }))).toBeNull();
  });
});
