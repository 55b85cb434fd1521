import { mergeLanes } from './spansMerge';
import type { Millis } from '../base/time';
import type { LaneEnd, LaneKind, Trace, TraceEvent } from './trace';

/**
 * Draws a trace as text, for tests and examples:
 *
 *     traceFrom`
 *       A:         run run wait(page birch) . . run end
 *       process B: .   run block(lock)  acquire(lock) run release(lock)
 *     `
 *
 * A lane begins with its name and a colon; before the name may stand its kind: `thread` (the default), `process`, `loop` or
 * `main`. Its id is its name, and it starts at 0 ms. A line may hold several lanes.
 *
 * These words take one millisecond each. Repeating one goes on with the same span:
 *   `run` `run(label)`  `ready` `ready(on)`  `wait(on)`  `block(on)`
 *   `.`                 goes on with whatever the lane does, also nothing
 * These take no time, and happen between their neighbours:
 *   `acquire(lock)`  `release(lock)`  `note(text)`
 *   `end`  `end(stopped)`  `end(failed: reason)`  nothing of the lane may follow
 *   `...`               leaves the lane open; nothing of the lane may follow
 * A lane that says neither `end` nor `...` finishes where its text does. Round brackets may hold anything but round brackets.
 *
 * Throws an `Error` that names the lane and the word it does not understand.
 */
export function traceFrom(text: TemplateStringsArray, ...values: readonly (string | number)[]): Trace {
  const whole = String.raw({ raw: text }, ...values);
  const words = whole.match(/[^\s()]+(?:\([^()]*\))?:?|\S/g) ?? [];
  const lanes: LaneText[] = [];
  let kind: LaneKind = 'thread';
  words.forEach((word, index) => {
    if (isKind(word) && words[index + 1]?.endsWith(':') === true) {
      kind = word;
    } else if (/^[^()]+:$/.test(word)) {
      const name = word.slice(0, -1);
      if (lanes.some((lane) => lane.name === name)) throw new Error(`Lane ${name} is drawn twice.`);
      lanes.push(new LaneText(name, kind));
      kind = 'thread';
    } else {
      const lane = lanes.at(-1);
      if (lane === undefined)
        throw new Error(`“${word}” stands before the first lane; a lane begins with a name and a colon.`);
      lane.add(word);
    }
  });
  return mergeLanes(lanes.map((lane) => lane.finish()));
}

function isKind(word: string): word is LaneKind {
  return ['thread', 'process', 'loop', 'main'].includes(word);
}

/** Reads one lane's words into events. */
class LaneText {
  readonly name: string;
  readonly #events: TraceEvent[];
  #at: Millis = 0;
  /** The word whose span is open, with its argument. */
  #open = '';
  #closed = false;

  constructor(name: string, kind: LaneKind) {
    this.name = name;
    this.#events = [{ kind: 'start', at: 0, lane: name, laneKind: kind, name }];
  }

  add(word: string): void {
    if (this.#closed) throw new Error(`Lane ${this.name}: “${word}” comes after the lane's end.`);
    const at = { at: this.#at, lane: this.name };
    const [, verb, argument] = /^([^()]+)(?:\(([^()]*)\))?$/.exec(word) ?? [];
    const needed = (): string => {
      if (argument === undefined || argument === '')
        throw new Error(`Lane ${this.name}: “${word}” needs a word in brackets, such as ${verb}(lock).`);
      return argument;
    };
    switch (verb) {
      case 'run':
        return this.#span(word, { ...at, kind: 'run', ...(argument === undefined ? {} : { label: argument }) });
      case 'ready':
        return this.#span(word, { ...at, kind: 'ready', ...(argument === undefined ? {} : { on: argument }) });
      case 'wait':
        return this.#span(word, { ...at, kind: 'wait', on: needed() });
      case 'block':
        return this.#span(word, { ...at, kind: 'block', on: needed() });
      case '.':
        this.#at += 1;
        return;
      case 'acquire':
        this.#events.push({ ...at, kind: 'acquire', lock: needed() });
        return;
      case 'release':
        this.#events.push({ ...at, kind: 'release', lock: needed() });
        return;
      case 'note':
        this.#events.push({ ...at, kind: 'note', text: needed() });
        return;
      case 'end':
        this.#events.push({ ...at, kind: 'end', end: this.#ending(word, argument) });
        this.#closed = true;
        return;
      case '...':
        this.#closed = true;
        return;
      default:
        throw new Error(
          `Lane ${this.name}: “${word}” is not one of run, ready, wait(on), block(on), ., acquire(lock), release(lock), note(text), end, ...`,
        );
    }
  }

  finish(): readonly TraceEvent[] {
    if (!this.#closed) this.add('end');
    return this.#events;
  }

  #span(word: string, event: TraceEvent): void {
    if (word !== this.#open) this.#events.push(event);
    this.#open = word;
    this.#at += 1;
  }

  #ending(word: string, argument: string | undefined): LaneEnd {
    if (argument === undefined || argument === 'finished') return { status: 'finished' };
    if (argument === 'stopped') return { status: 'stopped' };
    const reason = /^failed: *(\S.*)$/.exec(argument)?.[1];
    if (reason === undefined)
      throw new Error(`Lane ${this.name}: “${word}” is not end, end(stopped) or end(failed: reason).`);
    return { status: 'failed', reason };
  }
}
