import type { ScheduledMoment, ScheduledProgram } from '../../../core/python/pythonSchedules';
import { fnv1a } from '../../../core/base/fnv1a';
import type { CPythonRule } from '../../../core/schedule/rule';
import type { Outcome, RunResult } from '../../../core/schedule/types';
import { switchAt } from '../explain/switches';
import placeNames from '../../../python/scheduled/placenames.py?raw';
import machinery from './forcedOrder.py?raw';
import { orderOf, type Turn } from './order';
import referee from './referee.py?raw';

/** A failing schedule that a test is to force. */
export interface FailingRun {
  readonly program: Pick<ScheduledProgram, 'source' | 'fileName' | 'watch'>;
  /** The run that fails, with the states before and after each of its steps. */
  readonly run: RunResult;
  readonly moments: readonly ScheduledMoment[];
  /** What the program may print, and nothing else; null where nobody knows what is right. */
  readonly expected: readonly string[] | null;
  /** The version of the page's Python. */
  readonly python: string;
}

/** The name of the file with the test of a program: `test_counter_order.py`. */
export const testFileName = (fileName: string): string => `test_${fileName.replace(/\.py$/, '')}_order.py`;

/** A test for CPython, in one file that needs nothing else: it runs the program with its threads in the order of the run, and fails if it comes to something wrong. */
export function regressionTest(failing: FailingRun): string {
  const [head = '', rest = ''] = machinery.split('# values: begin\n');
  const [, body = ''] = rest.split('# values: end\n');
  const [, names = ''] = placeNames.split(/^(?=_BY_OPERATION = )/m);
  return `${docstring(failing)}
${head}${values(failing)}${body.replace('# places: here\n', () => names).replace('# referee: here\n', () => referee)}`;
}

/** The strictest rule under which all switches of a run can come. */
const ruleOf = ({ run, moments }: FailingRun): CPythonRule =>
  run.steps.some((_, at) => switchAt(run.steps, moments, at) === 'free-threaded') ? 'free-threaded' : 'gil';

function docstring(failing: FailingRun): string {
  const { program, run, python } = failing;
  const needed =
    ruleOf(failing) === 'gil'
      ? 'CPython 3.10 to 3.14 can switch between threads at all of these places, with the GIL and without.'
      : 'Only a free-threaded CPython (3.13t or later) switches between threads at these places by itself. On others the test is skipped, unless ON_ANY_BUILD=1 is in the environment.';
  return `${quoted(`A test of ${program.fileName}: it runs the program with its threads in one order, in which it fails.

    python3 ${testFileName(program.fileName)}

${inWords(run.outcome)}
${needed}

PROGRAM is the program, unchanged. ORDER tells the turns that its threads take: each line is one turn, with the number of the thread, the places that it passes, and how
it stops. A place is a function, a line of it, what it does there, and which of those it is: ("add", "counter += 1", "write counter", 1) is before \`add\` first writes \`counter\`
in that line. All the rest lets the threads take these turns: a thread that has come to its place waits there until it is its turn again. Correct PROGRAM, with
a lock for example, and the order cannot come about any more: the test passes.

Found by Timeslice with Python ${python}, which tried the schedules of the program one by one.`)}
`;
}

const inWords = (outcome: Outcome | null): string => {
  switch (outcome?.kind) {
    case 'finished':
      return `In this order the program prints ${python(outcome.state)}.`;
    case 'exception':
      return `In this order: ${outcome.message}.`;
    case 'deadlock':
      return 'In this order its threads come to wait for each other, and never end.';
    default:
      return 'In this order the program does not come to an end.';
  }
};

function values(failing: FailingRun): string {
  const { program, run, moments, expected } = failing;
  const last = moments.at(-1);
  const lines = program.source.split('\n');
  const names = last?.threads.map(({ name }) => name) ?? [];
  const found =
    run.outcome?.kind === 'finished'
      ? { kind: 'finished', text: run.outcome.state }
      : { kind: run.outcome?.kind ?? 'abandoned', text: '' };
  const turns = orderOf(run, moments).map((turn) => `${comment(turn, names, lines)}    ${turnText(turn)},\n`);
  return `NAME = ${python(program.fileName)}
PROGRAM = ${quoted(program.source)}
CHECKSUM = ${fnv1a(new TextEncoder().encode(program.source))}
RULE = ${python(ruleOf(failing))}
EXPECTED = ${expected === null ? 'None' : `[${expected.map(python).join(', ')}]`}
FOUND = {"kind": ${python(found.kind)}, "text": ${python(found.text)}}
WATCH = [${program.watch.map(python).join(', ')}]
SECONDS = ${(last?.now ?? 0).toFixed(3)}
THREADS = [${names.map(python).join(', ')}]
ORDER = [
${turns.join('')}]
`;
}

function comment({ thread, stop, line }: Turn, names: readonly string[], lines: readonly string[]): string {
  const who = names[thread] ?? `thread ${thread}`;
  const where = line === null ? '' : ` line ${line}: ${(lines[line - 1] ?? '').trim()}`;
  const what = { place: `runs until it is at${where}`, wait: `runs until it waits at${where}`, end: 'runs to its end' };
  return `    # ${who} ${what[stop].replaceAll(/\s+/g, ' ')}\n`;
}

function turnText({ thread, passed, stop }: Turn): string {
  const places = passed.map(
    ([name, line, what, count]) => `(${python(name)}, ${python(line)}, ${python(what)}, ${count})`,
  );
  const list =
    places.length > 1 ? `[\n${places.map((place) => `        ${place},\n`).join('')}    ]` : `[${places.join('')}]`;
  return `(${thread}, ${list}, ${python(stop)})`;
}

/** A text as Python writes it, on one line. JSON's texts are Python's, but for characters outside of the first 65,536. */
const python = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u007F-\uFFFF]/g,
    (one) => `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );

/** A text of several lines between three quotation marks, or line by line where it has what those cannot hold. */
function quoted(text: string): string {
  const mark = ['"""', "'''"].find((one) => !text.includes(one) && !text.endsWith(one.charAt(0)));
  if (mark !== undefined && !/\\$|[\r\0]/.test(text)) return `${text.includes('\\') ? 'r' : ''}${mark}${text}${mark}`;
  const lines = text.split(/(?<=\n)/).map((line) => `    ${python(line)}\n`);
  return `(\n${lines.join('')})`;
}
