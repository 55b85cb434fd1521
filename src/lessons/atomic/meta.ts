import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'One step, or several?',
  shortTitle: 'One step?',
  description:
    'Which statements on shared things are one step, and which only look so: guessed, tried in every schedule, and counted on CPython.',
  minutes: 20,
  questions: ['two-safe-steps', 'safe-key', 'sum-of-values'],
};
