import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = {
  title: 'Which one should I use?',
  shortTitle: 'Choosing',
  description:
    'Four questions that lead to threads, processes, asyncio, a mix or none, with reasons you can run; free threading and subinterpreters in 2026; common mistakes.',
  minutes: 20,
  questions: ['slow-report', 'free-threaded', 'first-step'],
  buildsOn: ['gil', 'sharing', 'async'],
};
