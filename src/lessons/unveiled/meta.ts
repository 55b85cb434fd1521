import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Threads, processes and async, unveiled',
  shortTitle: 'Unveiled',
  minutes: 20,
  questions: ['faster-core', 'concurrent', 'tools'],
};
