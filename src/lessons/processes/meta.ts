import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Processes up close',
  shortTitle: 'Processes',
  minutes: 20,
  questions: ['lock-in-a-fork', 'method-of-an-object', 'plus-equals'],
  buildsOn: ['gil', 'sharing', 'futures'],
};
