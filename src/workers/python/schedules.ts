import type { ScheduledProgram } from '../../core/python/pythonSchedules';
import { packItem } from '../../core/python/packedRuns';
import type { StepIndex, WorkItem } from '../../core/schedule/types';
import type { PyFunction } from './interpreter';

/** The functions of src/python/scheduled/runs.py. */
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
}

/** Makes runs of one program in this worker's interpreter. */
export class ScheduleRunner {
  #accesses = false;
  #last: Promise<unknown> = Promise.resolve();
  /** The program that is compiled, if one is. */
  #prepared: ScheduledProgram | null = null;
  readonly #python: ScheduledPython;

  constructor(python: ScheduledPython) {
    this.#python = python;
  }

  /** Whether this very program is compiled already. */
  hasPrepared(program: ScheduledProgram): boolean {
    return JSON.stringify(this.#prepared) === JSON.stringify(program);
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
}
