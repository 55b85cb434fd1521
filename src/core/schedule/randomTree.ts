import { seeded, type Random } from '../base/random';
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
  let longest = steps > 0 ? steps : maxSteps;
  /** Of the runs that have been counted. */
  const seen = { threads: 1, steps: Math.max(1, steps), cut: false };
  /** For each depth, how many runs were made for so many steps. */
  const counts = new Map<number, Map<number, number>>();

  return {
    pop(): Branch {
      const depth = depths[made % depths.length] ?? 1;
      const priorities = draw(random, depth, longest);
      made += 1;
      const own = longest;
      return {
        prefix: [],
        sleep: [],
        priorities,
        grow: ({ steps: taken, end, outcome }) => {
          const ofDepth = counts.get(depth) ?? new Map<number, number>();
          counts.set(depth, ofDepth.set(own, (ofDepth.get(own) ?? 0) + 1));
          seen.threads = Math.max(seen.threads, end.next.length);
          seen.steps = Math.max(seen.steps, taken.length);
          longest = seen.steps;
          if (outcome === null || outcome.kind === 'abandoned') seen.cut = true;
        },
      };
    },
    advance: () => false,
    level: null,
    random: (): RandomSummary => ({
      seed,
      threads: seen.threads,
      steps: seen.steps,
      depths: [...counts]
        .toSorted(([a], [b]) => a - b)
        .map(([depth, ofDepth]) => ({
          depth,
          runs: [...ofDepth.values()].reduce((sum, count) => sum + count, 0),
          least: seen.cut
            ? null
            : leastChance(
                depth,
                seen.threads,
                [...ofDepth].filter(([own]) => own >= seen.steps),
              ),
        })),
    }),
  };
}

/** The least probability that one of some runs hits a bug of this depth. @param runs How many were made for so many steps. */
export function leastChance(
  depth: number,
  threads: number,
  runs: readonly (readonly [steps: number, count: number])[],
): number {
  // Added up as logarithms, since the chance to miss in one run is nearly 1.
  const missed = runs.reduce(
    (sum, [steps, count]) => sum + count * Math.log1p(-1 / (threads * steps ** (depth - 1))),
    0,
  );
  return 1 - Math.exp(missed);
}

function draw(random: Random, depth: number, steps: number): Priorities {
  const ranks = Array.from({ length: mostThreads }, (_, rank) => rank);
  for (let last = ranks.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [ranks[last], ranks[other]] = [ranks[other] ?? 0, ranks[last] ?? 0];
  }
  return { ranks, changes: Array.from({ length: depth - 1 }, () => Math.floor(random() * steps)) };
}
