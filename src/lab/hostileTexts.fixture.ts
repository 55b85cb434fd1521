import { describe, expect, it } from 'vitest';

const length = 200_000;
const whiteSpace =
  '\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF';
const brackets = '()[]{}<>«»“”';
const units = [
  ...whiteSpace,
  ...brackets,
  ...'x.,/\\"\'`#=&|+-_:;@*?!0é',
  '\n ',
  ' \n',
  '#\n',
  '"""',
  '("',
  ' (',
  ')(',
  '): ',
  '=x',
  '&x',
  '[free, ',
  '\r\n',
  '1, ',
  'File "',
  '\ud83d',
  '\ud83d\ude00',
];

/** What reads a text that a program, a link or a reader's file holds, by name. */
export type Readers = Readonly<Record<string, (text: string) => unknown>>;

function timeOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** What linear work on a text takes here and now: each character is looked at once, and copied. */
const once = (text: string): string => Array.from(text, (character) => character.charCodeAt(0).toString()).join('');

// A text of this length takes quadratic work some 10,000 times as long as linear work.
const mostTimesLinear = 100;

/** What linear work on each text took when it was first measured, in milliseconds. */
const onceMs = new Map<string, number>();

/** Whether that takes far longer than linear work. What seems slow is measured again beside linear work, since the machine may have had other things to do. */
function isSlow(read: () => unknown, text: string): boolean {
  const known = onceMs.get(text) ?? timeOf(() => once(text));
  onceMs.set(text, known);
  if (timeOf(read) < mostTimesLinear * known) return false;
  for (let time = 0; time < 3; time += 1) if (timeOf(read) < mostTimesLinear * timeOf(() => once(text))) return false;
  return true;
}

/** Checks that each of them reads any text in linear time. */
export function expectLinear(readers: Readers): void {
  describe(`a text of ${length} characters`, () => {
    const ends = ['', 'x'];
    const texts = units.flatMap((unit) => ends.map((end) => `${unit.repeat(Math.ceil(length / unit.length))}${end}`));

    it.each(Object.keys(readers))(
      'is read in linear time by %s',
      (name) => {
        const slow = texts.filter((text) => isSlow(() => readers[name]?.(text), text));
        expect(slow.map((text) => JSON.stringify(text.slice(0, 3)))).toEqual([]);
      },
      120_000,
    );
  });
}
