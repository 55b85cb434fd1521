import type { Judge, Judges } from '../../lab/experiment/judge';
import { memoryCompared } from './answers';

const jobs: Judge = {
  answer: memoryCompared,
  expects: () => ['much-more'],
  because: {
    'much-more':
      'A semaphore limits how many tasks work, and not how many there are: a hundred thousand tasks waited for their place, each in memory.',
    more: 'That is less than the lesson expects: look at what both programs printed.',
    alike: 'Here a hundred thousand waiting tasks cost nothing, which they should: look at what both programs printed.',
  },
};

export const judges: Judges = { 'hundred-thousand-jobs': jobs };
