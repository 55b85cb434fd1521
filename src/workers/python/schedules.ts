import type { ScheduledProgram } from '../../core/python/pythonSchedules';
import { packItem, packOrder } from '../../core/python/packedRuns';
import type { StepIndex, WorkItem } from '../../core/schedule/types';
import type { Host } from './host';
import type { PyFunction } from './interpreter';

/** The functions of src/python/scheduled/, runs.py and stepping.py. */
export interface ScheduledPython {
  readonly prepare: PyFunction<
    [
      source: string,
      fileName: string,
      granularity: string,
      watch: string,
      mainFirst: boolean,
      free: boolean,
      anyOrder: boolean,
    ],
    string | null
  >;
  readonly runMany: PyFunction<[items: string, accesses: boolean, whole: boolean], string>;
  readonly watchRun: PyFunction<[item: string], string>;
  readonly stepRuns: PyFunction<[order: string], never>;
}

/** Makes runs of one program in this worker's interpreter. */
export class ScheduleRunner {
  #accesses = false;
  #last: Promise<unknown> = Promise.resolve();
  /** The program that is compiled, if one is. */
  #prepared: ScheduledProgram | null = null;
  readonly #python: ScheduledPython;
  readonly #host: Pick<Host, 'halted' | 'goOn'>;
  /** Hears why runs that are stepped through end, which they never do by themselves; null where none has begun. */
  #onStepsLost: ((reason: unknown) => void) | null = null;

  constructor(python: ScheduledPython, host: Pick<Host, 'halted' | 'goOn'>) {
    this.#python = python;
    this.#host = host;
  }

  /** Whether this very program is compiled already. A run of it that has halted is in the way of others, unless it is to go on. */
  hasPrepared(program: ScheduledProgram, toStep: boolean): boolean {
    return (toStep || this.#onStepsLost === null) && JSON.stringify(this.#prepared) === JSON.stringify(program);
  }

  /** Compiles the program; the words of its syntax error, or null. */
  prepare(program: ScheduledProgram): string | null {
    const { source, fileName, granularity, watch, mainFirst, accesses, time, tasks } = program;
    this.#accesses = accesses;
    const refusal =
      this.#python.prepare(
        source,
        fileName,
        granularity,
        JSON.stringify(watch),
        mainFirst,
        time === 'free',
        tasks === 'any order',
      ) ?? null;
    if (refusal === null) this.#prepared = program;
    return refusal;
  }

  /** Makes these runs, after those asked for before, and tells every step of them; the page reads the text. */
  run(items: string): Promise<string> {
    return this.#inTurn(items, true);
  }

  /** Makes these runs, after those asked for before; of the steps of their prefixes only the last is told. */
  runBatch(items: string): Promise<string> {
    return this.#inTurn(items, false);
  }

  /** The interpreter is put back: nothing is prepared, and nothing is awaited. */
  rest(): void {
    this.#last = Promise.resolve();
    this.#prepared = null;
    this.#onStepsLost = null;
  }

  #inTurn(items: string, whole: boolean): Promise<string> {
    const mine = this.#last.then(() => this.#python.runMany.callPromising(items, this.#accesses, whole));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Makes one run, and tells what was to be seen before each step from `from` on; the page reads the text. */
  watch(item: WorkItem, from: StepIndex): Promise<string> {
    return this.#python.watchRun.callPromising(JSON.stringify({ ...packItem(item), from }));
  }

  /** Makes the run that was halted go on if that leads to what is asked for, another if not; tells what is new, and halts it there. */
  step(item: WorkItem, from: StepIndex): Promise<string> {
    const order = packOrder(item, from);
    const halted = this.#host.halted();
    return new Promise((resolve, reject) => {
      const begins = this.#onStepsLost === null;
      this.#onStepsLost = reject;
      halted.then(resolve, reject);
      if (begins) this.#python.stepRuns.callPromising(order).catch((error: unknown) => this.#onStepsLost?.(error));
      else this.#host.goOn(order);
    });
  }
}
