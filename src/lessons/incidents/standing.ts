/** What a reader did in an incident: where they looked, which diagnoses they made, in order, and what has shown that the program is mended. */
interface Notes {
  readonly looks: readonly string[];
  readonly named: readonly string[];
  readonly proof: object | null;
}

const ordinals = ['first', 'second', 'third'] as const;

/** At which try a diagnosis was right, in words. @param at counted from 1 */
export function sayTry(at: number): string {
  const ordinal = ordinals[at - 1];
  return ordinal === undefined ? `at try ${at}` : `at the ${ordinal} try`;
}

/** How far a reader is with an incident. `next`: what is still to be done, where that is to mend the program. */
export function sayStanding(
  { looks, named, proof }: Notes,
  right: string,
): { readonly closed: boolean; readonly words: string; readonly next: string | null } {
  const at = named.indexOf(right) + 1;
  if (at === 0) return { closed: false, words: '', next: null };
  const looked = `You looked in ${looks.length} place${looks.length === 1 ? '' : 's'}`;
  if (proof === null)
    return {
      closed: false,
      words: `${looked}, and your diagnosis was right ${sayTry(at)}.`,
      next: 'Now mend the program.',
    };
  return {
    closed: true,
    words: `Closed. ${looked}, your diagnosis was right ${sayTry(at)}, and the program is mended.`,
    next: null,
  };
}
