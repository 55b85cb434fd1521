import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScheduledMoment, ScheduledProgram, WatchedRun } from '../../../core/engines/pythonSchedules';
import { chosenBy, type Policy } from '../../../core/schedule/policies';
import { scheduleOf, type Outcome, type RunResult, type Schedule, type StepIndex, type ThreadIndex } from '../../../core/schedule/types';
import { troubleOf, type Trouble } from './trouble';

/** What a stepper needs of the interpreters. */
export interface Replayer {
  /** Makes one run: these choices, then by the usual rule until `maxSteps`. Tells the states from the step `from` on. Throws a `NotAProgram` or a `StrategyFailure`. */
  replay(program: ScheduledProgram, prefix: Schedule, options: { readonly maxSteps: number; readonly from: StepIndex }): Promise<WatchedRun>;
}

/** Whether the program can be stepped now. */
export type StepperPhase =
  | { readonly kind: 'closed' }
  /** The interpreter starts, or the first replay is under way. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  | Trouble;

export interface StepperState {
  readonly phase: StepperPhase;
  readonly program: ScheduledProgram | null;
  /** How many steps have been taken where the reader stands. */
  readonly at: StepIndex;
  /** All steps, those that were undone and can be done again among them. Null before the first state is there. */
  readonly run: RunResult | null;
  /** The state before each step, and one after the last: `moments[at]` is where the reader stands. */
  readonly moments: readonly ScheduledMoment[];
  /** How the run ended, once `at` is its end; null while somebody can go on. */
  readonly outcome: Outcome | null;
  /** Who chooses in the reader's place. */
  readonly playing: { readonly policy: Policy; readonly stepsPerSecond: number } | null;
  /** A step is being computed. */
  readonly busy: boolean;
}

const closed: StepperState = { phase: { kind: 'closed' }, program: null, at: 0, run: null, moments: [], outcome: null, playing: null, busy: false };

/** So many steps nobody makes by hand; a run of more cannot be stepped. */
export const mostSteps = 5000;

/** Forced steps of the main thread that are taken in one go. */
const ahead = 12;

/**
 * Steps through a program: holds the run so far with all its states, so that going back and forth asks nobody. A choice makes the run anew, one step longer.
 * Where the main thread goes first (`ScheduledProgram.mainFirst`), its steps are no choices, and are taken together with the choice before.
 */
export class Stepper {
  readonly store: StoreApi<StepperState> = createStore(() => closed);
  readonly #python: Replayer;
  /** Counts what was opened: answers to earlier questions come too late. */
  #opened = 0;
  #queue: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(python: Replayer) {
    this.#python = python;
  }

  /** Opens a program at its beginning, or at the end of a schedule, or `at` one of its steps. What was open goes. Never rejects: `phase` tells. */
  async open(program: ScheduledProgram, schedule: Schedule = [], at?: StepIndex): Promise<void> {
    this.pause();
    this.#opened += 1;
    const mine = this.#opened;
    this.store.setState({ ...closed, program, phase: { kind: 'opening' }, busy: true });
    await this.#ask(mine, schedule, 0, (watched) => {
      const end = watched.moments.length - 1;
      this.store.setState({ phase: { kind: 'ready' }, ...told(watched, at === undefined ? end : Math.min(at, end)) });
    });
  }

  /** Lets a thread take the next step; nothing happens if it cannot. Presses that come while a step is computed wait their turn. */
  choose(thread: ThreadIndex): Promise<void> {
    this.pause();
    return this.#take(() => thread);
  }

  /** Goes so many steps back. */
  undo(steps = 1): void {
    this.goTo(this.store.getState().at - steps);
  }

  /** Goes so many steps forward again, of those that were undone. */
  redo(steps = 1): void {
    this.goTo(this.store.getState().at + steps);
  }

  /** Goes to any step that was taken. */
  goTo(at: StepIndex): void {
    this.pause();
    this.#place(at);
  }

  /** Goes to the beginning; what was chosen can be redone. */
  restart(): void {
    this.goTo(0);
  }

  /** Lets a policy choose, so many steps a second, until the run ends or somebody else chooses. */
  play(policy: Policy, stepsPerSecond: number): void {
    this.pause();
    this.store.setState({ playing: { policy, stepsPerSecond } });
    const next = async (): Promise<void> => {
      const from = performance.now();
      await this.#take((enabled, taken) => chosenBy(policy, enabled, taken));
      const { playing, outcome, phase } = this.store.getState();
      if (playing === null) return;
      if (outcome !== null || phase.kind !== 'ready') this.pause();
      else this.#timer = setTimeout(() => void next(), Math.max(0, 1000 / stepsPerSecond - (performance.now() - from)));
    };
    void next();
  }

  /** Ends `play`. */
  pause(): void {
    clearTimeout(this.#timer);
    if (this.store.getState().playing !== null) this.store.setState({ playing: null });
  }

  /** Forgets the program. */
  close(): void {
    this.pause();
    this.#opened += 1;
    this.store.setState(closed);
  }

  #place(at: StepIndex): void {
    const { moments, run } = this.store.getState();
    if (run === null) return;
    const place = Math.max(0, Math.min(at, moments.length - 1));
    this.store.setState({ at: place, outcome: outcomeAt(run, place) });
  }

  #take(who: (enabled: readonly ThreadIndex[], taken: Schedule) => ThreadIndex | undefined): Promise<void> {
    const mine = this.#opened;
    const work = async (): Promise<void> => {
      const { at, run, moments, phase, program } = this.store.getState();
      if (mine !== this.#opened || run === null || program === null || phase.kind !== 'ready' || at >= mostSteps) return;
      const taken = scheduleOf(run).slice(0, at);
      const thread = who(moments[at]?.enabled ?? [], taken);
      if (thread === undefined || !(moments[at]?.enabled ?? []).includes(thread)) return;
      if (run.steps[at]?.thread === thread) {
        this.#place(forcedEnd(program, moments, at + 1));
        return;
      }
      this.store.setState({ busy: true });
      await this.#ask(mine, [...taken, thread], at + 1, (watched) => {
        const all = { result: watched.result, moments: [...moments.slice(0, at + 1), ...watched.moments] };
        this.store.setState(told(all, all.moments.length - 1));
      });
    };
    const done = this.#queue.then(work);
    this.#queue = done;
    return done;
  }

  /** Makes a run and hands on what it showed, without the steps that nobody chose; says so if it cannot be made. */
  async #ask(mine: number, schedule: Schedule, from: StepIndex, then: (watched: WatchedRun) => void): Promise<void> {
    const { program } = this.store.getState();
    if (program === null) return;
    const more = program.mainFirst ? ahead : 0;
    try {
      const watched = await this.#python.replay(program, schedule, { maxSteps: schedule.length + more, from });
      if (mine !== this.#opened) return;
      then(cut(program, watched, schedule.length, from));
    } catch (error) {
      if (mine !== this.#opened) return;
      this.store.setState({ phase: troubleOf(error), busy: false, playing: null });
    }
  }
}

const mainOnly = (moment: ScheduledMoment | undefined): boolean => moment !== undefined && moment.enabled.length === 1 && moment.enabled[0] === 0;

/** The first step from `at` on before which there is a choice. */
function forcedEnd(program: ScheduledProgram, moments: readonly ScheduledMoment[], at: StepIndex): StepIndex {
  let end = at;
  while (program.mainFirst && end < moments.length - 1 && mainOnly(moments[end])) end += 1;
  return end;
}

/** Without what was run beyond the choices and the main thread's own steps. */
function cut(program: ScheduledProgram, { result, moments }: WatchedRun, chosen: number, from: StepIndex): WatchedRun {
  let keep = Math.min(chosen, result.steps.length);
  while (program.mainFirst && keep < result.steps.length && mainOnly(moments[keep - from])) keep += 1;
  if (keep === result.steps.length) return { result, moments };
  return { result: { steps: result.steps.slice(0, keep), end: result.steps[keep]?.point ?? result.end, outcome: { kind: 'abandoned', why: 'steps' } }, moments: moments.slice(0, keep - from + 1) };
}

/** How the run ended, at its end; a run that was only left there has not. */
function outcomeAt({ steps, outcome }: RunResult, at: StepIndex): Outcome | null {
  return at < steps.length || outcome === null || (outcome.kind === 'abandoned' && outcome.why === 'steps') ? null : outcome;
}

const told = ({ result, moments }: WatchedRun, at: StepIndex): Pick<StepperState, 'run' | 'moments' | 'at' | 'outcome' | 'busy'> => ({ run: result, moments, at, outcome: outcomeAt(result, at), busy: false });
