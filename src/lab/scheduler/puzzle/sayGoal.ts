import { formatCount } from '../../../core/base/format';
import type { BreakGoal, Ending, ProveGoal } from './goals';

const sayEnding = (ending: Ending): string => {
  switch (ending.kind) {
    case 'prints':
      return `print “${ending.line}”`;
    case 'raises':
      return `raise ${ending.error}`;
    case 'deadlock':
      return 'end in a deadlock';
  }
};

/** What is to be reached, in one line: "Let it print “1”, with 2 switches at most". */
export function sayGoal(goal: BreakGoal | ProveGoal): string {
  if (goal.kind === 'prove') return `Can it do anything but ${sayEnding(goal.ending)}?`;
  const { of, most } = goal.limit;
  const what = of === 'moves' ? (most === 1 ? 'move' : 'moves') : most === 1 ? 'switch' : 'switches';
  return `Let it ${sayEnding(goal.ending)}, with at most ${formatCount(most)} ${what}.`;
}
