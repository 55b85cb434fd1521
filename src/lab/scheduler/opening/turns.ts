/**
 * The program of the first page, played: two threads, and the reader says whose turn it is. All that is told comes from the recording of the program.
 */
import { play, tally, type Recording } from '../../../core/python/recording';
import type { WatchedRun } from '../../../core/python/pythonSchedules';
import type { Schedule, Step, ThreadIndex } from '../../../core/schedule/types';

/** The variable that the threads share, the function that each of them runs, and what the program prints where no update is lost. */
export interface Told {
  readonly variable: string;
  readonly function: string;
  readonly local: string;
  readonly expected: string;
}

/** One turn that a thread has had. */
export interface Turn {
  readonly thread: ThreadIndex;
  /** "Ada". */
  readonly name: string;
  /** What it did to the shared variable. */
  readonly did: 'read' | 'write';
  /** What it read or wrote. */
  readonly value: string;
  /** The line that it stood at, from 1. */
  readonly from: number;
  /** The line that it stood at afterwards; null where it has ended. */
  readonly to: number | null;
}

/** One of the threads between two turns. */
export interface Player {
  readonly thread: ThreadIndex;
  readonly name: string;
  /** The line that it runs next, in its function; null when it has ended. */
  readonly line: number | null;
  /** What it has read and holds; null before it has read, and when it has ended. */
  readonly holds: string | null;
  readonly canGo: boolean;
}

/** The program after some turns. */
export interface Played {
  readonly turns: readonly Turn[];
  readonly players: readonly Player[];
  /** The shared variable's value. */
  readonly value: string;
  /** What the program has printed; null while somebody can go on. */
  readonly printed: string | null;
}

/** How many orders of the turns there are, and how many of them print something else than is expected. */
export interface Orders {
  readonly all: number;
  readonly lost: number;
}

/** A run with the steps of the main thread that follow each turn, which nobody chooses. Null for turns that cannot be taken. */
function runOf(recording: Recording, turns: Schedule): WatchedRun | null {
  let run = play(recording, []);
  for (const thread of turns) {
    if (run === null || !run.result.end.enabled.includes(thread)) return null;
    run = play(recording, [...run.result.steps.map((step) => step.thread), thread]);
  }
  return run;
}

const isMain = ({ thread }: Pick<Step, 'thread'>): boolean => thread === 0;

/** The program after these turns, each told by the thread that has it. @throws Error for turns that cannot be taken. */
export function playedTo(recording: Recording, told: Told, turns: Schedule): Played {
  const run = runOf(recording, turns);
  if (run === null) throw new Error(`These turns cannot be taken: ${turns.join(', ')}.`);
  const { moments, result } = run;
  const valueAt = (step: number): string => moments[step]?.globals.find(([name]) => name === told.variable)?.[1] ?? '';
  const callAt = (step: number, thread: ThreadIndex) =>
    moments[step]?.threads[thread]?.calls.find((call) => call.function === told.function);
  const turnsTold = result.steps.flatMap((step, at): readonly Turn[] => {
    if (isMain(step)) return [];
    const writes = step.accesses.some(({ object, kind }) => object === `global ${told.variable}` && kind === 'write');
    return [
      {
        thread: step.thread,
        name: moments[at]?.threads[step.thread]?.name ?? '',
        did: writes ? 'write' : 'read',
        value: valueAt(writes ? at + 1 : at),
        from: callAt(at, step.thread)?.line ?? 0,
        to: callAt(at + 1, step.thread)?.line ?? null,
      },
    ];
  });
  const last = moments.length - 1;
  const players = (moments[last]?.threads ?? []).flatMap(({ name }, thread): readonly Player[] => {
    if (isMain({ thread })) return [];
    const call = callAt(last, thread);
    return [
      {
        thread,
        name,
        line: call?.line ?? null,
        holds: call?.locals.find(([local]) => local === told.local)?.[1] ?? null,
        canGo: result.end.enabled.includes(thread),
      },
    ];
  });
  return {
    turns: turnsTold,
    players,
    value: valueAt(last),
    printed: result.outcome?.kind === 'finished' ? result.outcome.state.trim() : null,
  };
}

/** How many turns the threads have together. */
export function turnsOf(recording: Recording): number {
  const turns: ThreadIndex[] = [];
  for (;;) {
    const next = runOf(recording, turns)?.result.end.enabled.find((thread) => thread > 0);
    if (next === undefined) return turns.length;
    turns.push(next);
  }
}

/** Counts the orders. @throws Error where the recording does not tell of every order. */
export function ordersOf(recording: Recording, { expected }: Told): Orders {
  const tallied = tally(recording);
  if (tallied === null) throw new Error('The recording of the first page tells of every order.');
  const sum = (some: typeof tallied): number => some.reduce((total, { schedules }) => total + schedules, 0);
  const isRight = ({ outcome }: (typeof tallied)[number]): boolean =>
    outcome.kind === 'finished' && outcome.state.trim() === expected;
  return { all: sum(tallied), lost: sum(tallied.filter((one) => !isRight(one))) };
}
