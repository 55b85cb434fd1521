import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'One step, or several?',
  shortTitle: 'One step?',
  minutes: 20,
  questions: ['two-safe-steps', 'safe-key', 'sum-of-values'],
  buildsOn: ['gil', 'sharing'],
};
