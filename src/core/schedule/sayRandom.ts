import { formatCount } from '../base/format';
import { listInWords } from '../base/shorten';
import { chances, drawnIn } from './random';
import type { RandomSummary } from './search';

/** What is never claimed, however many schedules are drawn. */
const mostSure = 0.9999;

/** A probability as percents, never more than it is: "94 %", "99.9 %", "0.34 %". */
export function sayAtLeast(probability: number): string {
  const sure = Math.min(probability, mostSure);
  // As many digits as tell it from nothing, or from certainty.
  const digits = sure < 0.01 || sure >= 0.999 ? 2 : sure < 0.1 || sure >= 0.99 ? 1 : 0;
  const scale = 10 ** digits;
  // What a product of fractions falls short of a whole number is no part of the probability.
  return `${(Math.floor(sure * 100 * scale + 1e-9) / scale).toFixed(digits)} %`;
}

/** Why random schedules guarantee nothing: some were cut off, or all were made for fewer steps than there are. Null where they do guarantee something. */
export function whyNoGuarantee(random: RandomSummary): string | null {
  if (random.cut) return 'nothing is guaranteed, since some of them were cut off';
  return chances(random).some(({ least }) => least !== null && least > 0) ? null : 'nothing is guaranteed yet';
}

/** On which condition random schedules guarantee what they do. */
export function sayCondition({ threads, steps }: Pick<RandomSummary, 'threads' | 'steps'>): string {
  const size = `${threads === 1 ? '1 thread' : `${formatCount(threads)} threads`} and ${steps === 1 ? '1 step' : `${formatCount(steps)} steps`}`;
  return `if no schedule has more than ${size}, the most that were seen`;
}

/** What is known of a program when none of the schedules that were drawn at random is wrong, in one sentence that begins with a small letter. */
export function sayRandom(random: RandomSummary): string {
  const found = `none of ${formatCount(drawnIn(random))} schedules that were drawn at random is wrong`;
  const nothing = whyNoGuarantee(random);
  if (nothing !== null) return `${found}, but ${nothing}.`;
  const known = chances(random).map(({ depth, least }, index) => {
    const bug = index === 0 ? `a bug of depth ${depth} would have been hit` : `one of depth ${depth}`;
    return `${bug} with a probability of at least ${sayAtLeast(least ?? 0)}`;
  });
  return `${found}: ${listInWords(known)}, ${sayCondition(random)}.`;
}

/** What depth means, where a probability is told. */
export const whatDepthIs =
  'The depth of a bug is how many pairs of steps must come in a certain order for it to show: one for a value that is read too soon, two for a lost update or a deadlock of two locks.';
