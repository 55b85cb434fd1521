import { describe, expect, it } from 'vitest';
import { counter, independent } from '../../../core/schedule/model/examples';
import type { Program } from '../../../core/schedule/model/program';
import { explore, runner } from '../../../core/schedule/model/run';
import { judge, type RuleSearch, type RuleSearches } from '../../../core/schedule/verdict';
import { digestOf } from '../../digestOf';
import { compared, markedIn, type ClaimedVerdict } from './claim';

const bounds = { maxRuns: 1000, maxSteps: 1000 };
const search = (program: Program): RuleSearch => ({
  summary: explore(runner(program), { reduction: 'source sets', preemptions: 'all', ...bounds }),
  ...bounds,
  cut: null,
});
const searches: RuleSearches = { gil: search(independent(1, 1)), 'free-threaded': search(counter) };
const found = { verdict: judge(searches, new Set()), searches, python: '3.14.2', source: 'x = 1\n' };
const claimed: ClaimedVerdict = {
  kind: 'hidden',
  right: [],
  ...bounds,
  python: '3.14.2',
  text: digestOf('x = 1\n'),
};

describe('a verdict that came with an address', () => {
  it('is confirmed where the check here comes to it', () => {
    expect(compared(claimed, found)).toMatch(/checked again here.*The verdict that was shared is confirmed\.$/);
  });

  it.each([
    [{ kind: 'safe' }, /another one: “Right in every schedule, with and without the GIL\.”$/],
    [{ kind: 'undecided' }, /another one: “Not decided\.”$/],
    [{ kind: 'unsafe', text: '01234567' }, /“Wrong in both.*another version of this program\.$/],
    [{ kind: 'unsafe', python: '3.15.0' }, /“Wrong in both.*the rules of CPython 3\.15\.0\.$/],
  ] as const)('is told where it is another: %j', (more, words) => {
    expect(compared({ ...claimed, ...more }, found)).toMatch(words);
  });

  it('has the marks of its sender', () => {
    const keys = searches['free-threaded']?.summary.outcomes.map(({ key }) => key) ?? [];
    expect(keys.length).toBeGreaterThan(1);
    const [first = ''] = keys;
    expect(markedIn({ ...claimed, right: [digestOf(first), '01234567'] }, searches)).toEqual(new Set([first]));
  });
});
