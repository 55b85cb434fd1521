import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Inside the event loop',
  shortTitle: 'Event loop',
  minutes: 20,
  questions: ['cached-await', 'task-by-task', 'left-over'],
  buildsOn: ['async'],
};
