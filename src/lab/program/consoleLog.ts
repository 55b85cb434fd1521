import type { PythonOutput } from '../../core/python/python';
import { longestLine } from '../../core/base/shorten';
import type { LaneId } from '../../core/trace/trace';

/** `stdin` is what the reader answered. */
export type ConsoleStream = PythonOutput['stream'] | 'stdin';

/** A stretch of a line that one thread wrote to one stream. */
export interface Segment {
  readonly stream: ConsoleStream;
  readonly lane: LaneId;
  readonly text: string;
}

/** One line of the console. Its segments are never changed: a line that grows is replaced. */
export interface ConsoleLine {
  /** Grows by one from line to line. */
  readonly id: number;
  readonly segments: readonly Segment[];
}

/** What the view keeps: more would only make the page slow. */
const mostLines = 500;
const mostCharacters = 250_000;
/** Threads may write a line in turns, a character each: how many characters a turn counts for, and how many turns a line has. */
const charactersOfTurn = 40;
const mostTurns = 200;
/** So much is kept of what a run writes, with all its processes. Each of them ends at four million characters by itself. */
const mostOfRun = 4_001_000;
/** How many lanes that wrote can be looked at alone. */
const mostLanes = 200;

/**
 * What a program wrote, in lines as a terminal shows them: the last of them to be looked at, and all of it as text. Cheap to add to;
 * listeners are told at once, and read when they draw.
 */
export class ConsoleLog {
  #lines: ConsoleLine[] = [];
  #open: Segment[] = [];
  #openLength = 0;
  /** A carriage return came: what follows takes the place of what the line holds. */
  #returned = false;
  #nextId = 0;
  #all: string[] = [];
  #room = mostOfRun;
  /** Of the lines that have ended, their turns included. */
  #characters = 0;
  readonly #writers = new Set<LaneId>();
  #lanes: readonly LaneId[] = [];
  #streams = new Set<ConsoleStream>();
  #snapshot: readonly ConsoleLine[] | null = [];
  readonly #listeners = new Set<() => void>();

  /** The latest lines in order; the same array until something changes. */
  readonly lines = (): readonly ConsoleLine[] => {
    this.#snapshot ??=
      this.#open.length === 0 ? [...this.#lines] : [...this.#lines, { id: this.#nextId, segments: [...this.#open] }];
    return this.#snapshot;
  };

  /** How many lines have ended so far. */
  get ended(): number {
    return this.#nextId;
  }

  /** How many lines came before the first that is kept. */
  get dropped(): number {
    return this.#nextId - this.#lines.length;
  }

  /** Who wrote, in the order of their first words; of very many the first. */
  get lanes(): readonly LaneId[] {
    return this.#lanes;
  }

  /** Whether anything came by this stream. */
  has(stream: ConsoleStream): boolean {
    return this.#streams.has(stream);
  }

  /** The last line has no end yet, as after a prompt. */
  get open(): boolean {
    return this.#open.length > 0;
  }

  /** What a thread wrote last on the line that has no end yet: the prompt, when it asks for input. */
  promptOf(lane: LaneId): string {
    return this.#open.findLast((segment) => segment.lane === lane)?.text ?? '';
  }

  /** All that was written, also what is no longer in view. */
  text(): string {
    this.#all = [this.#all.join('')];
    return this.#all[0] ?? '';
  }

  add(pieces: readonly Segment[]): void {
    if (pieces.length === 0) return;
    for (const piece of pieces) this.#take(piece);
    this.#tell();
  }

  clear(): void {
    this.#lines = [];
    this.#open = [];
    this.#openLength = 0;
    this.#returned = false;
    this.#nextId = 0;
    this.#all = [];
    this.#room = mostOfRun;
    this.#characters = 0;
    this.#writers.clear();
    this.#lanes = [];
    this.#streams = new Set();
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #take(piece: Segment): void {
    if (this.#room < 0) return;
    this.#room -= piece.text.length;
    if (this.#room < 0) {
      const { lane, text } = piece;
      this.#keep({ ...piece, text: text.slice(0, text.length + this.#room) });
      this.#keep({
        stream: 'stderr',
        lane,
        text: '\nThe page shows no more output of this run: the program has written over 4,000,000 characters.\n',
      });
    } else this.#keep(piece);
  }

  #keep({ stream, lane, text }: Segment): void {
    this.#all.push(text);
    this.#streams.add(stream);
    if (!this.#writers.has(lane)) {
      this.#writers.add(lane);
      if (this.#writers.size <= mostLanes) this.#lanes = [...this.#writers];
    }
    let from = this.#passOver(text);
    while (from < text.length) {
      const end = text.indexOf('\n', from);
      const part = text.slice(from, end === -1 ? text.length : end);
      this.#write(stream, lane, part);
      if (end === -1) return;
      this.#endLine();
      from = end + 1;
    }
  }

  #write(stream: ConsoleStream, lane: LaneId, part: string): void {
    const pieces = part.split('\r');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) this.#returned = true;
      if (piece === '') continue;
      if (this.#returned) {
        this.#open = [];
        this.#openLength = 0;
        this.#returned = false;
      }
      this.#extend(stream, lane, piece);
    }
  }

  #extend(stream: ConsoleStream, lane: LaneId, text: string): void {
    let rest = text;
    while (rest !== '') {
      if (this.#openLength >= longestLine || this.#open.length >= mostTurns) this.#endLine();
      const fits = rest.slice(0, longestLine - this.#openLength);
      const last = this.#open.at(-1);
      if (last !== undefined && last.stream === stream && last.lane === lane)
        this.#open[this.#open.length - 1] = { ...last, text: last.text + fits };
      else this.#open.push({ stream, lane, text: fits });
      this.#openLength += fits.length;
      rest = rest.slice(fits.length);
    }
  }

  /** Counts the lines of a flood that would be gone before anybody saw them. Where the others begin. */
  #passOver(text: string): number {
    let kept = text.length;
    for (let lines = 0; lines <= mostLines && kept > 0; lines += 1) kept = text.lastIndexOf('\n', kept - 1);
    if (kept <= 0) return 0;
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1 && end < kept; end = text.indexOf('\n', from)) {
      this.#nextId += 1;
      from = end + 1;
    }
    this.#lines = [];
    this.#characters = 0;
    this.#open = [];
    this.#openLength = 0;
    return from;
  }

  /** Drops what is out of view, from time to time. */
  #drop(): void {
    if (this.#lines.length <= 2 * mostLines && this.#characters <= 2 * mostCharacters) return;
    let first = this.#lines.length;
    let left = mostCharacters;
    while (first > 0 && this.#lines.length - first < mostLines && left > 0) {
      first -= 1;
      left -= lengthOf(this.#lines[first]);
    }
    this.#lines = this.#lines.slice(first);
    this.#characters = this.#lines.reduce((sum, line) => sum + lengthOf(line), 0);
  }

  #endLine(): void {
    const line = { id: this.#nextId, segments: this.#open };
    this.#lines.push(line);
    this.#characters += lengthOf(line);
    this.#drop();
    this.#nextId += 1;
    this.#open = [];
    this.#openLength = 0;
    this.#returned = false;
  }

  #tell(): void {
    this.#snapshot = null;
    for (const listener of this.#listeners) listener();
  }
}

/** What it counts for in view. */
const lengthOf = (line: ConsoleLine | undefined): number =>
  line?.segments.reduce((sum, { text }) => sum + text.length + charactersOfTurn, 0) ?? 0;
