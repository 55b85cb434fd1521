/** Every outcome of a program under each rule, sorted; an outcome reads as in `../known.ts`. */
export interface OutcomesByRule {
  /** CPython 3.14 with the GIL: a switch only where the interpreter looks at its eval breaker, or a thread waits. */
  readonly gil: readonly string[];
  /** CPython 3.14 without the GIL: a switch between any two reads or writes of what threads share, in sequentially consistent order. */
  readonly freeThreaded: readonly string[];
}

/** A program, `programs/<name>.py`, and its correct twin, `programs/<name>_fixed.py`. */
export interface RulePair {
  readonly name: string;
  readonly broken: OutcomesByRule;
  readonly fixed: OutcomesByRule;
  /** Which instructions look between which accesses, or why none does. */
  readonly why: string;
  /** Free-threaded outcomes that are seen only in the midst of one function of C, which holds no lock there or which readers without a lock do not wait for. */
  readonly inside?: readonly string[];
  /** What older Pythons with the GIL come to as well, for they look elsewhere. */
  readonly older?: { readonly versions: readonly string[]; readonly outcomes: readonly string[] };
  /** It tries again and again, so that its schedules cannot be counted. */
  readonly spins?: true;
  /** Without the GIL, CPython 3.14 may crash on it. */
  readonly mayCrash?: true;
}

/** The outcomes of a program that comes to the same under both rules. */
export const alike = (...outcomes: readonly string[]): OutcomesByRule => ({ gil: outcomes, freeThreaded: outcomes });
