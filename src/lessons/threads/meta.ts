import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Threads, and when to use them',
  shortTitle: 'Threads',
  minutes: 30,
  questions: ['start-join', 'slowest', 'pool-size'],
  buildsOn: ['unveiled'],
};
