import { basename } from 'node:path';
import { runNatively, turns, type Ran } from '../../../tools/native';

/** A program, and what it may come to, in the words of known.ts. */
export interface Expected {
  readonly path: string;
  readonly outcomes: readonly string[];
}

/** What a program did natively. */
export interface NativeOutcome {
  readonly name: string;
  readonly outcome: string;
  readonly isKnown: boolean;
}

/** How long a program is given that can only come to a deadlock: it will not do anything else later. */
const surelyStuckSeconds = 1;
/** How long a program is given that may come to a deadlock, or end at once. */
const perhapsStuckSeconds = 4;
const longestSeconds = 60;

/** Runs programs with the machine's own Python, some at a time: most of them wait. */
export async function nativeOutcomes(programs: readonly Expected[]): Promise<readonly NativeOutcome[]> {
  const { take } = turns(4);
  return Promise.all(
    programs.map(async ({ path, outcomes }) => {
      const done = await take();
      const stuck = outcomes.filter(isDeadlock).length;
      const seconds =
        stuck === 0 ? longestSeconds : stuck === outcomes.length ? surelyStuckSeconds : perhapsStuckSeconds;
      const ran = await runNatively(path, '', { timeoutSeconds: seconds }).finally(done);
      const outcome = inWords(ran);
      return { name: basename(path), outcome, isKnown: ran.end === 'stopped' ? stuck > 0 : outcomes.includes(outcome) };
    }),
  );
}

const isDeadlock = (outcome: string): boolean => outcome.startsWith('deadlock');

/** As known.ts has it; a program that was stopped does not tell which threads were stuck. */
function inWords({ stdout, stderr, end }: Ran): string {
  if (end === 'stopped') return 'deadlock';
  if (stderr === '') return stdout.trimEnd();
  // The first line of the report's that is not indented, after the traceback's head, is the exception.
  const report = /(?:Exception in thread (.+):\n)?Traceback .*\n(?:[ \t].*\n)*(.+)/u.exec(stderr);
  if (report === null) return stderr;
  const [, thread, exception = ''] = report;
  return thread === undefined ? exception : `${thread}: ${exception}`;
}
