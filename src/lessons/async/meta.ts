import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'So where does async fit?',
  shortTitle: 'Async',
  minutes: 30,
  questions: ['who-switches', 'slow-call', 'what-it-is-for'],
  buildsOn: ['threads', 'gil', 'sharing'],
};
