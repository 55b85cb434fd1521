import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'When threading is bad',
  shortTitle: 'The GIL',
  description:
    'Why threads do not make computation faster in CPython: the GIL, its switch interval, what processes do about it and what they cost.',
  minutes: 30,
  questions: ['why-not-faster', 'late', 'small-task'],
  buildsOn: ['threads'],
};
