import type { LaneId, LaneSpans, SpanState } from '../../core/trace/trace';
import { helperWords } from './helpers';
import { spanStates } from '../../core/trace/traceStats';

/** What occurs in a trace, for a legend that explains that and no more. */
export interface Seen {
  readonly states: readonly SpanState[];
  readonly notes: boolean;
  readonly holds: boolean;
  readonly failed: boolean;
  readonly stopped: boolean;
  /** Who the lanes are that no line of the program makes by name. */
  readonly helpers: readonly string[];
}

export const nothingSeen: Seen = {
  states: [],
  notes: false,
  holds: false,
  failed: false,
  stopped: false,
  helpers: [],
};

/** Finds out what occurs in lanes that grow, looking at each span once. */
export class Watcher {
  readonly #states = new Set<SpanState>();
  /** Lane to the number of its spans that were looked at. */
  readonly #looked = new Map<LaneId, number>();
  /** Lane to the number of its notes that were looked at. */
  readonly #notesLooked = new Map<LaneId, number>();
  readonly #helpers = new Set<string>();
  #notes = false;
  #failures = false;

  look(lanes: readonly LaneSpans[]): Seen {
    for (const { id, name, spans, notes } of lanes) {
      if (!this.#looked.has(id)) for (const words of helperWords(name)) this.#helpers.add(words);
      // The last one may still have been open when it was looked at.
      for (let i = Math.max(0, (this.#looked.get(id) ?? 0) - 1); i < spans.length; i += 1) {
        const span = spans[i];
        if (span !== undefined) this.#states.add(span.state);
      }
      this.#looked.set(id, spans.length);
      for (let i = this.#notesLooked.get(id) ?? 0; i < notes.length; i += 1) {
        if (notes[i]?.failed === true) this.#failures = true;
        else this.#notes = true;
      }
      this.#notesLooked.set(id, notes.length);
    }
    return {
      states: spanStates.filter((state) => this.#states.has(state)),
      notes: this.#notes,
      holds: lanes.some((lane) => (lane.holds?.length ?? 0) > 0),
      failed: this.#failures || lanes.some((lane) => lane.end?.status === 'failed'),
      stopped: lanes.some((lane) => lane.end?.status === 'stopped'),
      helpers: [...this.#helpers],
    };
  }
}

/** What occurs in lanes that are done. */
export const seenIn = (lanes: readonly LaneSpans[]): Seen => new Watcher().look(lanes);
