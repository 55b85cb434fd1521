import type { Judge, Judges } from '../../lab/experiment/judge';
import { whoKeptWhat } from './answers';

const kept: Judge = {
  answer: whoKeptWhat,
  expects: () => ['map-three'],
  because: {
    'map-three':
      'map gives results in the order of the pages, so it ended at page 3, and what had arrived behind it was lost.',
    'all-eight': 'No page failed here: look at what the programs printed.',
    'map-none': 'Here even the first page came later than the limit of 3 seconds: look at what map printed.',
    other: 'Some page came too late, or failed as well: look at what the programs printed.',
  },
};

export const judges: Judges = { 'ten-downloads': kept };
