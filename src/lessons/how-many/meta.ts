import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'How many?',
  shortTitle: 'How many',
  minutes: 20,
  questions: ['ten-workers', 'from-95-to-99', 'in-a-container'],
  buildsOn: ['gil', 'choose', 'futures'],
};
