import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Limits and back-pressure',
  shortTitle: 'Limits',
  minutes: 20,
  questions: ['slow-start', 'closed-late', 'too-many-requests'],
  buildsOn: ['async'],
};
