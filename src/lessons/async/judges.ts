import { around, below, numberIn, type Judge, type Judges } from '../../lab/experiment/judge';
import { waitingOverlaps } from '../waitingOverlaps';
import { heartDuringCall, howLongTogether } from './answers';

const asyncDownloads: Judge = {
  faster: (params) => {
    if (!waitingOverlaps(params)) return [];
    return [
      ['threaded', 'sequential'],
      ['async', 'sequential'],
      ...(numberIn(params, 'poolSize') === 1 ? [] : ([['pool', 'sequential']] as const)),
    ];
  },
  because:
    'What waits does not need a thread of its own: one event loop overlaps the waits as well as many threads do.',
};

const sleeps: Judge = {
  answer: howLongTogether,
  expects: (params) => (numberIn(params, 'sleepMs') >= 500 ? ['one'] : []),
  because: {
    one: 'All tasks sleep at the same time; what is more than one sleep is the work of starting and waking them.',
    some: 'The sleeps are so short that starting and waking the tasks takes longer than sleeping.',
    all: 'The sleeps hardly overlapped.',
  },
  mark: (option, measured) => {
    const params = measured.latest('together')?.params ?? {};
    const oneMs = numberIn(params, 'sleepMs');
    const allMs = oneMs * numberIn(params, 'tasks');
    if (option === 'one') return below('together', oneMs * 3, oneMs);
    return option === 'some' ? below('together', allMs / 2, oneMs * 3) : around('together', allMs);
  },
};

const heartbeat: Judge = {
  answer: heartDuringCall,
  expects: (params) => (numberIn(params, 'callMs') >= 3 * numberIn(params, 'beatMs') ? ['pause'] : []),
  because: {
    pause: 'The loop can only go on when the call has returned, and the heart is one of its tasks.',
    beats: 'The call was too short for a beat to be missed.',
  },
};

export const judges: Judges = { 'async-downloads': asyncDownloads, sleeps, heartbeat };
