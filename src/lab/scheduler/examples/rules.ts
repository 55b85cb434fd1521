import type { CPythonRule } from '../../../core/schedule/rule';

/** Examples that CPython breaks only without the GIL: nothing is called between the accesses that must not be parted. `rules.test.ts` compares this with their outcomes. */
const withoutTheGil: ReadonlySet<string> = new Set([
  'lost_update.py',
  'last_seat.py',
  'half_a_transfer.py',
  'made_twice.py',
  'two_at_a_time.py',
]);

/** The rule under which a program is opened that is an example, or a draft of one; null where that is the usual one. */
export const ruleOfExample = (name: string): CPythonRule | null => (withoutTheGil.has(name) ? 'free-threaded' : null);

/** Why an example is opened under a rule of its own, for the reader; null where it is not. */
export const whyItsRule = (name: string): string | null =>
  withoutTheGil.has(name) ? `${name} goes wrong only without the GIL.` : null;
