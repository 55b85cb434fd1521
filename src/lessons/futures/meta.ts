import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Futures and pools',
  shortTitle: 'Futures',
  minutes: 20,
  questions: ['timeout-of-result', 'lost-by-map', 'dead-process'],
};
