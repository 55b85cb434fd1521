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

/** How many lines that were kept are shown beside one that was not. */
const around = 2;

/** The lines that changed, with those around them; in place of the others, how many they are. One line alone is not worth leaving out. */
export function hunksOf(lines: readonly ComparedLine[]): readonly (ComparedLine | number)[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ change }) => change !== 'kept');
  const parts: (ComparedLine | number)[] = [];
  let far: ComparedLine[] = [];
  const leaveOut = (): void => {
    parts.push(...(far.length > 1 ? [far.length] : far));
    far = [];
  };
  for (const [at, line] of lines.entries()) {
    if (!isNear(at)) far.push(line);
    else {
      leaveOut();
      parts.push(line);
    }
  }
  leaveOut();
  return parts;
}
