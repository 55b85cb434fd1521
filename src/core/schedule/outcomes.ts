import type { Outcome, RunResult, Schedule, ThreadIndex, WaitEdge } from './types';
import { scheduleOf } from './types';

/** One outcome, and what led to it. */
export interface OutcomeRow {
  readonly key: string;
  readonly outcome: Outcome;
  /** How many schedules ended so. */
  readonly schedules: number;
  /** The simplest of them: fewest switches, then fewest steps, then the one with the lower thread where they first differ. */
  readonly simplest: Schedule;
}

/** The choices of a schedule. Where the main thread goes first, nobody chooses its steps. */
export const choicesOf = (schedule: Schedule, mainFirst: boolean): Schedule =>
  mainFirst ? schedule.filter((thread) => thread !== 0) : schedule;

/** How many switches a schedule has: steps of another thread than the one before. What is told to readers is counted in `choicesOf` the schedule. */
export function switchesOf(schedule: Schedule): number {
  let switches = 0;
  for (let at = 1; at < schedule.length; at += 1) if (schedule[at] !== schedule[at - 1]) switches += 1;
  return switches;
}

/** Which of two schedules is read first where they first differ: negative for `a`. */
export function lexicographic(a: Schedule, b: Schedule): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Which of two schedules is simpler: negative for `a`. Zero only for equal ones. */
export const bySimplicity = (a: Schedule, b: Schedule, mainFirst = false): number =>
  switchesOf(choicesOf(a, mainFirst)) - switchesOf(choicesOf(b, mainFirst)) ||
  a.length - b.length ||
  lexicographic(a, b);

/** Whether an outcome is wrong whatever the program is for: nobody can go on, or go on usefully, or something was raised. A wrong final state is known to the reader only. */
export const failsByNature = (outcome: Outcome): boolean =>
  outcome.kind === 'deadlock' ||
  outcome.kind === 'exception' ||
  (outcome.kind === 'abandoned' && outcome.why === 'livelock');

const edgeKey = ({ thread, kind, object, holders }: WaitEdge): string =>
  `${thread} ${kind} ${object} ${holders.join('+')}`;

const wholeOf = ({ whole }: { readonly whole?: string }): string => (whole === undefined ? '' : ` ${whole}`);

/** A text that is the same for equal outcomes, and for no others. Deadlocks are equal if the same threads wait for the same things, held by the same. */
export function outcomeKey(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'finished':
      return `finished: ${outcome.state}${wholeOf(outcome)}`;
    case 'exception':
      return `exception: ${JSON.stringify(outcome.message)} ${outcome.state}${wholeOf(outcome)}`;
    case 'deadlock':
      return `deadlock: ${outcome.waits.map(edgeKey).sort().join(', ')}`;
    case 'abandoned':
      return `abandoned: ${outcome.why}`;
  }
}

interface Row {
  readonly outcome: Outcome;
  schedules: number;
  simplest: Schedule;
  switches: number;
}

/** Counts schedules by outcome, and keeps the simplest of each. */
export class OutcomeTable {
  readonly #rows = new Map<string, Row>();
  readonly #mainFirst: boolean;

  /** @param mainFirst The main thread's steps are no choices: see `choicesOf`. */
  constructor(mainFirst = false) {
    this.#mainFirst = mainFirst;
  }

  add(result: RunResult, outcome: Outcome): void {
    const key = outcomeKey(outcome);
    const row = this.#rows.get(key);
    if (row === undefined) {
      const schedule = scheduleOf(result);
      const switches = switchesOf(choicesOf(schedule, this.#mainFirst));
      this.#rows.set(key, { outcome, schedules: 1, simplest: schedule, switches });
      return;
    }
    row.schedules += 1;
    let switches = 0;
    let before: ThreadIndex | undefined;
    for (const { thread } of result.steps) {
      if (this.#mainFirst && thread === 0) continue;
      if (before !== undefined && thread !== before) switches += 1;
      before = thread;
    }
    if (switches > row.switches) return;
    const schedule = scheduleOf(result);
    if (bySimplicity(schedule, row.simplest, this.#mainFirst) < 0) Object.assign(row, { simplest: schedule, switches });
  }

  rows(): readonly OutcomeRow[] {
    return Array.from(this.#rows, ([key, { outcome, schedules, simplest }]) => ({ key, outcome, schedules, simplest }));
  }
}
