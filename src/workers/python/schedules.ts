import type { CodeListing, Instruction, ScheduledMoment, ScheduledProgram, WatchedRun } from '../../core/engines/pythonSchedules';
import type { Access, Accesses, AccessKind, Outcome, RunResult, StepIndex, SwitchPoint, ThreadIndex, WorkItem } from '../../core/schedule/types';
import type { BatchCodec } from '../../core/schedule/batches';
import type { PyFunction } from './interpreter';

type PackedAccess = readonly [object: string, kind: AccessKind, shut?: 1];
/** Zero for a thread that has ended. */
type PackedNext = readonly PackedAccess[] | null | 0;
/** Instead of the next steps, how many threads there are, where nobody has ended and nothing is known. */
type PackedPoint = readonly [enabled: readonly ThreadIndex[], next: readonly PackedNext[] | number];
type PackedStep = readonly [thread: ThreadIndex, ...point: PackedPoint, accesses: readonly PackedAccess[]];

/** A run as src/python/scheduled.py tells it. */
interface PackedRun {
  readonly steps: readonly PackedStep[];
  readonly end: PackedPoint;
  readonly outcome: Outcome | null;
}

/** The bytecode as src/python/disassembly.py tells it. */
interface PackedCode extends Omit<CodeListing, 'instructions'> {
  readonly instructions: readonly (Omit<Instruction, 'accesses'> & { readonly accesses: readonly PackedAccess[] })[];
}

/** A watched run as src/python/scheduledruns.py tells it. */
interface PackedWatch {
  readonly result: string;
  readonly moments: readonly ScheduledMoment[];
  readonly codes: readonly PackedCode[] | null;
}

/** The functions of scheduled.py. */
export interface ScheduledPython {
  readonly prepare: PyFunction<[source: string, fileName: string, granularity: string, watch: readonly string[], mainFirst: boolean, free: boolean], string | null>;
  readonly runMany: PyFunction<[items: string, accesses: boolean], string>;
  readonly watchRun: PyFunction<[item: string], string>;
}

const unpackAccess = ([object, kind, shut]: PackedAccess): Access => (shut === 1 ? { object, kind, shut: true } : { object, kind });
const unpackAccesses = (packed: readonly PackedAccess[]): Accesses => packed.map(unpackAccess);

/** By the number of threads. */
const nothingKnown = Array.from({ length: 17 }, (_, threads) => Array.from<null>({ length: threads }).fill(null));

const unpackPoint = ([enabled, next]: PackedPoint): SwitchPoint => ({
  enabled,
  next: typeof next === 'number' ? (nothingKnown[next] ?? []) : next.map((one) => (one === 0 ? undefined : one === null ? null : unpackAccesses(one))),
});

const unpackRun = ({ steps, end, outcome }: PackedRun): RunResult => ({
  steps: steps.map(([thread, enabled, next, accesses]) => ({ thread, point: unpackPoint([enabled, next]), accesses: unpackAccesses(accesses) })),
  end: unpackPoint(end),
  outcome,
});

const unpackCode = ({ instructions, ...code }: PackedCode): CodeListing => ({
  ...code,
  instructions: instructions.map(({ accesses, ...instruction }) => ({ ...instruction, accesses: unpackAccesses(accesses) })),
});

const packAccesses = (accesses: Accesses): PackedAccess[] => accesses.map(({ object, kind, shut }) => (shut === true ? [object, kind, 1] : [object, kind]));

const packItem = ({ prefix, sleep, maxSteps }: WorkItem): object => ({ prefix, maxSteps, sleep: sleep.map(({ thread, accesses }) => [thread, packAccesses(accesses)]) });

/** How runs are written for Python, and read. */
export const batchCodec: BatchCodec = {
  packItems: (items) => JSON.stringify(items.map(packItem)),
  unpackResults: (results) => (JSON.parse(results) as PackedRun[]).map(unpackRun),
};

/** Makes runs of one program in this worker's interpreter. */
export class ScheduleRunner {
  #accesses = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly python: ScheduledPython) {}

  /** Compiles the program; the words of its syntax error, or null. */
  prepare({ source, fileName, granularity, watch, mainFirst, accesses, time }: ScheduledProgram): string | null {
    this.#accesses = accesses;
    return this.python.prepare(source, fileName, granularity, watch, mainFirst, time === 'free') ?? null;
  }

  /** Makes these runs. */
  async run(items: readonly WorkItem[]): Promise<readonly RunResult[]> {
    return batchCodec.unpackResults(await this.runBatch(batchCodec.packItems(items)));
  }

  /** Makes a batch of runs, after those asked for before. */
  runBatch(items: string): Promise<string> {
    const mine = this.#last.then(() => this.python.runMany.callPromising(items, this.#accesses));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Makes one run, and tells what was to be seen before each step from `from` on. */
  async watch(item: WorkItem, from: StepIndex): Promise<WatchedRun> {
    const { result, moments, codes } = JSON.parse(await this.python.watchRun.callPromising(JSON.stringify({ ...packItem(item), from }))) as PackedWatch;
    const [run] = JSON.parse(result) as PackedRun[];
    if (run === undefined) throw new Error('A run has no result.');
    return { result: unpackRun(run), moments, ...(codes !== null && { codes: codes.map(unpackCode) }) };
  }
}
