import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Deadlock, livelock, starvation',
  shortTitle: 'Stuck',
  minutes: 20,
  questions: ['no-lock', 'what-ctrl-c-shows', 'which-cure'],
  buildsOn: ['threads', 'sharing'],
};
