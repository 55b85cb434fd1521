import { around, below, beyond, numberIn, type Judge, type Judges } from '../../lab/experiment/judge';
import { priceOfLock, soonerQueue, whatArrived, whoLost } from './answers';

const database: Judge = {
  answer: whatArrived,
  expects: (params) => (numberIn(params, 'threads') >= 2 && numberIn(params, 'sleepMs') >= 20 ? ['fewer'] : []),
  because: {
    fewer: 'All of them read the old value before the first had written, so they wrote the same new one.',
    all: 'Each thread had written before the next one read.',
  },
};

const cell: Judge = {
  answer: whoLost,
  expects: (params) =>
    numberIn(params, 'workers') >= 2 && numberIn(params, 'increments') >= 1_000_000 ? ['plain'] : [],
  because: {
    plain: 'Only there can another worker come between the read and the write.',
    none: 'No worker came between the read and the write of another: the line “Plain” below says how far they met.',
    'not-locked': 'An atomic increment cannot lose anything, so this is a mistake of this page.',
    other: 'A lock and an atomic increment cannot lose anything, so this is a mistake of this page.',
  },
};

const lock: Judge = {
  answer: priceOfLock,
  expects: (params) => (numberIn(params, 'threads') >= 2 && numberIn(params, 'sleepMs') >= 50 ? ['queue'] : []),
  because: {
    queue:
      'A thread that waits for the lock sleeps only after the one before it has written, so the sleeps follow each other.',
    same: 'There was too little to do under the lock for anyone to wait long.',
  },
  mark: (option, measured) => (option === 'same' ? around : beyond)('locked', measured.medianMs('unlocked')),
};

const queue: Judge = {
  answer: soonerQueue,
  expects: (params) => {
    // What the consumers need for one item, against what the producers need for one.
    const consume = numberIn(params, 'consumeMs') / numberIn(params, 'consumers');
    const produce = numberIn(params, 'produceMs') / numberIn(params, 'producers');
    return consume > produce * 1.5 ? ['same'] : [];
  },
  because: {
    same: 'The consumer sets the pace; a longer queue only holds more items that wait for it.',
    bounded: 'Here the bounded queue was ahead.',
    unbounded: 'Here the producers had to wait for places while the consumer could have gone on.',
  },
  mark: (option, measured) => {
    const boundedMs = measured.medianMs('bounded');
    if (option === 'same') return around('unbounded', boundedMs);
    return option === 'bounded' ? beyond('unbounded', boundedMs) : below('unbounded', boundedMs);
  },
};

export const judges: Judges = { database, cell, lock, queue };
