import { choicesOf, failsByNature, switchesOf } from '../../../core/schedule/outcomes';
import type { Outcome, Schedule } from '../../../core/schedule/types';

/** How a run must end for a program to count as broken. */
export type Ending =
  /** With this as its last line. */
  | { readonly kind: 'prints'; readonly line: string }
  /** With an exception of this name in a thread. */
  | { readonly kind: 'raises'; readonly error: string }
  | { readonly kind: 'deadlock' };

/** How much the reader may spend on it. */
export interface Limit {
  readonly of: 'moves' | 'switches';
  readonly most: number;
}

/** Bring a program to a bad end. */
export interface BreakGoal {
  readonly kind: 'break';
  readonly ending: Ending;
  readonly limit: Limit;
}

/** Find out that no schedule brings a program to another end than this one. */
export interface ProveGoal {
  readonly kind: 'prove';
  readonly ending: Ending;
}

/** One way for a program to end well. */
export interface RightEnding {
  /** The last line that it prints. */
  readonly prints: string;
  /** Global variables and what they hold then, as `repr` writes it: what is printed may be anything. All endings of a goal name the same variables. */
  readonly holds: Readonly<Record<string, string>>;
}

/** Let no schedule come to a bad end, with the work still done by threads, and at once. */
export interface FixGoal {
  readonly kind: 'fix';
  readonly endings: readonly RightEnding[];
  /** How many threads there must be besides the main one, each with a part of the work. */
  readonly threads: number;
  /** They are tasks of asyncio, besides the one that runs `main()`, which may go on in any order: the program must be right in all of them. */
  readonly tasks?: boolean;
}

/** What a mended program must print. */
export interface RunCheck {
  /** A line, whose first group is a number. Of several lines the last one counts. */
  readonly line: RegExp;
  readonly least?: number;
  readonly most?: number;
  /** What to say behind the line where its number is another one. */
  readonly otherwise: string;
}

/** Let a program print what it should when it is run, where what is wrong shows in times or amounts and not in an order. */
export interface RunGoal {
  readonly kind: 'run';
  /** In the order in which they are told. The line of the first is the one that is kept as proof. */
  readonly checks: readonly RunCheck[];
  /** How the line begins from which on the program measures: the page always runs that part as the puzzle has it. */
  readonly keepsFrom: string;
}

/** What a reader has spent. The main thread's steps are not chosen, and count as neither. */
export interface Tally {
  readonly moves: number;
  readonly switches: number;
}

/** The choices of a run, without the main thread's steps. */
export const movesIn = (schedule: Schedule): Schedule => choicesOf(schedule, true);

/** A move is a step of a thread that was chosen; a switch is a move of another thread than the move before. */
export function tallyOf(schedule: Schedule): Tally {
  const moves = movesIn(schedule);
  return { moves: moves.length, switches: switchesOf(moves) };
}

/** Where a reader stands on the way to a bad end. */
export type AttemptState =
  | 'going'
  /** More has been spent than may be, or all of it in vain. */
  | 'outOfMoves'
  /** The end is the right one, but too much was spent on the way. */
  | 'overLimit'
  | 'reached'
  /** The run has ended otherwise. */
  | 'missed';

/** @param outcome How the run has ended; null while somebody can go on. */
export function attemptStateOf(
  { ending, limit }: BreakGoal,
  { moves, switches }: Tally,
  outcome: Outcome | null,
): AttemptState {
  const spent = limit.of === 'moves' ? moves : switches;
  // A move more would be one too many; a switch may not be needed any more.
  if (outcome === null)
    return spent > limit.most || (limit.of === 'moves' && spent === limit.most) ? 'outOfMoves' : 'going';
  if (!endsSo(ending, outcome)) return 'missed';
  return spent > limit.most ? 'overLimit' : 'reached';
}

/** Whether a run has ended as a goal wants it. */
export function endsSo(ending: Ending, outcome: Outcome): boolean {
  switch (ending.kind) {
    case 'prints':
      return outcome.kind === 'finished' && lastLineOf(outcome.state) === ending.line;
    case 'raises':
      return outcome.kind === 'exception' && outcome.message.split(': ').includes(ending.error);
    case 'deadlock':
      return outcome.kind === 'deadlock';
  }
}

/** The last line of what was printed. */
export const lastLineOf = (printed: string): string => printed.trimEnd().split('\n').at(-1) ?? '';

/** The global variables whose values belong to the outcome. */
export const watchedBy = ({ endings }: FixGoal): readonly string[] => Object.keys(endings[0]?.holds ?? {});

/** What a finished run came to: its last line, and the watched variables. */
export function endOf(goal: FixGoal, state: string): RightEnding {
  const names = watchedBy(goal);
  const lines = state.trimEnd().split('\n');
  const values = names.length === 0 ? [] : lines.slice(-names.length);
  const holds = Object.fromEntries(names.map((name, at) => [name, values[at]?.slice(`${name} = `.length) ?? '']));
  return { prints: lastLineOf(lines.slice(0, lines.length - names.length).join('\n')), holds };
}

/** Whether a run must not end so. One that was abandoned has not ended. */
export function fails(goal: FixGoal, outcome: Outcome): boolean {
  if (outcome.kind !== 'finished') return failsByNature(outcome);
  const end = endOf(goal, outcome.state);
  return !goal.endings.some(
    ({ prints, holds }) =>
      prints === end.prints && Object.entries(holds).every(([name, value]) => end.holds[name] === value),
  );
}
