/** The next number of a sequence: at least 0, less than 1. */
export type Random = () => number;

/**
 * A repeatable sequence of numbers for a seed, so that a run can be replayed. The algorithm is Mulberry32 by Tommy Ettinger
 * (2017, public domain): 32 bits of state, 2^32 numbers before it repeats. Good enough for jitter, not for secrets.
 */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
