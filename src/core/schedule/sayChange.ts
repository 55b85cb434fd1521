import type { Verdict } from './verdict';

const words: Readonly<Record<Verdict['kind'], string>> = {
  safe: 'right in every schedule, with and without the GIL',
  hidden: 'right with the GIL, wrong without',
  unsafe: 'wrong with and without the GIL',
  undecided: 'not decided',
};

/** What a change of a program has done to its verdict. */
export const sayChange = (before: Verdict, after: Verdict): string =>
  `Before your change: ${words[before.kind]}. The program with your change: ${words[after.kind]}.`;
