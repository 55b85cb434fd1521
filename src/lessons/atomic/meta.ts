import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'One step, or several?',
  shortTitle: 'One step?',
  description:
    'Which statements on a shared list, dictionary or number may threads run without a lock, and which only look like one step: predicted, tried in every schedule, and counted on CPython with the GIL and without.',
  minutes: 20,
  questions: ['two-safe-steps', 'safe-key', 'sum-of-values'],
};
