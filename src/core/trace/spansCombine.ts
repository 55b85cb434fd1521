import { formatDuration } from '../base/format';
import type { SpanSource } from './spans';
import type { Millis } from '../base/time';
import type { LaneGroup, LaneSpans } from './trace';

/** One run among several on one axis. */
export interface SpanPart {
  /** What its group is called: "Threaded". */
  readonly name: string;
  readonly source: SpanSource;
}

/** A part with what is known of it. Its `group` stays the same object, so that lanes which are done need no new one for every frame. */
interface Member {
  readonly source: SpanSource;
  readonly group: LaneGroup;
  readonly wrapped: WeakMap<LaneSpans, LaneSpans>;
  remark: string | null;
}

/**
 * Several runs as one, each beginning at 0: their lanes follow each other in the order of the parts, each with its part's name as its group.
 * Lanes that are equal in name and id in two runs stay two.
 */
export class CombinedSpans implements SpanSource {
  readonly #members: readonly Member[];
  readonly #listeners = new Set<() => void>();

  constructor(parts: readonly SpanPart[]) {
    this.#members = parts.map(({ name, source }): Member => {
      const member: Member = {
        source,
        remark: null,
        wrapped: new WeakMap(),
        group: {
          name,
          get remark() {
            return (source.live ? null : member.remark) ?? formatDuration(source.until());
          },
          get nowMs() {
            return source.live ? source.until() : null;
          },
        },
      };
      return member;
    });
  }

  /** Says what stands beside each part's name once it is done, in the order of the parts; null leaves the time that it reached. */
  setRemarks(remarks: readonly (string | null)[]): void {
    this.#members.forEach((member, index) => {
      member.remark = remarks[index] ?? null;
    });
    for (const listener of this.#listeners) listener();
  }

  get live(): boolean {
    return this.#members.some(({ source }) => source.live);
  }

  /** False while the run under way is still shorter than one that is done: then the axis need not grow. */
  get growing(): boolean {
    return this.#members.some(({ source }) => source.live && source.until() >= this.until());
  }

  until(): Millis {
    return this.#members.reduce((latest, { source }) => Math.max(latest, source.until()), 0);
  }

  lanes(now?: Millis): readonly LaneSpans[] {
    return this.#members.flatMap((member, index) => {
      const { source, group, wrapped } = member;
      // A run has reached its own time, not that of the longest.
      const own = source.lanes(Math.min(now ?? Number.POSITIVE_INFINITY, source.until()));
      return own.map((lane) => {
        const known = wrapped.get(lane);
        if (known !== undefined) return known;
        const made: LaneSpans = { ...lane, id: `${index}/${lane.id}`, group };
        wrapped.set(lane, made);
        return made;
      });
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    const stops = this.#members.map(({ source }) => source.subscribe(listener));
    return () => {
      this.#listeners.delete(listener);
      for (const stop of stops) stop();
    };
  }
}
