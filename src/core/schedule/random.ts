import type { SearchSummary } from './frontier';
import { bySimplicity, type OutcomeRow } from './outcomes';
import type { RandomSummary } from './search';

/** For which depths schedules are drawn, in turn: seldom for the first, which few of them hit, and mostly for the second, which most known bugs have. */
export const usualDepths: readonly number[] = [1, 2, 2, 3, 2, 2, 3, 2];

/** What random schedules of a program guarantee for bugs of one depth. */
export interface Chance {
  readonly depth: number;
  /** How many were drawn for it. */
  readonly runs: number;
  /** The least probability that one of them would have hit a bug of this depth; null where runs were cut off, so that nothing is guaranteed. */
  readonly least: number | null;
}

/**
 * What random schedules guarantee, by depth. Only runs count whose changes were drawn from at least as many steps as any run has had: with n threads and k steps, each hits
 * a bug of depth d with a probability of at least 1 / (n k^(d-1)).
 */
export function chances({ threads, steps, cut, drawn }: RandomSummary): readonly Chance[] {
  const depths = [...new Set(drawn.map(({ depth }) => depth))].toSorted((a, b) => a - b);
  return depths.map((depth) => {
    const own = drawn.filter((one) => one.depth === depth);
    // Added up as logarithms, since the chance to miss in one run is nearly 1.
    const missed = own
      .filter((one) => one.steps >= steps)
      .reduce((sum, one) => sum + one.runs * Math.log1p(-1 / (threads * one.steps ** (depth - 1))), 0);
    return { depth, runs: sumOf(own), least: cut ? null : 1 - Math.exp(missed) };
  });
}

const sumOf = (drawn: RandomSummary['drawn']): number => drawn.reduce((sum, { runs }) => sum + runs, 0);

/** How many schedules were drawn. */
export const drawnIn = ({ drawn }: RandomSummary): number => sumOf(drawn);

/** What is known of two lots of random schedules together. */
export function bothRandom(one: RandomSummary, other: RandomSummary): RandomSummary {
  const drawn = [...one.drawn];
  for (const more of other.drawn) {
    const at = drawn.findIndex(({ depth, steps }) => depth === more.depth && steps === more.steps);
    const before = drawn[at];
    if (before === undefined) drawn.push(more);
    else drawn[at] = { ...before, runs: before.runs + more.runs };
  }
  return {
    threads: Math.max(one.threads, other.threads),
    steps: Math.max(one.steps, other.steps),
    cut: one.cut || other.cut,
    drawn,
  };
}

/** What a search has found together with random schedules of its program. */
export function withRandom(found: SearchSummary, drawn: SearchSummary, mainFirst = false): SearchSummary {
  const rows = new Map<string, OutcomeRow>(found.outcomes.map((row) => [row.key, row]));
  for (const row of drawn.outcomes) {
    const before = rows.get(row.key);
    rows.set(
      row.key,
      before === undefined
        ? row
        : {
            ...before,
            schedules: before.schedules + row.schedules,
            simplest: bySimplicity(row.simplest, before.simplest, mainFirst) < 0 ? row.simplest : before.simplest,
          },
    );
  }
  const random =
    found.random === undefined || drawn.random === undefined
      ? (found.random ?? drawn.random)
      : bothRandom(found.random, drawn.random);
  return {
    ...found,
    schedules: found.schedules + drawn.schedules,
    abandoned: found.abandoned + drawn.abandoned,
    outcomes: [...rows.values()],
    ...(random !== undefined && { random }),
  };
}
