import type { LessonMeta } from '../lesson';

export const meta: LessonMeta = {
  id: 'threads',
  title: 'Threads, and when to use them',
  shortTitle: 'Threads',
  description: 'Download three pages in the time of one: start, join, context switches, and ThreadPoolExecutor.map as the modern form.',
  minutes: 30,
  questions: ['start-join', 'slowest', 'pool-size'],
};
