import { describe, expect, it } from 'vitest';
import { SpanStore } from '../../core/trace/spans';
import type { Outcome } from '../../core/schedule/types';
import { breakLines, shorten, shortenMiddle } from '../../core/base/shorten';
import { sourceOf } from '../workbench/program';
import { ConsoleLog } from '../program/consoleLog';
import { openAddress } from '../workbench/opening';
import { sentenceOf } from '../workbench/shelf';
import { decodeRun, watchedIn } from './address';
import { digestOfMoment } from './digest';
import { namesIn } from './explain/names';
import { inOneLine, labelOf } from './explore/words';
import { endOf, lastLineOf } from './puzzle/goals';
import { sayEnd } from './step/sayEnd';
import { compared, isLocks, sharedValues } from './step/values';
import { whatNoScheduleDecides } from './unsteppable';
import { decodeProgram } from '../workbench/share';
import { placeIn } from '../program/tracebackPlace';
import { lastLine, shortName, whatRan, whyNotHere, wordsOf } from '../program/words';

const length = 200_000;
const whiteSpace =
  '\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF';
const brackets = '()[]{}<>«»“”';
const units = [
  ...whiteSpace,
  ...brackets,
  ...'x.,/\\"\'`#=&|+-_:;@*?!0é',
  '\n ',
  ' \n',
  '#\n',
  '"""',
  '("',
  ' (',
  ')(',
  '): ',
  '=x',
  '&x',
  '[free, ',
  '\r\n',
  '1, ',
  'File "',
  '\ud83d',
  '\ud83d\ude00',
];

const moment = (text: string) => ({
  enabled: [0],
  passing: [],
  threads: [
    {
      name: text,
      status: 'runs' as const,
      calls: [{ function: text, line: 1, offset: 0, locals: [[text, text]] as const }],
      waits: null,
    },
  ],
  globals: [['a', text]] as const,
  locks: [{ object: text, name: text, kind: 'lock' as const, holders: [] }],
  printed: text,
  now: 0,
});
const abilities = { version: '3.14.2', threads: false, preemption: 'none' } as const;
const failed = (reason: string) => ({ status: 'failed', reason, traceback: '', line: null, elapsedMs: 1 }) as const;
const raised = (message: string): Outcome => ({ kind: 'exception', message, state: message });
const run = { steps: [], outcome: null } as unknown as Parameters<typeof sayEnd>[0];

/** Everything that reads what a program, a link or a reader's file holds, without being asked for more than to show it. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  whatNoScheduleDecides,
  wordsOf: (text) => [wordsOf(failed(text)), wordsOf({ status: 'deadlock', words: text, elapsedMs: 1 })],
  whyNotHere: (text) => whyNotHere(failed(text), abilities),
  whatRan: (text) =>
    whatRan(abilities, {
      order: { source: text, fileName: 'a.py', switchIntervalMs: 5 },
      hidden: false,
      fetched: [{ host: text, by: 'timer', elapsedMs: 1 }],
    }),
  lastLine,
  shortName,
  shorten: (text) => [shorten(text), shortenMiddle(text), breakLines(text)],
  placeIn: (text) => [
    placeIn(text, 'a.py'),
    placeIn(`  File "${text}`, 'a.py'),
    placeIn(`  File "a.py", line ${text}`, 'a.py'),
  ],
  console: (text) => {
    const log = new ConsoleLog();
    log.add([{ stream: 'stderr', lane: 'main', text }]);
    return [log.lines(), log.promptOf('main'), log.text()];
  },
  timeline: (text) => {
    const store = new SpanStore();
    store.add([{ at: 0, lane: 'a', kind: 'start', laneKind: 'thread', name: text }]);
    return store.lanes();
  },
  sentenceOf: (text) => [sentenceOf(text), sentenceOf(`"""${text}"""`)],
  sourceOf: (text) => sourceOf({ html: text } as Parameters<typeof sourceOf>[0]),
  address: (text) => [decodeRun(text), decodeRun(`#program=d1.x&watch=${text}&schedule=s1.${text}`), watchedIn(text)],
  program: (text) => [
    decodeProgram(`#program=${text}`),
    decodeProgram(`#program=d1.${text}`),
    decodeProgram(`#program=p1.${text}`),
  ],
  opening: (text) =>
    openAddress(`#example=${text}`, { id: 'a', name: 'a.py', sentence: '', source: '' }, () => Promise.resolve([])),
  state: (text) => [
    digestOfMoment(moment(text)),
    sharedValues(moment(text)),
    compared(moment(text).globals, moment(text).globals),
    isLocks(text),
    isLocks(`[${text}`),
  ],
  names: (text) => [
    namesIn(moment(text)).object(text),
    namesIn(moment(text)).object(`wait of 1 for ${text}`),
    namesIn(moment(text)).thread(0),
  ],
  ending: (text) => [
    sayEnd(run, raised(text), moment(text)),
    sayEnd(run, { kind: 'finished', state: text }, moment(text)),
  ],
  outcome: (text) => [
    inOneLine(text),
    labelOf(raised(text)),
    labelOf({ kind: 'finished', state: text }),
    lastLineOf(text),
    endOf({ endings: [] } as unknown as Parameters<typeof endOf>[0], text),
  ],
};

function timeOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** What linear work on a text takes here and now: each character is looked at once, and copied. */
const once = (text: string): string => Array.from(text, (character) => character.charCodeAt(0).toString()).join('');

// A text of this length takes quadratic work some 10,000 times as long as linear work.
const mostTimesLinear = 100;

/** What linear work on each text took when it was first measured, in milliseconds. */
const onceMs = new Map<string, number>();

/** Whether that takes far longer than linear work. What seems slow is measured again beside linear work, since the machine may have had other things to do. */
function isSlow(read: () => unknown, text: string): boolean {
  const known = onceMs.get(text) ?? timeOf(() => once(text));
  onceMs.set(text, known);
  if (timeOf(read) < mostTimesLinear * known) return false;
  for (let time = 0; time < 3; time += 1) if (timeOf(read) < mostTimesLinear * timeOf(() => once(text))) return false;
  return true;
}

describe(`a text of ${length} characters`, () => {
  const ends = ['', 'x'];
  const texts = units.flatMap((unit) => ends.map((end) => `${unit.repeat(Math.ceil(length / unit.length))}${end}`));

  it.each(Object.keys(readers))(
    'is read in linear time by %s',
    (name) => {
      const slow = texts.filter((text) => isSlow(() => readers[name]?.(text), text));
      expect(slow.map((text) => JSON.stringify(text.slice(0, 3)))).toEqual([]);
    },
    120_000,
  );
});
