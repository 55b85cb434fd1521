import type { EpochMs } from '../../core/base/time';
import type { LaneId } from '../../core/trace/trace';
import { epochNow } from '../../core/base/clock';
import type { RunContext } from './strategy';

/** The timeline of a sweep: which workers take part in which measurement. Told by the page, not by the workers. */
export class SweepLanes {
  readonly #lanes: readonly LaneId[];
  readonly #context: RunContext;

  constructor(context: RunContext, count: number, at: EpochMs) {
    this.#context = context;
    this.#lanes = Array.from({ length: count }, (_, index) => `worker-${index + 1}`);
    context.emit(
      this.#lanes.map((lane, index) => ({ kind: 'start', at, lane, laneKind: 'process', name: `Worker ${index + 1}` })),
    );
  }

  /** The first worker does the serial part; the others of `crew` wait for it. */
  serial(crew: number): void {
    const at = epochNow();
    this.#context.emit(
      this.#lanes
        .slice(0, crew)
        .map((lane, index) =>
          index === 0
            ? { kind: 'run', at, lane, label: `serial part, ${workers(crew)}` }
            : { kind: 'wait', at, lane, on: 'the serial part' },
        ),
    );
  }

  parallel(crew: number): void {
    const at = epochNow();
    this.#context.emit(this.#lanes.slice(0, crew).map((lane) => ({ kind: 'run', at, lane, label: workers(crew) })));
  }

  /** Between two measurements. */
  rest(): void {
    const at = epochNow();
    this.#context.emit(this.#lanes.map((lane) => ({ kind: 'wait', at, lane, on: 'its next turn' })));
  }

  end(): void {
    const at = epochNow();
    this.#context.emit(this.#lanes.map((lane) => ({ kind: 'end', at, lane, end: { status: 'finished' } })));
  }
}

function workers(count: number): string {
  return count === 1 ? '1 worker' : `${count} workers`;
}
