import type { CPythonRule } from '../../../core/schedule/rule';
import { SearchStatus } from './SearchStatus';
import type { SafetyCheckView } from './useSafetyCheck';

/** What stands in the status line while schedules are tried. */
const underRule: Readonly<Record<CPythonRule, string>> = {
  gil: 'CPython with the GIL (1 of 2): ',
  'free-threaded': 'CPython without the GIL (2 of 2): ',
};

/** What a check does now, and how far it is; nothing while it is at rest. */
export function SafetyStatus({ trying, waiting, states }: Pick<SafetyCheckView, 'trying' | 'waiting' | 'states'>) {
  if (trying === null) return null;
  if (waiting) return <p className="explore-status">Waiting until the other run has ended.</p>;
  return <SearchStatus {...states[trying]} prefix={underRule[trying]} />;
}
