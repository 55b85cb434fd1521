import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'More about threads',
  shortTitle: 'Sharing',
  minutes: 50,
  questions: ['where-to-lock', 'nothing-lost', 'full-queue'],
  buildsOn: ['threads', 'gil'],
};
