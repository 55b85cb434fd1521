import type { SearchSummary } from './frontier';
import { failsByNature, type OutcomeRow } from './outcomes';
import { cpythonRules, type CPythonRule } from './rule';
import type { AbandonReason } from './types';

/** A search under one rule, and how it came to an end. */
export interface RuleSearch {
  readonly summary: SearchSummary;
  /** The bounds it had. */
  readonly maxRuns: number;
  readonly maxSteps: number;
  /** Who ended it before its time: the reader, or a failure of Python's; null where nobody did. */
  readonly cut: 'stopped' | 'failed' | null;
}

/** By rule; null where that search has found nothing yet, or was never begun. */
export type RuleSearches = Readonly<Record<CPythonRule, RuleSearch | null>>;

/** What a search says of a program: every schedule is right, one is wrong, or it cannot tell. */
export type Finding = 'right' | 'wrong' | 'open';

/** Why a search cannot tell: it was not begun, was stopped, failed, met its bound of runs, or had to abandon schedules. */
export type Bound = 'not begun' | 'stopped' | 'failed' | 'runs' | AbandonReason;

/** What trying all schedules under both rules proves. */
export interface Verdict {
  /** `safe`: right in every schedule under both rules. `hidden`: right with the GIL, wrong without. `unsafe`: wrong in both. */
  readonly kind: 'safe' | 'hidden' | 'unsafe' | 'undecided';
  readonly findings: Readonly<Record<CPythonRule, Finding>>;
  /** What was taken as right: the outcomes that the reader `marked`, or that all schedules end `alike`. */
  readonly taken: 'marked' | 'alike';
  /** The keys of the outcomes that are known to be wrong. Empty where outcomes differ and nobody has said which of them is right. */
  readonly wrong: ReadonlySet<string>;
  /** By rule: what kept the search from telling; empty where it tells. */
  readonly bounds: Readonly<Record<CPythonRule, readonly Bound[]>>;
}

/** An outcome with what led to it under each rule; null where no schedule that was tried did. */
export interface VerdictRow extends Readonly<Record<CPythonRule, OutcomeRow | null>> {
  readonly key: string;
  readonly outcome: OutcomeRow['outcome'];
  /** It is known to be wrong. */
  readonly wrong: boolean;
}

const finishedKeys = (search: RuleSearch | null): readonly string[] =>
  (search?.summary.outcomes ?? []).filter(({ outcome }) => outcome.kind === 'finished').map(({ key }) => key);

/**
 * The one way to finish that is taken as right where nothing is marked: the one there is with the GIL, or the one there is at all. Null where there are several, so that
 * nobody can tell which of them is right.
 */
function theOneWay(searches: RuleSearches): string | null {
  for (const rule of cpythonRules) {
    const keys = finishedKeys(searches[rule]);
    if (keys.length > 0) return keys.length === 1 ? (keys[0] ?? null) : null;
  }
  return null;
}

function boundsOf(search: RuleSearch | null): readonly Bound[] {
  if (search === null) return ['not begun'];
  const { summary, cut } = search;
  if (summary.conclusive) return [];
  const abandoned = summary.outcomes.flatMap(({ outcome }) => (outcome.kind === 'abandoned' ? [outcome.why] : []));
  // One that gave up, since no schedule came to an end, did not come to its bound of runs.
  if (summary.complete || (cut === null && abandoned.length > 0 && summary.abandoned === summary.schedules))
    return abandoned;
  return [cut ?? 'runs', ...abandoned];
}

/** Judges a program by its searches under both rules. @param right The keys of the outcomes that the reader marked as right. */
export function judge(searches: RuleSearches, right: ReadonlySet<string>): Verdict {
  const taken = right.size > 0 ? 'marked' : 'alike';
  const one = theOneWay(searches);
  const isWrong = ({ key, outcome }: OutcomeRow): boolean =>
    failsByNature(outcome) ||
    (outcome.kind === 'finished' && (taken === 'marked' ? !right.has(key) : one !== null && key !== one));
  const find = (search: RuleSearch | null): Finding => {
    if (search === null) return 'open';
    const differs = taken === 'alike' && finishedKeys(search).length > 1;
    if (differs || search.summary.outcomes.some(isWrong)) return 'wrong';
    return search.summary.conclusive && search.summary.schedules > 0 ? 'right' : 'open';
  };
  const own = find(searches.gil);
  const free = find(searches['free-threaded']);
  // What CPython with the GIL can do, CPython without it can do too.
  const findings = {
    gil: own === 'open' && free === 'right' ? ('right' as const) : own,
    'free-threaded': own === 'wrong' ? ('wrong' as const) : free,
  };
  return {
    kind: kindOf(findings),
    findings,
    taken,
    wrong: new Set(
      cpythonRules.flatMap((rule) => (searches[rule]?.summary.outcomes ?? []).filter(isWrong).map(({ key }) => key)),
    ),
    bounds: {
      gil: findings.gil === 'open' ? boundsOf(searches.gil) : [],
      'free-threaded': findings['free-threaded'] === 'open' ? boundsOf(searches['free-threaded']) : [],
    },
  };
}

function kindOf({ gil, 'free-threaded': free }: Verdict['findings']): Verdict['kind'] {
  if (gil === 'wrong') return 'unsafe';
  if (gil === 'right' && free === 'right') return 'safe';
  return gil === 'right' && free === 'wrong' ? 'hidden' : 'undecided';
}

/** All outcomes of both searches, what is wrong first, then what more schedules came to. */
export function rowsOf(searches: RuleSearches, { wrong }: Verdict): readonly VerdictRow[] {
  const found = new Map<string, VerdictRow>();
  for (const rule of cpythonRules)
    for (const row of searches[rule]?.summary.outcomes ?? []) {
      const { key, outcome } = row;
      const before = found.get(key) ?? { key, outcome, wrong: wrong.has(key), gil: null, 'free-threaded': null };
      found.set(key, { ...before, [rule]: row });
    }
  const count = (row: VerdictRow): number => (row.gil?.schedules ?? 0) + (row['free-threaded']?.schedules ?? 0);
  return [...found.values()].toSorted((a, b) => Number(b.wrong) - Number(a.wrong) || count(b) - count(a));
}
