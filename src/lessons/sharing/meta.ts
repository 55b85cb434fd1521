import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'More about threads',
  shortTitle: 'Sharing',
  description:
    'What happens when threads change the same thing: lost updates, locks and what they cost, checks that come too early, deadlock, conditions, and queues that make most locks unnecessary.',
  minutes: 60,
  questions: ['where-to-lock', 'nothing-lost', 'full-queue'],
  buildsOn: ['threads', 'gil'],
};
