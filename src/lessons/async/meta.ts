import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'So where does async fit?',
  shortTitle: 'Async',
  description:
    'One thread, many tasks: the event loop, async and await, gather and TaskGroup, ten thousand waits at once, and the one call that freezes them all.',
  minutes: 30,
  questions: ['who-switches', 'slow-call', 'what-it-is-for'],
  buildsOn: ['threads', 'gil', 'sharing'],
};
