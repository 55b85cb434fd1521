import { formatCount } from '../../core/base/format';

/** What a reader did in an incident: where they looked, and which diagnoses they made, in order. */
interface Notes {
  readonly looks: readonly string[];
  readonly named: readonly string[];
}

const ordinals = ['first', 'second', 'third'] as const;

/** At which try the right diagnosis was made, in words; empty where it was not. */
export function sayTry(named: readonly string[], right: string): string {
  const at = named.indexOf(right);
  return at === -1 ? '' : `at the ${ordinals[at] ?? `${at + 1}th`} try`;
}

/** How far a reader is with an incident. `next`: what is still to be done, where that is to mend the program. */
export function sayStanding(
  { looks, named }: Notes,
  right: string,
  isMended: boolean,
): { readonly closed: boolean; readonly words: string; readonly next: string | null } {
  const tried = sayTry(named, right);
  const looked = `You looked in ${formatCount(looks.length)} place${looks.length === 1 ? '' : 's'}`;
  if (tried === '') return { closed: false, words: '', next: null };
  if (!isMended)
    return { closed: false, words: `${looked}, and your diagnosis was right ${tried}.`, next: 'Now mend the program.' };
  return {
    closed: true,
    words: `Closed. ${looked}, your diagnosis was right ${tried}, and the program is mended.`,
    next: null,
  };
}
