import { add } from './known/add';
import { calls } from './known/calls';
import { checks } from './known/checks';
import { containers } from './known/containers';
import { iteration } from './known/iteration';
import { others } from './known/others';
import { pairs } from './known/pairs';
import type { RulePair } from './rulePair';

/** All programs whose outcomes under both rules are known, found by thinking over their bytecode and not by searching. */
export const rulePairs: readonly RulePair[] = [
  ...add,
  ...calls,
  ...checks,
  ...pairs,
  ...containers,
  ...iteration,
  ...others,
];

/** Where a program stands, from here. */
export const programOf = (name: string): URL => new URL(`programs/${name}.py`, import.meta.url);
