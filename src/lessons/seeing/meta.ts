import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Seeing inside',
  shortTitle: 'Seeing',
  minutes: 20,
  questions: ['where-to-look', 'blamed-by-a-thread', 'what-green-proves'],
  buildsOn: ['atomic', 'stuck', 'loop'],
};
