import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Threads, processes and async, unveiled',
  shortTitle: 'Unveiled',
  description:
    'What is your program waiting for? CPU-bound and I/O-bound work, concurrency and parallelism, and Python’s three tools in one picture.',
  minutes: 20,
  questions: ['faster-core', 'concurrent', 'tools'],
};
