import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { sayVerdict } from '../../../core/schedule/sayVerdict';
import type { SearchOptions } from '../../../core/schedule/search';
import type { RuleSearches, Verdict } from '../../../core/schedule/verdict';
import { digestOf } from '../../digestOf';

/** A verdict with what it is about, to be put into an address. */
export interface VerdictToShare {
  readonly program: ScheduledProgram;
  readonly kind: Verdict['kind'];
  /** The keys of the outcomes that the reader marked as right. */
  readonly right: ReadonlySet<string>;
  readonly options: Pick<SearchOptions, 'maxRuns' | 'maxSteps'>;
}

/** What an address says of a verdict: until it was checked here, it is somebody's claim. */
export interface ClaimedVerdict {
  readonly kind: Verdict['kind'];
  /** `digestOf` the keys of the outcomes that were marked as right. */
  readonly right: readonly string[];
  readonly maxRuns: number;
  readonly maxSteps: number;
  /** The Python that was asked: "3.14.2". */
  readonly python: string;
  /** `digestOf` the text that was checked. */
  readonly text: string;
}

/** Which outcomes of a check the sender of an address had marked as right, by their keys. */
export function markedIn({ right }: ClaimedVerdict, searches: RuleSearches): ReadonlySet<string> {
  const keys = [searches.gil, searches['free-threaded']].flatMap(
    (search) => search?.summary.outcomes.map(({ key }) => key) ?? [],
  );
  return new Set(keys.filter((key) => right.includes(digestOf(key))));
}

/** How a check that was made here compares with what the address says, a sentence or two. */
export function compared(
  claimed: ClaimedVerdict,
  found: {
    readonly verdict: Verdict;
    readonly searches: RuleSearches;
    readonly python: string;
    readonly source: string;
  },
): string {
  const { verdict, searches, python, source } = found;
  const here = `The program came with a verdict, and was checked again here, by the rules of CPython ${python}.`;
  if (claimed.kind === verdict.kind) return `${here} The verdict that was shared is confirmed.`;
  const why =
    claimed.text !== digestOf(source)
      ? ' It was made for another version of this program.'
      : claimed.python !== python
        ? ` It was made by the rules of CPython ${claimed.python}.`
        : '';
  const said =
    claimed.kind === 'undecided'
      ? 'Not decided'
      : sayVerdict({ ...verdict, kind: claimed.kind }, searches).replace(/\.$/, '');
  return `${here} The verdict that was shared is another one: “${said}.”${why}`;
}
