import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Waiting for each other',
  shortTitle: 'Waiting',
  minutes: 30,
  questions: ['what-wakes', 'which-tool', 'what-a-barrier-says'],
  buildsOn: ['threads', 'sharing'],
};
