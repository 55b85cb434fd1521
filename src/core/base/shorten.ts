import { formatCount } from './format';

/** How many characters of a text that a program made up are shown in a sentence, a label or a note: laying out a text takes a browser time that grows with the square of its length. */
export const mostInSentence = 300;
/** The longest name or heading that is kept whole. */
export const mostInName = 200;

/** "Thread-1 (add)" is "Thread-1", wherever its function is to be seen anyway. */
export function withoutFunction(name: string): string {
  const at = name.endsWith(')') ? name.indexOf(' (') : -1;
  return at < 0 ? name : name.slice(0, at);
}

/** A text that a program made up, with its end cut where it is longer than that. */
export function shorten(text: string, most = mostInSentence): string {
  return text.length <= most ? text : `${cutAt(text, most - 1)}…`;
}

/** Shortens a text by its middle, where its end matters as well. */
export function shortenMiddle(text: string, most = mostInSentence): string {
  if (text.length <= most) return text;
  const head = Math.ceil((most - 1) / 2);
  const from = text.length - (most - 1 - head);
  // The second half of a pair of units says nothing without the first.
  return `${cutAt(text, head)}…${text.slice(isSecondOfPair(text, from) ? from + 1 : from)}`;
}

/** The first items of a list in words, and how many more there are: "a, b and 3 more". */
export function listInWords(all: readonly string[], most = 12): string {
  const more = all.length - most;
  const parts = more > 1 ? [...all.slice(0, most), `${formatCount(more)} more`] : all;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

const cutAt = (text: string, at: number): string => text.slice(0, isSecondOfPair(text, at) ? at - 1 : at);

function isSecondOfPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Longer lines are broken: no browser lays out a million characters in one, and long before that it takes seconds. */
export const longestLine = 2000;

/** A text with its longest lines broken, so that it can be laid out. */
export function breakLines(text: string): string {
  if (text.length <= longestLine) return text;
  return text
    .split('\n')
    .map((line) => (line.length <= longestLine ? line : (line.match(/[^]{1,2000}/g) ?? []).join('\n')))
    .join('\n');
}
