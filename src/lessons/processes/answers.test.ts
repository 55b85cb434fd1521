import { describe, expect, it } from 'vitest';
import type { Measured } from '../../core/experiment/measured';
import { measuredPrinting } from '../../core/experiment/measured.fixture';
import { quickestWay } from './answers';

/** Runs of the programs that printed these times; null for one that printed none. */
const measured = (printed: Readonly<Record<string, string | null>>): Measured =>
  measuredPrinting(
    Object.fromEntries(
      Object.entries(printed).map(([strategy, seconds]) => [
        strategy,
        seconds === null ? '' : `The sum is 499,999,500,000\nHanded over, and added up, in ${seconds} s\n`,
      ]),
    ),
  );

describe('the quickest way for a million numbers', () => {
  it.each([
    [{ list: '0.1669', array: '0.0455', shared: '0.0208', here: '0.0065' }, 'shared'],
    [{ list: '0.1669', array: '0.0208', shared: '0.0455', here: '0.0065' }, 'array'],
    [{ list: '0.0200', array: '0.0408', shared: '0.0455', here: '0.0065' }, 'list'],
    [{ list: '0.1669', array: '0.0210', shared: '0.0208', here: '0.0065' }, 'tie'],
  ] as const)('%o: %s', (printed, answer) => expect(quickestWay(measured(printed))).toBe(answer));

  it('is not known before all three have told', () => {
    expect(quickestWay(measured({ list: '0.1669', array: '0.0455' }))).toBeNull();
    expect(quickestWay(measured({ list: '0.1669', array: '0.0455', shared: null, here: '0.0065' }))).toBeNull();
  });
});
