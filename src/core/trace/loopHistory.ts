import type { Millis } from '../base/time';
import { LoopFold, type LoopMoment } from './loopMoment';
import type { LaneId, TraceEvent } from './trace';

/** So many moments lie between two that are kept whole; those between are made when they are asked for. */
const keepEvery = 200;

/** What an event loop had in its ready queue, among its timers and in its turns, moment by moment. */
export class LoopHistory {
  readonly loop: LaneId;
  /** What its lane and those of its tasks are called. */
  readonly names: ReadonlyMap<LaneId, string>;
  /** The highest number of a timer or a call. */
  readonly calls: number;
  readonly #events: readonly TraceEvent[];
  /** Where the events of each moment end. */
  readonly #ends: readonly number[];
  readonly #kept: readonly LoopFold[];

  /** @param events those of a run, in the order in which they happened */
  constructor(loop: LaneId, events: readonly TraceEvent[]) {
    this.loop = loop;
    const names = new Map<LaneId, string>();
    for (const event of events)
      if (event.kind === 'start' && (event.lane === loop || event.loop === loop)) names.set(event.lane, event.name);
    this.names = names;
    this.#events = events.filter(({ lane }) => names.has(lane));
    this.calls = this.#events.reduce((most, event) => Math.max(most, 'number' in event ? event.number : 0), 0);
    const ends: number[] = [];
    const kept: LoopFold[] = [];
    const fold = new LoopFold(loop);
    this.#events.forEach((event, index) => {
      const before = this.#events[index - 1];
      if (before === undefined || !isOneWith(before, event, loop)) {
        if (ends.length % keepEvery === 0) kept.push(fold.copy());
        ends.push(index);
      }
      fold.add(event);
      ends[ends.length - 1] = index + 1;
    });
    this.#ends = ends;
    this.#kept = kept;
  }

  /** How many moments there are. */
  get length(): number {
    return this.#ends.length;
  }

  /** The moment of that number, from 0; undefined where there is none. */
  moment(index: number): LoopMoment | undefined {
    const end = this.#ends[index];
    const from = Math.floor(index / keepEvery);
    const fold = this.#kept[from]?.copy();
    if (end === undefined || fold === undefined) return undefined;
    const begin = this.#ends[index - 1] ?? 0;
    for (let i = this.#ends[from * keepEvery - 1] ?? 0; i < end; i += 1) {
      const event = this.#events[i];
      if (event !== undefined) fold.add(event);
    }
    const own = this.#events.slice(begin, end);
    const cause = own.find(({ lane }) => lane !== this.loop) ?? own.at(-1);
    return cause === undefined ? undefined : fold.moment(cause.at, cause);
  }

  /** The last moment that is not later; the first one where all are. */
  indexAt(at: Millis): number {
    let [low, high] = [0, this.#ends.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#events[(this.#ends[middle] ?? 1) - 1]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

/** Whether two neighbours tell of one change: the loop stops where its task begins, and goes on where its task stops. */
function isOneWith(before: TraceEvent, event: TraceEvent, loop: LaneId): boolean {
  if (before.at !== event.at) return false;
  const [wasLoop, isLoop] = [before.lane === loop, event.lane === loop];
  if (wasLoop !== isLoop)
    return wasLoop
      ? before.kind === 'block' && event.kind === 'run'
      : ['wait', 'block', 'end'].includes(before.kind) && event.kind === 'run';
  if (before.lane !== event.lane) return false;
  return (before.kind === 'start' && event.kind !== 'end') || (before.kind === 'ready' && event.kind === 'run');
}

/** The histories of the event loops of a run, in the order of their starts. @param events in the order in which they happened */
export function loopHistories(events: readonly TraceEvent[]): readonly LoopHistory[] {
  return events.flatMap((event) =>
    event.kind === 'start' && event.laneKind === 'loop' && event.loop === undefined
      ? [new LoopHistory(event.lane, events)]
      : [],
  );
}
