/** The place that a line of a traceback names: `  File "a.py", line 3, in f`. */
export interface TracebackPlace {
  /** Up to the words "line 3", those words, and what follows. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly line: number;
}

/** Where a line of a traceback leads in that file; null where it names another, or is none. Tracebacks of groups of exceptions have a margin of `|` and `+`. */
export function placeIn(text: string, fileName: string): TracebackPlace | null {
  const [all, before = '', file, words = '', line] = /^([ |+]*File "([^"\n]+)", )(line (\d{1,9}))\b/.exec(text) ?? [];
  return all === undefined || file !== fileName
    ? null
    : { before, words, after: text.slice(all.length), line: Number(line) };
}
