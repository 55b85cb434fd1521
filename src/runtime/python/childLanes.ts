import type { PythonSinks } from '../../core/python/python';
import type { EpochMs } from '../../core/base/time';
import type { LaneEnd, LaneId, TraceEvent } from '../../core/trace/trace';

/** The lane of a process's main thread, as its own trace calls it. */
const main: LaneId = 'main';

/** Names the lanes of one child process among those of the whole program, and ends them with the process. */
export class ChildLanes {
  /** Where the child hands what it produces. */
  readonly sinks: PythonSinks;
  readonly #open = new Set<LaneId>();
  readonly #run: PythonSinks;
  readonly #prefix: string;
  readonly #name: string;

  /** `prefix` goes before the child's own ids, `name` before the names of its threads; its main thread is called by `name`. */
  constructor(run: PythonSinks, prefix: string, name: string) {
    this.#run = run;
    this.#prefix = prefix;
    this.#name = name;
    this.sinks = {
      ...run,
      // `multiprocessing` gives a child an empty standard input.
      ask: () => Promise.resolve(null),
      events: (events) => run.events(events.map((event) => this.#rename(event))),
      output: (pieces) => run.output(pieces.map((piece) => ({ ...piece, lane: this.#idOf(piece.lane) }))),
    };
  }

  /** The process is wanted; an interpreter for it has to be found. */
  start(at: EpochMs): void {
    const lane = this.#idOf(main);
    this.#open.add(lane);
    this.#run.events([
      { kind: 'start', at, lane, laneKind: 'process', name: this.#name },
      { kind: 'wait', at, lane, on: 'starting Python' },
    ]);
  }

  /** The process was ended from outside, and all its threads with it. */
  end(at: EpochMs, end: LaneEnd): void {
    this.#run.events([...this.#open].map((lane) => ({ kind: 'end', at, lane, end })));
    this.#open.clear();
  }

  #rename(event: TraceEvent<EpochMs>): TraceEvent<EpochMs> {
    const lane = this.#idOf(event.lane);
    if (event.kind === 'start') this.#open.add(lane);
    if (event.kind === 'end') this.#open.delete(lane);
    if (event.kind === 'timer' && event.task !== undefined) return { ...event, lane, task: this.#idOf(event.task) };
    if (event.kind !== 'start') return { ...event, lane };
    const started = { ...event, lane, name: `${this.#name}: ${event.name}` };
    return event.loop === undefined ? started : { ...started, loop: this.#idOf(event.loop) };
  }

  #idOf(lane: LaneId): LaneId {
    return `${this.#prefix}/${lane}`;
  }
}
