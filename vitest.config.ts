import { defineConfig } from 'vitest/config';
import { programs } from './tools/vite-program.ts';
import { rightAnswers } from './tools/vite-right-answers.ts';

export default defineConfig({
  plugins: [programs(), rightAnswers()],
  test: {
    // No test is about time: a busy machine may take several times as long as a quiet one.
    testTimeout: 180_000,
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    // Timing-sensitive tests must not be starved by their neighbours on a machine with two cores.
    maxWorkers: 2,
  },
});
