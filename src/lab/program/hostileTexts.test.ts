import { breakLines, shorten, shortenMiddle } from '../../core/base/shorten';
import { SpanStore } from '../../core/trace/spans';
import { expectLinear } from '../hostileTexts.fixture';
import { ConsoleLog } from './consoleLog';
import { placeIn } from './tracebackPlace';
import { lastLine, nameInMargin, whatRan, whyNotHere, wordsOf } from './words';

const abilities = { version: '3.14.2', threads: false, preemption: 'none' } as const;
const failed = (reason: string) => ({ status: 'failed', reason, traceback: '', line: null, elapsedMs: 1 }) as const;

// What reads the output, the errors and the names of a program that runs.
expectLinear({
  wordsOf: (text) => [wordsOf(failed(text)), wordsOf({ status: 'deadlock', words: text, elapsedMs: 1 })],
  whyNotHere: (text) => whyNotHere(failed(text), abilities),
  whatRan: (text) =>
    whatRan(abilities, {
      order: { source: text, fileName: 'a.py', switchIntervalMs: 5 },
      hidden: false,
      fetched: [{ host: text, by: 'timer', elapsedMs: 1 }],
    }),
  lastLine,
  nameInMargin,
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
  shorten: (text) => [shorten(text), shortenMiddle(text), breakLines(text)],
  timeline: (text) => {
    const store = new SpanStore();
    store.add([{ at: 0, lane: 'a', kind: 'start', laneKind: 'thread', name: text }]);
    return store.lanes();
  },
});
