import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import log from './log_puzzle.py?raw';
import logFixed from './log_puzzle_fixed.py?raw';

/** A name that is read twice, and what it stands for in between. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'log-fix',
    program: { name: 'log_puzzle.py', source: log },
    goal: {
      kind: 'fix',
      endings: [
        { prints: 'saved: 1', holds: { saved: "['opened']" } },
        { prints: 'saved: 2', holds: { saved: "['opened', 'Ada was here']" } },
      ],
      threads: 2,
    },
    hints: [
      'What Ada looks at, and what she writes to, must be one and the same.',
      'A local variable of Ada’s is hers alone: nobody can change what it stands for.',
      'Begin with “lines = log”, and use lines from there on.',
    ],
    solution: logFixed,
    moral:
      'Ada reads the shared name once. If Ben closes the log after that, her line still gets into the list that he has saved. A lock around both functions would do as well.',
  },
];
