import { defineConfig } from 'vitest/config';
import { programs } from './tools/vite-program.ts';

export default defineConfig({
  plugins: [programs()],
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    // Timing-sensitive tests must not be starved by their neighbours on a machine with two cores.
    maxWorkers: 2,
  },
});
