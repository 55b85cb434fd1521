import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Which one should I use?',
  shortTitle: 'Choosing',
  minutes: 20,
  questions: ['slow-report', 'free-threaded', 'first-step'],
  buildsOn: ['gil', 'sharing', 'async'],
};
