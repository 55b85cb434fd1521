import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Six incidents',
  shortTitle: 'Incidents',
  minutes: 40,
  questions: ['first-thing', 'proof-of-a-fix', 'rare'],
  buildsOn: ['atomic', 'stuck', 'without-gil', 'loop', 'seeing'],
};
