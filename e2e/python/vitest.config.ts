import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What measures times. */
const timed = ['e2e/python/programs/differential.test.ts', 'e2e/python/network/*.test.ts'];

/** For `npm run differential`: apart from the unit tests, since it opens browsers and wants the machine for itself. */
export default defineConfig({
  root,
  test: {
    globalSetup: 'e2e/python/buildPage.ts',
    projects: [
      // One file at a time, whose programs wait beside each other: differential.test.ts has as many pages as tests may run at once.
      {
        root,
        test: {
          name: 'timed',
          include: timed,
          maxWorkers: 1,
          fileParallelism: false,
          maxConcurrency: 3,
          sequence: { groupOrder: 0 },
        },
      },
      // Each file has a page whose Python computes on one core.
      {
        root,
        test: {
          name: 'others',
          include: ['e2e/python/**/*.test.ts'],
          exclude: timed,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
