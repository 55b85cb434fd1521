import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'How to stop',
  shortTitle: 'Stopping',
  minutes: 20,
  questions: ['lost-message', 'slow-ctrl-c', 'at-the-end'],
  buildsOn: ['threads', 'sharing'],
};
