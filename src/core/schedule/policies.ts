import { seeded } from '../base/random';
import type { Schedule, ThreadIndex } from './types';

/** A rule that chooses in the reader's place. */
export type Policy =
  /** Everybody in turn, a step each. */
  | { readonly kind: 'round robin' }
  /** Any thread; equal seeds choose alike. */
  | { readonly kind: 'random'; readonly seed: number }
  /** One thread while it can go on, then the first that can. */
  | { readonly kind: 'until blocked' };

/**
 * Whom a policy chooses, given who can go on (ascending) and the choices so far. A function of these alone, so that what was undone is done again alike.
 * Undefined if nobody can.
 */
export function chosenBy(policy: Policy, enabled: readonly ThreadIndex[], taken: Schedule): ThreadIndex | undefined {
  const last = taken.at(-1) ?? -1;
  switch (policy.kind) {
    case 'round robin':
      return enabled.find((thread) => thread > last) ?? enabled[0];
    case 'random':
      return enabled[Math.floor(seeded(policy.seed + taken.length * 1_000_003)() * enabled.length)];
    case 'until blocked':
      return enabled.includes(last) ? last : enabled[0];
  }
}
