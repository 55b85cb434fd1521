/** Where the standard library calls the program, after it has looked at something that others may change, there is a switch point in between. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/core/schedule/types';
import { hasPython } from '../../../tools/native';
import { tabForTests } from '../tab';
import { calledPrograms } from './called';
import { nativeOutcomes } from './nativeOutcome';
import { everything, explore, inWords, namesIn, pathOf, programAt, reduced } from './search';

const tab = tabForTests();

/** An outcome in words, with what was printed also where a thread failed. */
const words = (outcome: Outcome): string =>
  outcome.kind === 'exception' ? `${outcome.message}\n${outcome.state.trimEnd()}` : inWords(outcome);

it('none is left out', () => {
  expect(namesIn('called')).toEqual(calledPrograms.map(({ name }) => name).sort());
});

describe.each(calledPrograms)('$name', ({ name, outcomes, granularities = ['line', 'access'] }) => {
  it.each(granularities)(
    'comes to all of its outcomes by %s, and to no other',
    { timeout: 180_000 },
    async (granularity) => {
      const path = pathOf('called', name);
      const [kinds, full] = await explore(tab, [
        { program: programAt(path, { granularity }), mode: reduced, maxRuns: 3000 },
        { program: programAt(path, { granularity, accesses: false }), mode: everything, maxRuns: 4000 },
      ]);
      const found = (kinds?.outcomes ?? []).map(({ outcome }) => words(outcome)).sort();
      expect({ sure: kinds?.conclusive, found }).toEqual({ sure: true, found: [...outcomes].sort() });
      // A full search may have been too large to be finished.
      const inFull = (full?.outcomes ?? []).map(({ outcome }) => words(outcome)).sort();
      expect(full?.conclusive === true ? inFull : [...new Set([...found, ...inFull])].sort()).toEqual(found);
    },
  );
});

it.runIf(hasPython)('natively, one of these outcomes happens', { timeout: 300_000 }, async () => {
  const native = await nativeOutcomes(
    calledPrograms.map(({ name, outcomes }) => ({
      path: pathOf('called', name),
      outcomes: outcomes.map((one) => (one.includes('Error: ') ? (one.split('\n')[0] ?? '') : one)),
    })),
  );
  expect(native.filter(({ isKnown }) => !isKnown)).toEqual([]);
});
