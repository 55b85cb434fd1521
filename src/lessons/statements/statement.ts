import type { CPythonRule } from '../../core/schedule/rule';
import type { Program } from '../../lab/workbench/program';

/** A statement that two threads run at the same time, with the program in which they do. */
export interface Statement {
  /** Unique in its lesson: the name of its program, `<id>.py`, in the lesson's folder `statements`. */
  readonly id: string;
  /** As Python has it, on one line. */
  readonly code: string;
  /** Who does what: one sentence. */
  readonly scene: string;
  readonly program: Program;
  /** What may go wrong. The program ends with the line `Lost 3` or `Raised 3`: how often that happened. */
  readonly wrong: 'lost' | 'raised';
  /** How many threads run the statement. */
  readonly threads: 1 | 2;
}

/** Where a statement goes wrong: in no schedule, only under the rule without a GIL, or under both. */
export type Answer = 'never' | 'free-threaded' | 'both';

/** By rule: how many kinds of schedules there are, and how many of them end with which line. */
export type Tried = Readonly<
  Record<CPythonRule, { readonly schedules: number; readonly ends: Readonly<Record<string, number>> }>
>;

/** What native runs on one Python came to. `npm run record -- --statements` writes it. */
export interface NativeRow {
  /** The version, `3.14.10`. */
  readonly python: string;
  /** `CPython`, or `CPython, free-threaded`. */
  readonly implementation: string;
  /** How it was built: `not an optimised build`. */
  readonly build: string;
  /** Cores that the system reports. */
  readonly cores: number;
  readonly os: string;
  /** What else a reader must know of the machine. */
  readonly note?: string;
  /** `2026-11-29`. */
  readonly date: string;
  /** Runs of each program. */
  readonly repeats: number;
  /** How often each thread runs its statement in one run. */
  readonly rounds: number;
  /** By statement: the least and the most that went wrong in one run. */
  readonly wrong: Readonly<Record<string, { readonly least: number; readonly most: number }>>;
}

/** What is known of the statements of a table, which comes after the page: a guess comes first. */
export interface Outcomes {
  /** By statement: why it comes out so; code stands between backticks. */
  readonly why: Readonly<Record<string, string>>;
  /** By statement; `schedules.json`, which the test of the schedules writes. */
  readonly tried: Readonly<Record<string, Tried>>;
  /** By Python, in their order; `native.json`. */
  readonly native: readonly NativeRow[];
  /** The Pythons that stand in the table; the others are listed beside the program. */
  readonly shown: readonly { readonly version: string; readonly free: boolean }[];
}

/** The statements of a table. */
export interface StatementSet {
  /** Its address in the page. */
  readonly id: string;
  readonly title: string;
  readonly statements: readonly Statement[];
  /** Rejects when they cannot be fetched. */
  outcomes(): Promise<Outcomes>;
}

const lines = { lost: 'Lost 0', raised: 'Raised 0' } as const;

/** How many kinds of schedules go wrong under a rule. */
export function wrongUnder(rule: CPythonRule, { wrong }: Pick<Statement, 'wrong'>, tried: Tried): number {
  const { schedules, ends } = tried[rule];
  return schedules - (ends[lines[wrong]] ?? 0);
}

/** What every schedule that was tried says of a statement. */
export function answerOf(statement: Pick<Statement, 'wrong'>, tried: Tried): Answer {
  if (wrongUnder('gil', statement, tried) > 0) return 'both';
  return wrongUnder('free-threaded', statement, tried) > 0 ? 'free-threaded' : 'never';
}

/** Whether a row is of a Python without a GIL. */
export const isFree = ({ implementation }: Pick<NativeRow, 'implementation'>): boolean =>
  implementation.includes('free-threaded');

/** `3.14.7t`, as the program is called. */
export const nameOf = (row: Pick<NativeRow, 'python' | 'implementation'>): string =>
  `${row.python}${isFree(row) ? 't' : ''}`;

/** The rows that stand in the table, in the order in which they are named. Throws where one was not recorded. */
export function shownRows({ native, shown }: Pick<Outcomes, 'native' | 'shown'>): readonly NativeRow[] {
  return shown.map(({ version, free }) => {
    const row = native.find((one) => one.python.startsWith(`${version}.`) && isFree(one) === free);
    if (row === undefined) throw new Error(`No run on ${version}${free ? 't' : ''} was recorded.`);
    return row;
  });
}
