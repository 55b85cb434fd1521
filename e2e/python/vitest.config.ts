import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What measures times. */
const timed = ['e2e/python/programs/differential.test.ts', 'e2e/python/network/*.test.ts'];

/** What takes long, short as its source is: it runs many programs, or tries many schedules. */
const long = [
  'clean/canary',
  'schedules/puzzles',
  'schedules/recordings',
  'schedules/rules/rules',
  'clean/pairs',
  'schedules/examples',
  'schedules/statements',
].map((name) => `/e2e/python/${name}.test.ts`);

/** Begins with what takes long, or one core would have nothing to do at the end. Vitest begins with the longest sources where it has no durations of an earlier run. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = long.findIndex((end) => moduleId.endsWith(end));
      return found === -1 ? long.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

/** For `npm run differential`: apart from the unit tests, since it opens browsers and wants the machine for itself. */
export default defineConfig({
  root,
  test: {
    globalSetup: 'e2e/python/buildPage.ts',
    sequence: { sequencer: LongFirst },
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
