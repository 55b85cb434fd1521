import { diffLines } from 'diff';

/** A line of two texts that are compared. */
export interface ComparedLine {
  readonly text: string;
  readonly change: 'kept' | 'removed' | 'added';
}

/** What became of the lines of `before`, in order, what was removed standing above what came for it. */
export const differenceOf = (before: string, after: string): readonly ComparedLine[] =>
  diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ text, change: added ? 'added' : removed ? 'removed' : 'kept' }) as const),
  );
