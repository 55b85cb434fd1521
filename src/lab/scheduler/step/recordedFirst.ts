import { StrategyFailure } from '../../../core/experiment/experiment';
import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import { play, type Recording } from '../../../core/python/recording';
import type { Schedule } from '../../../core/schedule/types';
import type { Replayer, StepWishes } from './stepper';

/** The page's Python, as far as it is needed where a recording ends. */
export interface PythonLater extends Replayer {
  /** Starts it beforehand, where that costs the reader nothing. */
  prepareUnasked(): void;
}

/** What a reader can still do where Python cannot go on. */
const endsHere = 'What was recorded of this program ends here: go back to choose otherwise.';

/**
 * Steps through a program as it was recorded, without Python: the first steps are there at once, also where the browser cannot suspend Python. Where there is no recording, or the
 * reader goes where it does not lead, Python makes the run.
 */
export class RecordedFirst implements Replayer {
  readonly #python: PythonLater;
  readonly #load: (program: ScheduledProgram) => Promise<Recording | null>;
  readonly #recordings = new WeakMap<ScheduledProgram, Promise<Recording | null>>();
  /** Python has been asked for, by the reader or beforehand. */
  #asked = false;

  constructor(python: PythonLater, load: (program: ScheduledProgram) => Promise<Recording | null>) {
    this.#python = python;
    this.#load = load;
  }

  async step(program: ScheduledProgram, prefix: Schedule, wishes: StepWishes): Promise<WatchedRun> {
    const recording = await this.#recordingOf(program);
    const run = recording === null ? null : play(recording, prefix, wishes.from);
    if (!this.#asked && run !== null) this.#python.prepareUnasked();
    this.#asked = true;
    if (run !== null) return run;
    try {
      return await this.#python.step(program, prefix, wishes);
    } catch (error) {
      if (recording === null || !(error instanceof StrategyFailure)) throw error;
      throw new StrategyFailure(`${error.message} ${endsHere}`, error.remedy);
    }
  }

  #recordingOf(program: ScheduledProgram): Promise<Recording | null> {
    const known = this.#recordings.get(program) ?? this.#load(program);
    this.#recordings.set(program, known);
    return known;
  }
}
