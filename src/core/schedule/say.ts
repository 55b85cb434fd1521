import { formatCount } from '../format';
import type { SearchSummary } from './frontier';
import type { OutcomeRow } from './outcomes';
import type { PreemptionBound } from './search';
import type { Outcome } from './types';

/** How a page calls things in what it says of a search. */
export interface SearchWords {
  /** Between which steps threads switch: "line granularity". */
  readonly granularity: string;
  /** After a number of schedules: "end at 2", "deadlock". One schedule and several are the same: "1 ends" is not said. */
  readonly outcome: (outcome: Outcome) => string;
  /** Which outcomes are wrong; none if nobody said what is right. */
  readonly isFailure?: (outcome: Outcome) => boolean;
}

const count = (schedules: number, noun = 'schedule'): string => `${formatCount(schedules)} ${noun}${schedules === 1 ? '' : 's'}`;

const within = (bound: PreemptionBound): string => (bound === 'all' ? '' : bound === 0 ? ' without preemptions' : ` with at most ${count(bound, 'preemption')}`);

/** Outcomes with how many schedules came to each, in the order of being rarer; ties in the order of the words. */
function sayOutcomes(rows: readonly OutcomeRow[], words: SearchWords): string {
  const counts = new Map<string, number>();
  for (const { outcome, schedules } of rows) counts.set(words.outcome(outcome), (counts.get(words.outcome(outcome)) ?? 0) + schedules);
  return Array.from(counts)
    .sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1))
    .map(([text, schedules]) => `${formatCount(schedules)} ${text}`)
    .join(', ');
}

/**
 * What a search has shown, and not more: "All 252 schedules at line granularity: 12 end at 2, 240 end at 1." Schedules are counted, not weighed: how often an
 * interpreter would choose one is not known.
 */
export function saySearch(summary: SearchSummary, words: SearchWords): string {
  const { mode, schedules, abandoned, complete, conclusive, proven, outcomes } = summary;
  const at = ` at ${words.granularity}`;
  const told = sayOutcomes(outcomes, words);
  const failed = words.isFailure === undefined ? null : outcomes.some(({ outcome }) => words.isFailure?.(outcome));
  const sentences: string[] = [];
  if (!complete) {
    const among = `${formatCount(schedules)} of an unknown number of schedules${at}`;
    sentences.push(failed === false ? `No failure among ${among}: ${told}.` : schedules === 0 ? `None of the schedules${at} has been tried.` : `Among ${among}, ${told}.`);
    if (proven !== null) sentences.push(`All those${within(proven)} are among them.`);
  } else if (mode.reduction === 'none') {
    sentences.push(`All ${count(schedules)}${at}${within(mode.preemptions)}: ${told}.`);
  } else {
    sentences.push(`All schedules${at}, shown by ${formatCount(schedules)} that stand for the others (one for each order of the steps that conflict): ${told}.`);
  }
  if (abandoned > 0) {
    const left = `${count(abandoned)} ${abandoned === 1 ? 'was' : 'were'}`;
    sentences.push(conclusive ? `${left} left in a circle of states, which leads to nothing else.` : `${left} abandoned, so that more outcomes may be possible.`);
  }
  if (conclusive && failed === false) sentences.push(mode.preemptions === 'all' ? 'None of them fails.' : 'None of them fails; with more preemptions, one may.');
  return sentences.join(' ');
}
