import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Threads, and when to use them',
  shortTitle: 'Threads',
  description:
    'Download three pages in the time of one: start, join, context switches, and ThreadPoolExecutor.map as the modern form.',
  minutes: 30,
  questions: ['start-join', 'slowest', 'pool-size'],
  buildsOn: ['unveiled'],
};
