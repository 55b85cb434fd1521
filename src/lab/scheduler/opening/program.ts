import { parseRecording } from '../../../core/python/recordingFile';
import { sourceOf } from '../../workbench/program';
import program from './two_turns.py?program';
// As text, so that the chunk of the first page is nobody else's.
import text from './two_turns.gil.schedules.json?raw';
import { ordersOf, turnsOf, type Told } from './turns';

/** What the first page tells of its program. */
export const told: Told = { variable: 'counter', function: 'turn', local: 'seen', expected: '2' };

const parsed = parseRecording(JSON.parse(text));
if (parsed === null) throw new Error('The recording of the first page is damaged.');

export const recording = parsed;
export const orders = ordersOf(recording, told);
export const turnCount = turnsOf(recording);

export const { name } = program;
export const source = (): string => sourceOf(program);

/** A line of the program that is shown. */
export interface ShownLine {
  /** From 1. */
  readonly number: number;
  readonly html: string;
  /** Lines before it are left out. */
  readonly gap: boolean;
}

/** The lines that matter here: the shared variable, the function, and the two threads. */
const shown = /^(counter = |ada = |ben = )|^def turn|^ {4}(?!pass)/;

const html = program.html.split('\n');
const textOf = (line: string | undefined): string => (line ?? '').replace(/<[^<>]*>/g, '');
export const lineCount = html.length;

/** No tag of the highlighted text goes over a line's end. */
export const shownLines: readonly ShownLine[] = html
  .map((line, at) => ({ number: at + 1, html: line, gap: textOf(html[at - 1]) === '' }))
  .filter((line) => shown.test(textOf(line.html)));

/** The function's last line. */
export const functionEnd = Math.max(
  ...shownLines.filter((line) => textOf(line.html).startsWith(' ')).map(({ number }) => number),
);
