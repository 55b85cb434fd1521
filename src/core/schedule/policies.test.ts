import { expect, it } from 'vitest';
import { chosenBy, type Policy } from './policies';
import type { Schedule, ThreadIndex } from './types';

/** The choices of a policy while three threads, each of a number of steps, have some left. */
function played(policy: Policy, steps: readonly number[]): Schedule {
  const left = [...steps];
  const taken: ThreadIndex[] = [];
  for (;;) {
    const enabled = left.flatMap((count, thread) => (count > 0 ? [thread] : []));
    const chosen = chosenBy(policy, enabled, taken);
    if (chosen === undefined) return taken;
    expect(enabled).toContain(chosen);
    taken.push(chosen);
    left[chosen] = (left[chosen] ?? 0) - 1;
  }
}

it('gives everybody a turn', () => expect(played({ kind: 'round robin' }, [1, 3, 2])).toEqual([0, 1, 2, 1, 2, 1]));

it('keeps to one thread until it is blocked', () =>
  expect(played({ kind: 'until blocked' }, [2, 1, 2])).toEqual([0, 0, 1, 2, 2]));

it('draws lots, alike for equal seeds', () => {
  const all = Array.from({ length: 20 }, (_, seed) => played({ kind: 'random', seed }, [3, 3, 3]).join(''));
  expect(all).toEqual(Array.from({ length: 20 }, (_, seed) => played({ kind: 'random', seed }, [3, 3, 3]).join('')));
  expect(new Set(all).size).toBeGreaterThan(15);
});
