import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Python without the lock',
  shortTitle: 'No GIL',
  minutes: 20,
  questions: ['gil-came-back', 'only-one-faster', 'right-by-luck'],
  buildsOn: ['gil', 'sharing', 'atomic'],
};
