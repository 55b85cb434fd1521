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

/** What is to be reached, in one line, beside the count that says with how much: "Let it print “1”." */
export function sayGoal(goal: BreakGoal | ProveGoal): string {
  return goal.kind === 'prove'
    ? `Can it do anything but ${sayEnding(goal.ending)}?`
    : `Let it ${sayEnding(goal.ending)}.`;
}
