import type { Outcome } from '../../core/schedule/types';
import { expectLinear } from '../hostileTexts.fixture';
import { decodeRun, watchedIn } from './address';
import { digestOfMoment } from './digest';
import { namesIn } from './explain/names';
import { inOneLine, labelOf } from './explore/words';
import { endOf, lastLineOf } from './puzzle/goals';
import { sayEnd } from './step/sayEnd';
import { compared, isLocks, sharedValues } from './step/values';
import { whatNoScheduleDecides } from '../workbench/unsteppable';

const moment = (text: string) => ({
  enabled: [0],
  passing: [],
  threads: [
    {
      name: text,
      status: 'runs' as const,
      calls: [{ function: text, line: 1, offset: 0, locals: [[text, text]] as const, place: null }],
      within: null,
      looks: true,
      waits: null,
      at: null,
      stack: null,
    },
  ],
  globals: [['a', text]] as const,
  locks: [{ object: text, name: text, kind: 'lock' as const, holders: [], times: null }],
  things: [{ kind: 'condition' as const, name: text, lock: text, object: text }],
  loops: [],
  printed: text,
  now: 0,
});
const raised = (message: string): Outcome => ({ kind: 'exception', message, state: message });
const run = { steps: [], outcome: null } as unknown as Parameters<typeof sayEnd>[0];

// What reads a program, its steps, or their address.
expectLinear({
  whatNoScheduleDecides,
  address: (text) => [decodeRun(text), decodeRun(`#program=d1.x&watch=${text}&schedule=s1.${text}`), watchedIn(text)],
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
});
