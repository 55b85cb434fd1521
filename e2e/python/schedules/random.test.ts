/** Schedules that are drawn at random: Python chooses as the search in TypeScript would, and finds what is there. */
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/core/base/random';
import type { Granularity } from '../../../src/core/python/pythonSchedules';
import { ByPriority } from '../../../src/core/schedule/priorities';
import { chances } from '../../../src/core/schedule/random';
import type { WorkItem } from '../../../src/core/schedule/types';
import { tabForTests } from '../tab';
import { programAt, pathOf, programOf } from './search';

const page = tabForTests();

/** Some runs by priorities, each with three changes. */
function items(count: number, steps: number): readonly WorkItem[] {
  const random = seeded(3);
  return Array.from({ length: count }, (_, id) => ({
    id,
    prefix: [],
    sleep: [],
    maxSteps: 2000,
    priorities: {
      ranks: Array.from({ length: 16 }, (_unused, rank) => rank).toSorted(() => random() - 0.5),
      changes: [0, 1, 2].map(() => Math.floor(random() * steps)),
    },
  }));
}

const large = `import threading
import time

lock, done, total = threading.Lock(), [], 0


def work():
    global total
    for _ in range(12):
        with lock:
            total += 1
    time.sleep(0.1)
    seen = len(done)
    done.append(seen)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, max(done))
`;

describe('a run by priorities', () => {
  it.each<[string, Granularity]>([
    [large, 'line'],
    [large, 'free-threaded'],
    [programAt(pathOf('programs', 'async_lost_update')).source, 'gil'],
  ])('takes the steps that the ranks say (%#)', { timeout: 180_000 }, async (source, granularity) => {
    const wanted = items(40, 200);
    const results = await page.evaluate(
      ([program, work]) => {
        if (window.schedules === undefined) throw new Error('The page is not ready.');
        return window.schedules.run(program, work);
      },
      [programOf(source, { granularity }), wanted] as const,
    );
    let switches = 0;
    results.forEach(({ steps, outcome }, index) => {
      const by = new ByPriority(wanted[index]?.priorities ?? { ranks: [], changes: [] });
      expect(steps.map(({ point }, at) => by.choose(at, point.enabled))).toEqual(steps.map(({ thread }) => thread));
      expect(outcome?.kind).toBe('finished');
      switches += steps.filter(({ thread }, at) => at > 0 && thread !== steps[at - 1]?.thread).length;
    });
    expect(switches).toBeGreaterThan(40);
  });
});

describe('a search at random', () => {
  it(
    'finds outcomes that the first runs of a full search do not come to, and knows its chance',
    { timeout: 180_000 },
    async () => {
      const found = await page.evaluate(
        async (program) => {
          const schedules = window.schedules;
          if (schedules === undefined) throw new Error('The page is not ready.');
          const options = { reduction: 'none', preemptions: 'all', maxRuns: 400, maxSteps: 2000 } as const;
          const random = { seed: 1, depths: [1, 2, 3], steps: 0 };
          return [
            await schedules.explore(program, options),
            await schedules.explore(program, { ...options, random }),
            await schedules.explore(program, { ...options, random }),
          ];
        },
        programOf(large, { granularity: 'free-threaded', accesses: false }),
      );
      const [full, drawn, again] = found.map(({ outcomes }) => outcomes.length);
      expect(drawn).toBeGreaterThan(full ?? 0);
      expect(found[2]).toEqual(found[1]);
      expect(again).toBe(drawn);
      const random = found[1]?.random;
      expect(random?.threads).toBe(5);
      expect(random === undefined ? [] : chances(random).map(({ runs }) => runs)).toEqual([134, 133, 133]);
    },
  );
});
