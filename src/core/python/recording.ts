/**
 * A recording: the states of one program under one rule, whichever thread the reader lets go on, as the page's own interpreter told them. With it a program is stepped before
 * Python is there, and in browsers that cannot suspend it. `parseRecording` (recordingFile.ts) reads the JSON that `npm run record -- --schedules` writes:
 *
 *     const recording = parseRecording((await import('./two_turns.gil.schedules.json')).default);
 *     const run = recording && play(recording, [1, 2]); // Ada's turn, Ben's turn: what `PythonSchedules.step` resolves with for these choices
 *     if (run !== null) show(run.moments.at(-1)); // the state after them; `run.result.outcome` is how it ended, null while somebody can go on
 *     tally(recording); // every outcome with the number of orders that lead there
 *
 * Null from `play` means that the recording does not tell what comes of these choices.
 */
import type { Accesses, Outcome, Schedule, Step, StepIndex, SwitchPoint, ThreadIndex } from '../schedule/types';
import type { CodeListing, ScheduledMoment, ScheduledProgram, WatchedRun } from './pythonSchedules';

/** What of a program decides its states, besides its text. */
export type RecordedHow = Required<Pick<ScheduledProgram, 'granularity' | 'mainFirst' | 'time' | 'tasks'>>;

/** What a thread's step did, and to which of the recording's states it led. */
export interface RecordedStep {
  readonly accesses: Accesses;
  readonly to: number;
}

/** One state of the program. Schedules that lead to equal states with equal futures share it. */
export interface RecordedState {
  /** What is shown of it; null where the last step never came to its end, as when it ended the program. */
  readonly moment: ScheduledMoment | null;
  readonly point: SwitchPoint;
  /** How the run ends here; null where somebody can go on. */
  readonly outcome: Outcome | null;
  /** By thread. A thread that could go on and is missing here was not recorded. */
  readonly steps: ReadonlyMap<ThreadIndex, RecordedStep>;
}

export interface Recording {
  readonly fileName: string;
  /** A checksum of the program's text, by whoever keeps recordings: those of another text are of no use. */
  readonly text: string;
  readonly how: RecordedHow;
  /** The Python that told it: "3.14.2". */
  readonly python: string;
  /** The program's bytecode, under the rules under which Python tells it; null under the others. */
  readonly codes: readonly CodeListing[] | null;
  /** The first is the program's beginning. */
  readonly states: readonly RecordedState[];
}

/** An outcome, and how many schedules lead there. */
export interface Tallied {
  readonly outcome: Outcome;
  readonly schedules: number;
}

/** Whether a recording tells of a program's states: its text is for the caller to compare. */
export const tellsOf = (
  { how, fileName }: Pick<Recording, 'how' | 'fileName'>,
  { time = 'patient', tasks = 'in order', ...program }: ScheduledProgram,
): boolean =>
  fileName === program.fileName &&
  how.granularity === program.granularity &&
  how.mainFirst === program.mainFirst &&
  how.time === time &&
  how.tasks === tasks &&
  program.accesses &&
  program.watch.length === 0;

/**
 * What comes of these choices, and of the main thread's steps behind them where it goes first: what `PythonSchedules.step` tells, with the states from step `from` on.
 * Null where one of the choices was not recorded, or cannot be made.
 */
export function play({ states, how, codes }: Recording, schedule: Schedule, from: StepIndex = 0): WatchedRun | null {
  const steps: Step[] = [];
  const moments: ScheduledMoment[] = [];
  let state = states[0];
  for (;;) {
    if (state === undefined) return null;
    const { moment, point, outcome } = state;
    if (steps.length >= from && moment !== null) moments.push(moment);
    const thread: ThreadIndex | undefined = schedule[steps.length] ?? forced(how, point);
    if (thread === undefined || (outcome !== null && steps.length >= schedule.length))
      return { result: { steps, end: point, outcome }, moments, ...(from === 0 && codes !== null && { codes }) };
    const step = state.steps.get(thread);
    if (step === undefined) return null;
    steps.push({ thread, point, accesses: step.accesses });
    state = states[step.to];
  }
}

/** Who goes on unasked: the main thread, where it goes first and can. */
const forced = ({ mainFirst }: RecordedHow, { enabled }: SwitchPoint): ThreadIndex | undefined =>
  mainFirst && enabled.length === 1 && enabled[0] === 0 ? 0 : undefined;

/** Whether every schedule is recorded to its end. */
export const isComplete = ({ states }: Recording): boolean => states.every(isWhole);

const isWhole = ({ outcome, point, steps }: RecordedState): boolean =>
  outcome !== null || point.enabled.every((thread) => steps.has(thread));

/** All outcomes, with how many schedules lead to each; null where the recording does not tell of every schedule. */
export function tally(recording: Recording): readonly Tallied[] | null {
  if (!isComplete(recording)) return null;
  const counted = new Map<number, ReadonlyMap<number, number>>();
  /** By ending state, how many ways lead there. States follow those that lead to them nowhere in particular, hence the recursion. */
  const endingsFrom = (at: number): ReadonlyMap<number, number> => {
    const known = counted.get(at);
    if (known !== undefined) return known;
    const ways = new Map<number, number>();
    const { outcome = null, steps = new Map<ThreadIndex, RecordedStep>() } = recording.states[at] ?? {};
    if (outcome !== null) ways.set(at, 1);
    else
      for (const { to } of steps.values())
        for (const [end, count] of endingsFrom(to)) ways.set(end, (ways.get(end) ?? 0) + count);
    counted.set(at, ways);
    return ways;
  };
  const byOutcome = new Map<string, Tallied>();
  for (const [end, count] of endingsFrom(0)) {
    const outcome = recording.states[end]?.outcome;
    if (outcome === null || outcome === undefined) continue;
    const key = JSON.stringify(outcome);
    byOutcome.set(key, { outcome, schedules: count + (byOutcome.get(key)?.schedules ?? 0) });
  }
  return [...byOutcome.values()];
}
