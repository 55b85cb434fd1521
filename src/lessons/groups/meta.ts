import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Tasks that belong together',
  shortTitle: 'Groups',
  minutes: 20,
  questions: ['which-leaves-orphans', 'cancelled-child', 'plain-except'],
  buildsOn: ['async'],
};
