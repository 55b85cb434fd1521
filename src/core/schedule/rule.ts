/**
 * Where a switch may come: `gil`, only where CPython with the GIL looks whether another thread wants to run; `free-threaded`, between any two accesses to what threads
 * share, as in CPython without a GIL; `anywhere`, between any two steps of a textbook's machine, which are lines, accesses or instructions.
 */
export type Rule = 'gil' | 'free-threaded' | 'anywhere';

/** The rules of a real CPython. */
export type CPythonRule = Exclude<Rule, 'anywhere'>;

/** In the order in which they are tried and told. All that can happen under the first can happen under the second. */
export const cpythonRules: readonly CPythonRule[] = ['gil', 'free-threaded'];

/** The rule of a granularity: one that is no rule itself is a size of step for `anywhere`. */
export const ruleOf = (granularity: string): Rule => cpythonRules.find((rule) => rule === granularity) ?? 'anywhere';
