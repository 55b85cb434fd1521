import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'When threading is bad',
  shortTitle: 'The GIL',
  minutes: 30,
  questions: ['why-not-faster', 'late', 'small-task'],
  buildsOn: ['threads'],
};
