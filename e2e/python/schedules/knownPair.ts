import type { Granularity, TaskOrder } from '../../../src/core/python/pythonSchedules';

/** What can become of a program, found by thinking and not by searching. */
export interface Known {
  /**
   * Every outcome: what is printed, without the last line break; `deadlock: ` and the threads that are stuck; or the words of an exception,
   * that of the main thread or the first that ends another.
   */
  readonly outcomes: readonly string[];
  /** How many schedules there are, where theory says so: while the main thread goes on whenever it can, unless it is `involved`. */
  readonly schedules?: number;
  /** How many kinds of them the reduction has to try, where theory says so. */
  readonly classes?: number;
}

/** A program that may go wrong, or end in several ways, `programs/<name>.py`, and its correct twin, `programs/<name>_fixed.py`. */
export interface KnownPair {
  readonly name: string;
  readonly broken: Known;
  readonly fixed: Known;
  /** By line, unless said. */
  readonly granularity?: Granularity;
  /** Whether it matters what the main thread does while others live, beyond starting and joining them. */
  readonly involved?: true;
  /** Its tasks may go on in any order, unlike natively. */
  readonly tasks?: TaskOrder;
  /** Why it can come to something else natively. */
  readonly freerNatively?: string;
}

/** What becomes of a program that can end in one way only. */
export const one = (outcome: string, more: Omit<Known, 'outcomes'> = {}): Known => ({ outcomes: [outcome], ...more });
/** What can become of a program that may end in several ways. */
export const some = (outcomes: readonly string[], more: Omit<Known, 'outcomes'> = {}): Known => ({ outcomes, ...more });
