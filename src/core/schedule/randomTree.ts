import { seeded, type Random } from '../base/random';
import { bothRandom } from './random';
import type { Branch, RandomSummary, RandomWishes, SearchTree } from './search';
import type { Priorities } from './types';

/** As many threads as a run may have. */
const mostThreads = 16;

/**
 * Schedules drawn at random, with a guarantee: the priorities of Burckhardt, Kothari, Musuvathi and Nagarakatte ("A randomized scheduler with probabilistic guarantees of
 * finding bugs", ASPLOS 2010). A bug has depth d if it shows whenever d pairs of steps come in a certain order: 1 for a step that comes before what it needs, 2 for an update that is lost or two locks taken
 * crosswise. Threads have priorities in a random order, and at d - 1 steps, drawn from all k, the thread that would take the step falls below all others. A run with n threads then
 * hits a bug of depth d with a probability of at least 1 / (n k^(d-1)).
 *
 * Beforehand nobody knows k. Each run is made for the most steps that were seen before it (for `maxSteps` where there were none), and counts for the guarantee only if no run
 * has had more, as far as is known when the guarantee is asked for. Likewise n is the most threads that were seen.
 */
export function randomTree({ seed, depths, steps }: RandomWishes, maxSteps: number): SearchTree {
  const random = seeded(seed);
  let made = 0;
  /** Of the runs that have been counted. */
  let seen: RandomSummary = { threads: 1, steps: Math.max(1, steps), cut: false, drawn: [] };
  let counted = steps > 0;

  return {
    pop(): Branch {
      const depth = depths[made % depths.length] ?? 1;
      const own = counted ? seen.steps : maxSteps;
      made += 1;
      return {
        prefix: [],
        sleep: [],
        priorities: draw(random, depth, own),
        grow: ({ steps: taken, end, outcome }) => {
          counted = true;
          seen = bothRandom(seen, {
            threads: end.next.length,
            steps: taken.length,
            cut: outcome === null || outcome.kind === 'abandoned',
            drawn: [{ depth, steps: own, runs: 1 }],
          });
        },
      };
    },
    advance: () => false,
    level: null,
    random: () => seen,
  };
}

function draw(random: Random, depth: number, steps: number): Priorities {
  const ranks = Array.from({ length: mostThreads }, (_, rank) => rank);
  for (let last = ranks.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [ranks[last], ranks[other]] = [ranks[other] ?? 0, ranks[last] ?? 0];
  }
  return { ranks, changes: Array.from({ length: depth - 1 }, () => Math.floor(random() * steps)) };
}
