import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import lastLine from './last_line_puzzle.py?raw';
import lastLineFixed from './last_line_puzzle_fixed.py?raw';

export const puzzles: readonly Puzzle[] = [
  {
    id: 'last-line',
    program: { name: 'last_line_puzzle.py', source: lastLine },
    goal: { kind: 'break', ending: { kind: 'prints', line: '0 written' }, limit: { of: 'switches', most: 1 } },
    hints: [
      'When does Ada look at the flag, and when does she take a line?',
      'Ada stops as soon as the flag is set, whatever is in the queue.',
      'Let Ben send his line and set the flag before Ada looks for the first time.',
    ],
    solution: [2, 2, 2, 1],
    moral:
      'The line lay in the queue, and Ada had been told to stop before she looked there. The flag and the queue are two ways to Ada, and what was sent first need not be seen first.',
  },
  {
    id: 'last-wait',
    program: { name: 'last_line_puzzle.py', source: lastLine },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'This time Ada must not see the flag in time.',
      'After her line she looks again. If the flag is not set yet, she goes to the queue and waits.',
      'Let Ben send his line, let Ada write it and look at the flag, and only then let Ben set it.',
    ],
    solution: [...'221111112'].map(Number),
    moral:
      'Ada looked at the flag, and then waited in get(), where no flag wakes her. A thread that waits for something else does not look at a flag.',
  },
  {
    id: 'last-line-fix',
    program: { name: 'last_line_puzzle.py', source: lastLine },
    goal: { kind: 'fix', endings: [{ prints: '1 written', holds: { written: "['goodbye']" } }], threads: 2 },
    hints: [
      'What says “stop” must come to Ada where she waits, and after the lines.',
      'Send it through the queue: something that is no line, a sentinel.',
      'Ben puts None last; Ada writes “while (line := lines.get()) is not None”.',
    ],
    solution: lastLineFixed,
    moral: 'One queue has one order. The sentinel wakes Ada, and it comes after everything that was sent before it.',
  },
];
