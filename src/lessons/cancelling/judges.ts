import type { Judge, Judges } from '../../lab/experiment/judge';
import { whichEnded } from './answers';

const drip: Judge = {
  answer: whichEnded,
  expects: () => ['total'],
  because: {
    total:
      'A byte comes every half second, so no wait takes as long as a second, and the connection is there at once. Only the limit for the whole sees how slow it is.',
    all: 'Here even the waits took longer than their limits: look at what the programs printed.',
    'total-idle': 'Here a byte took longer than a second: look at what the programs printed.',
    other: 'Here it came otherwise: look at what the programs printed.',
  },
};

export const judges: Judges = { drip };
