import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Timeouts and cancelling',
  shortTitle: 'Cancelling',
  minutes: 20,
  questions: ['slow-drip', 'swallowed-cancel', 'thread-after-timeout'],
  buildsOn: ['async'],
};
