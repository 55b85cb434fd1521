import type { RunEnd } from '../program/pythonRun';
import { wordsOf } from '../program/words';
import type { RunCheck, RunGoal } from '../scheduler/puzzle/goals';

/** What a run of a reader's program has shown. */
export interface RunVerdict {
  readonly passed: boolean;
  /** In a sentence or two. */
  readonly words: string;
  /** The line that tells it; null where the program has not printed it. */
  readonly line: string | null;
}

/** The last line that a check is about, and its number. */
function foundIn(printed: string, { line }: RunCheck): { readonly line: string; readonly value: number } | null {
  const last = printed.split('\n').findLast((one) => line.test(one));
  const value = Number(last === undefined ? Number.NaN : line.exec(last)?.[1]?.replaceAll(',', ''));
  return last === undefined || Number.isNaN(value) ? null : { line: last, value };
}

/** What a run has shown that ended so and printed this; null where the reader has stopped it. */
export function verdictOfRun(goal: RunGoal, end: RunEnd, printed: string): RunVerdict | null {
  if (end.status === 'stopped') return null;
  if (end.status === 'finished' && end.exitCode === 0) return verdictOf(goal, printed);
  return { passed: false, words: wordsOf(end).join(''), line: null };
}

/** What a program has shown that printed this and ended by itself. */
export function verdictOf({ checks }: RunGoal, printed: string): RunVerdict {
  const [first] = checks;
  const told = first === undefined ? null : (foundIn(printed, first)?.line ?? null);
  for (const check of checks) {
    const found = foundIn(printed, check);
    if (found === null)
      return {
        passed: false,
        words: 'The program has not printed what it measured. Let the functions keep their names.',
        line: told,
      };
    const { least = -Infinity, most = Infinity } = check;
    if (found.value < least || found.value > most)
      return { passed: false, words: `It printed “${found.line}”. ${check.otherwise}`, line: told };
  }
  return { passed: true, words: `Mended. It printed “${told ?? ''}”.`, line: told };
}

/** A reader's program with the part that measures as the puzzle has it; null where the line is gone at which that begins. */
export function withOwnEnd(source: string, original: string, keepsFrom: string): string | null {
  const at = (text: string): number => (text.startsWith(keepsFrom) ? 0 : text.indexOf(`\n${keepsFrom}`));
  const end = at(source);
  return end === -1 ? null : source.slice(0, end) + original.slice(at(original));
}
