import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Mixing worlds',
  shortTitle: 'Mixing',
  minutes: 20,
  questions: ['set-from-thread', 'name-in-a-pool', 'pool-at-the-end'],
  buildsOn: ['threads', 'async', 'futures', 'loop', 'cancelling'],
};
