import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** For `npm run differential`: apart from the unit tests, since it opens a browser and wants the machine for itself. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['e2e/python/**/*.test.ts'],
    globalSetup: 'e2e/python/buildPage.ts',
    maxWorkers: 1,
    fileParallelism: false,
  },
});
