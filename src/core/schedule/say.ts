import { formatCount } from '../base/format';
import type { SearchSummary } from './frontier';
import type { OutcomeRow } from './outcomes';
import type { PreemptionBound } from './search';
import type { Outcome } from './types';

/** How a page calls things in what it says of a search. */
export interface SearchWords {
  /** Where threads switch: "at line granularity". */
  readonly where: string;
  /** After a number of schedules: "end at 2", "deadlock"; after one: "ends at 2". */
  readonly outcome: (outcome: Outcome, schedules: number) => string;
  /** Which outcomes are wrong; none if nobody said what is right. */
  readonly isFailure?: (outcome: Outcome) => boolean;
  /** What is said where all have been tried and none fails; "None of them fails" unless given. */
  readonly noneFails?: string;
}

/** With more outcomes than this, those that finished are told together. */
const mostTold = 6;

const count = (schedules: number, noun = 'schedule'): string =>
  `${formatCount(schedules)} ${noun}${schedules === 1 ? '' : 's'}`;

const within = (bound: PreemptionBound): string =>
  bound === 'all' ? '' : bound === 0 ? ' without preemptions' : ` with at most ${count(bound, 'preemption')}`;

const several = 2;

interface Told {
  readonly text: string;
  readonly schedules: number;
}

/** Joins rows that read alike. */
function together(rows: readonly OutcomeRow[], words: SearchWords): readonly Told[] {
  const merged = new Map<string, { outcome: Outcome; schedules: number }>();
  for (const { outcome, schedules } of rows) {
    const key = words.outcome(outcome, several);
    const same = merged.get(key);
    if (same === undefined) merged.set(key, { outcome, schedules });
    else same.schedules += schedules;
  }
  return Array.from(merged.values(), ({ outcome, schedules }) => ({
    text: words.outcome(outcome, schedules),
    schedules,
  }));
}

const folds: readonly { readonly kind: Outcome['kind']; readonly say: (ways: string) => string }[] = [
  { kind: 'finished', say: (ways) => `end in ${ways} different ways` },
  { kind: 'exception', say: (ways) => `raise ${ways} different exceptions` },
];

/** All that finished as one, and all that raised something, as far as that is needed to be short. */
function briefly(rows: readonly OutcomeRow[], words: SearchWords): readonly Told[] {
  const folded: Told[] = [];
  let rest = rows;
  for (const { kind, say } of folds) {
    const own = rest.filter(({ outcome }) => outcome.kind === kind);
    if (folded.length + together(rest, words).length <= mostTold || own.length < several) continue;
    rest = rest.filter(({ outcome }) => outcome.kind !== kind);
    folded.push({
      text: say(formatCount(own.length)),
      schedules: own.reduce((sum, { schedules }) => sum + schedules, 0),
    });
  }
  return [...together(rest, words), ...folded];
}

/** Outcomes with how many schedules came to each, in the order of being rarer; ties in the order of the words. */
const sayOutcomes = (rows: readonly OutcomeRow[], words: SearchWords): string =>
  briefly(rows, words)
    .toSorted((a, b) => a.schedules - b.schedules || (a.text < b.text ? -1 : 1))
    .map(({ text, schedules }) => `${formatCount(schedules)} ${text}`)
    .join(', ');

/**
 * What a search has shown, and not more: "All 252 schedules at line granularity: 12 end at 2, 240 end at 1." Schedules are counted, not weighed: how often an
 * interpreter would choose one is not known.
 */
export function saySearch(summary: SearchSummary, words: SearchWords): string {
  const { mode, schedules, abandoned, complete, conclusive, proven, outcomes } = summary;
  const at = ` ${words.where}`;
  const told = sayOutcomes(outcomes, words);
  const failed = words.isFailure === undefined ? null : outcomes.some(({ outcome }) => words.isFailure?.(outcome));
  const sentences: string[] = [];
  if (schedules === 0) return `None of the schedules${at} has been tried.`;
  if (!complete) {
    const among = `${formatCount(schedules)} of an unknown number of ${mode.reduction === 'none' ? '' : 'kinds of '}schedules${at}`;
    sentences.push(
      failed === false && abandoned < schedules ? `No failure among ${among}: ${told}.` : `Among ${among}, ${told}.`,
    );
    if (proven !== null) sentences.push(`All those${within(proven)} are among them.`);
  } else if (mode.reduction !== 'none') {
    sentences.push(
      `All schedules${at}, shown by ${formatCount(schedules)} that stand for the others (at least one for each order of the steps that conflict): ${told}.`,
    );
  } else if (schedules === 1) {
    sentences.push(`The only schedule${at}${within(mode.preemptions)} ${told.replace(/^1 /, '')}.`);
  } else {
    sentences.push(`All ${count(schedules)}${at}${within(mode.preemptions)}: ${told}.`);
  }
  if (abandoned > 0) {
    const left = `${count(abandoned)} ${abandoned === 1 ? 'was' : 'were'}`;
    sentences.push(
      conclusive
        ? `${left} left in a circle of states, which leads to nothing else.`
        : `${left} abandoned, so there may be more outcomes.`,
    );
  }
  // Of a single schedule all has been said.
  if (conclusive && failed === false && (schedules > 1 || mode.preemptions !== 'all'))
    sentences.push(
      `${words.noneFails ?? 'None of them fails'}${mode.preemptions === 'all' ? '.' : '; with more preemptions, one may.'}`,
    );
  return sentences.join(' ');
}

/** How many schedules of a search fail, with what they are counted among: "240 of 252 schedules fail." Null if none does. */
export function sayFailures(
  { mode, schedules, complete, outcomes }: SearchSummary,
  isFailure: (outcome: Outcome) => boolean,
): string | null {
  const failed = outcomes.reduce((sum, row) => sum + (isFailure(row.outcome) ? row.schedules : 0), 0);
  if (failed === 0) return null;
  const one = mode.reduction === 'none' ? 'schedule' : 'kind of schedule';
  const many = mode.reduction === 'none' ? 'schedules' : 'kinds of schedules';
  if (schedules === 1) return `The ${one} ${complete ? '' : 'that was tried '}fails.`;
  const of = `${formatCount(schedules)} ${many}${complete ? '' : ' that were tried'}`;
  return failed === schedules
    ? `All ${of} fail.`
    : `${formatCount(failed)} of ${complete ? '' : 'the '}${of} ${failed === 1 ? 'fails' : 'fail'}.`;
}
