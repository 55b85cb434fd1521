import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CodeListing, ScheduledMoment, ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import { chosenBy, type Policy } from '../../../core/schedule/policies';
import {
  scheduleOf,
  type Outcome,
  type RunResult,
  type Schedule,
  type StepIndex,
  type ThreadIndex,
} from '../../../core/schedule/types';
import type { Millis } from '../../../core/base/time';
import { before, joined, onward, outcomeAt, withEnd, type Places } from './places';
import { troubleOf, type Trouble } from '../explain/trouble';

/** What a stepper needs of the interpreters. */
export interface Replayer {
  /**
   * Makes one run with these choices, and where the main thread goes first also with its steps behind them, but with no more than `maxSteps`. Tells the states from the step `from` on, and the
   * steps from the one before. The run halts there: it is one step to what follows. Throws a `NotAProgram` or a `StrategyFailure`.
   */
  step(program: ScheduledProgram, prefix: Schedule, options: StepWishes): Promise<WatchedRun>;
}

export interface StepWishes {
  readonly maxSteps: number;
  readonly from: StepIndex;
  /** Aborted when the answer is not wanted any more. */
  readonly signal: AbortSignal;
  /** Hears how Python's start goes, where it has to start. */
  onBoot(fraction: number, words: string): void;
}

/** Whether the program can be stepped now. */
export type StepperPhase =
  | { readonly kind: 'closed' }
  /** The interpreter starts, or the first replay is under way. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  | Trouble;

/** Who chooses in the reader's place, and how often. */
export interface Playing {
  /** Null where steps that were taken are shown again. */
  readonly policy: Policy | null;
  readonly stepsPerSecond: number;
}

export interface StepperState {
  readonly phase: StepperPhase;
  readonly program: ScheduledProgram | null;
  /** How many steps have been taken where the reader stands. */
  readonly at: StepIndex;
  /** All steps, those that were undone and can be done again among them. Null before the first state is there. */
  readonly run: RunResult | null;
  /** The state before each step, and one after the last: `moments[at]` is where the reader stands. */
  readonly moments: readonly ScheduledMoment[];
  /** The program's bytecode, where instructions are steps. */
  readonly codes: readonly CodeListing[];
  /** How the run ended, once `at` is its end; null while somebody can go on. */
  readonly outcome: Outcome | null;
  readonly playing: Playing | null;
  /** A step takes long enough to say so. */
  readonly busy: boolean;
  /** How far Python's start is, from 0 to 1, and in words, while it starts. */
  readonly boot: { readonly fraction: number; readonly words: string } | null;
}

const closed: StepperState = {
  phase: { kind: 'closed' },
  program: null,
  at: 0,
  run: null,
  moments: [],
  codes: [],
  outcome: null,
  playing: null,
  busy: false,
  boot: null,
};

/** How many steps a stepped run may have: more than anyone makes by hand. */
export const mostSteps = 5000;

/** How long the reader must rest after going back before the run is made to stand there, too. */
const restMs: Millis = 60;

/** A step that takes longer than this is announced. */
const quickMs: Millis = 150;

/**
 * Steps through a program: holds the run so far with all its states, so that going back and forth needs no Python. Python's run stands where the last choice led, and goes on from there.
 * Where the main thread goes first (`ScheduledProgram.mainFirst`), its steps are no choices, and are taken together with the choice before. What is asked while
 * a step is computed is done after it, in order. When the reader has gone back and rests, the run is made anew up to there, so that the next choice is one step.
 */
export class Stepper {
  readonly store: StoreApi<StepperState> = createStore(() => closed);
  readonly #python: Replayer;
  /** Aborted when another program is opened: answers to earlier questions come too late. */
  #session = new AbortController();
  #queue: Promise<unknown> = Promise.resolve();
  #pending = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The steps after which Python's run has halted, as far as is known here. */
  #stood: Schedule | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(python: Replayer) {
    this.#python = python;
  }

  /** Opens a program at its beginning, or at the end of a schedule, or `at` one of its steps. What was open goes. Never rejects: `phase` tells. */
  async open(program: ScheduledProgram, schedule: Schedule = [], at?: StepIndex): Promise<void> {
    const signal = this.#begin();
    this.store.setState({ ...closed, program, phase: { kind: 'opening' }, busy: true });
    await this.#enqueue(signal, async () => {
      const watched = await this.#ask(signal, program, schedule, 0);
      if (watched === null) return;
      const place = at === undefined ? watched.moments.length - 1 : onward({ program, moments: watched.moments }, at);
      this.store.setState({
        phase: { kind: 'ready' },
        codes: watched.codes ?? [],
        busy: false,
        boot: null,
        ...told(watched, place),
      });
      this.#follow();
    });
  }

  /** Lets a thread take the next step; nothing happens if it cannot when its turn comes. */
  async choose(thread: ThreadIndex): Promise<void> {
    this.pause();
    const { signal } = this.#session;
    await this.#enqueue(signal, () => this.#take(signal, () => thread));
  }

  /** Goes back by `times` choices. */
  undo(times = 1): void {
    this.#move((places, at) => repeat(times, at, (place) => before(places, place)));
  }

  /** Goes forward again by `times` of the choices that were undone. */
  redo(times = 1): void {
    this.#move((places, at) => repeat(times, at, (place) => onward(places, place + 1)));
  }

  /** Goes to any step that was taken. */
  goTo(at: StepIndex): void {
    this.#move(() => at);
  }

  /** Goes to the first choice; what was chosen can be redone. */
  restart(): void {
    this.#move((places) => onward(places, 0));
  }

  /** Goes to the first choice, and forgets what was chosen. */
  async startAnew(): Promise<void> {
    this.pause();
    await this.#inTurn(() => {
      const { program, run, moments } = this.store.getState();
      if (program === null || run === null) return;
      const place = onward({ program, moments }, 0);
      // A run without a choice stays as it is, with its end.
      const forgotten = run.steps[place];
      if (forgotten !== undefined)
        this.store.setState({
          run: { steps: run.steps.slice(0, place), end: forgotten.point, outcome: null },
          moments: moments.slice(0, place + 1),
        });
      this.#place(place);
    });
  }

  /** Goes to the end of what is known of the run. */
  toEnd(): void {
    this.#move(({ moments }) => moments.length - 1);
  }

  /** Shows one place after another, `placesPerSecond`, and stays at the last; whatever the reader does meanwhile ends it. */
  replay(places: readonly StepIndex[], placesPerSecond: number): void {
    this.pause();
    const [first, ...later] = places;
    if (first === undefined) return;
    const playing: Playing = { policy: null, stepsPerSecond: placesPerSecond };
    this.store.setState({ playing });
    this.#place(first);
    const next = (): void => {
      const place = later.shift();
      if (place === undefined) this.pause();
      else {
        this.#place(place);
        this.#timer = setTimeout(next, 1000 / placesPerSecond);
      }
    };
    this.#timer = setTimeout(next, 1000 / placesPerSecond);
  }

  /** Lets a policy choose, at `stepsPerSecond`, until the run ends or the reader chooses. */
  play(policy: Policy, stepsPerSecond: number): void {
    this.pause();
    const playing: Playing = { policy, stepsPerSecond };
    const { signal } = this.#session;
    clearTimeout(this.#rest);
    this.store.setState({ playing });
    const next = async (): Promise<void> => {
      const from = performance.now();
      const isOn = (): boolean => this.store.getState().playing === playing;
      const moved = await this.#enqueue(
        signal,
        async () => isOn() && (await this.#take(signal, (enabled, taken) => chosenBy(policy, enabled, taken))),
      );
      if (!isOn()) return;
      if (moved !== true || this.store.getState().outcome !== null) this.pause();
      else this.#timer = setTimeout(() => void next(), Math.max(0, 1000 / stepsPerSecond - (performance.now() - from)));
    };
    void next();
  }

  /** Ends `play`; a step that is being computed is still taken. */
  pause(): void {
    clearTimeout(this.#timer);
    if (this.store.getState().playing === null) return;
    this.store.setState({ playing: null });
    this.#follow();
  }

  /** Gives the program's file another name. What was told of the run stays as it is. */
  rename(fileName: string): void {
    const { program } = this.store.getState();
    if (program !== null) this.store.setState({ program: { ...program, fileName } });
  }

  /** Forgets the program. */
  close(): void {
    this.#begin();
    this.store.setState(closed);
  }

  #begin(): AbortSignal {
    this.pause();
    clearTimeout(this.#rest);
    this.#stood = null;
    this.#session.abort();
    this.#session = new AbortController();
    this.#queue = Promise.resolve();
    this.#pending = 0;
    return this.#session.signal;
  }

  #move(where: (places: Places, at: StepIndex) => StepIndex): void {
    this.pause();
    void this.#inTurn(() => {
      const { program, moments, at } = this.store.getState();
      if (program !== null) this.#place(where({ program, moments }, at));
    });
  }

  /** Does at once what needs no Python, or after what was asked before. */
  async #inTurn(go: () => void): Promise<void> {
    if (this.#pending === 0) go();
    else await this.#enqueue(this.#session.signal, go);
  }

  /** Does it in its turn. Undefined if that never comes, since another program was opened. */
  async #enqueue<R>(signal: AbortSignal, work: () => R | Promise<R>): Promise<R | undefined> {
    const run = async (): Promise<R | undefined> => {
      try {
        return signal.aborted ? undefined : await work();
      } finally {
        if (!signal.aborted) this.#pending -= 1;
      }
    };
    this.#pending += 1;
    const done = this.#pending === 1 ? run() : this.#queue.then(run);
    // A failure is its caller's; what comes after goes on.
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #place(at: StepIndex): void {
    const { moments, run, phase } = this.store.getState();
    if (run === null) return;
    const place = Math.max(0, Math.min(at, moments.length - 1));
    this.store.setState({
      at: place,
      outcome: outcomeAt(run, place),
      // Where a step could not be made, another may be: one that is recorded needs no Python.
      ...(phase.kind === 'lost' && { phase: { kind: 'ready' } }),
    });
    this.#follow();
  }

  /** Once the reader rests, lets Python's run come to where the reader stands. */
  #follow(): void {
    clearTimeout(this.#rest);
    const { at, run, moments, program, playing } = this.store.getState();
    if (run === null || program === null || playing !== null || moments[at]?.enabled.length === 0) return;
    const taken = scheduleOf(run).slice(0, at);
    if (isSame(taken, this.#stood)) return;
    const { signal } = this.#session;
    this.#rest = setTimeout(() => {
      if (this.#pending > 0) return;
      this.#stood = taken;
      this.#python
        .step(program, taken, { maxSteps: at, from: at, signal, onBoot: () => undefined })
        // The next choice is made from the start, and fails where the reader sees it.
        .catch(() => undefined);
    }, restMs);
  }

  /** Takes one step; false if it could not be taken. */
  async #take(
    signal: AbortSignal,
    who: (enabled: readonly ThreadIndex[], taken: Schedule) => ThreadIndex | undefined,
  ): Promise<boolean> {
    const { at, run, moments, phase, program } = this.store.getState();
    if (run === null || program === null || phase.kind !== 'ready' || at >= mostSteps) return false;
    const taken = scheduleOf(run).slice(0, at);
    const enabled = moments[at]?.enabled ?? [];
    const thread = who(enabled, taken);
    if (thread === undefined || !enabled.includes(thread)) return false;
    if (run.steps[at]?.thread === thread) {
      this.#place(onward({ program, moments }, at + 1));
      return true;
    }
    const schedule = [...taken, thread];
    clearTimeout(this.#rest);
    const slow = setTimeout(() => this.store.setState({ busy: true }), quickMs);
    try {
      const further = await this.#ask(signal, program, schedule, at + 1, moments[at]);
      const goesOn = further !== null && further.result.steps.length > at;
      // A program that did not do again what it had done before is shown as it is now.
      const watched = goesOn
        ? joined({ result: run, moments }, further, at)
        : further && (await this.#ask(signal, program, schedule, 0));
      if (watched !== null) this.store.setState(told(watched, watched.moments.length - 1));
      this.#follow();
      return goesOn;
    } finally {
      clearTimeout(slow);
      if (!signal.aborted && this.store.getState().busy) this.store.setState({ busy: false, boot: null });
    }
  }

  /** Makes a run. Null if it cannot be made, which `phase` then tells, or if the answer is not wanted any more. */
  async #ask(
    signal: AbortSignal,
    program: ScheduledProgram,
    schedule: Schedule,
    from: StepIndex,
    previous?: ScheduledMoment,
  ): Promise<WatchedRun | null> {
    const onBoot = (fraction: number, words: string): void => {
      if (!signal.aborted) this.store.setState({ boot: { fraction, words } });
    };
    try {
      const run = await this.#python.step(program, schedule, { maxSteps: mostSteps, from, signal, onBoot });
      if (signal.aborted) return null;
      this.#stood = scheduleOf(run.result);
      return withEnd(run, from, previous);
    } catch (error) {
      if (!signal.aborted) {
        this.pause();
        this.store.setState({ phase: troubleOf(error), busy: false, boot: null });
      }
      return null;
    }
  }
}

const isSame = (one: Schedule, other: Schedule | null): boolean =>
  one.length === other?.length && one.every((thread, at) => thread === other[at]);

function repeat(times: number, at: StepIndex, step: (at: StepIndex) => StepIndex): StepIndex {
  let place = at;
  for (let time = 0; time < times; time += 1) place = step(place);
  return place;
}

const told = (
  { result, moments }: WatchedRun,
  at: StepIndex,
): Pick<StepperState, 'run' | 'moments' | 'at' | 'outcome'> => ({
  run: result,
  moments,
  at,
  outcome: outcomeAt(result, at),
});
