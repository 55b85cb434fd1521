import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import log from './log_puzzle.py?raw';
import logFixed from './log_puzzle_fixed.py?raw';

/** A name that is read twice, and what it stands for in between. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'log',
    program: { name: 'log_puzzle.py', source: log },
    goal: { kind: 'break', ending: { kind: 'raises', error: 'AttributeError' }, limit: { of: 'switches', most: 2 } },
    rule: 'free-threaded',
    hints: [
      'Ada reads the name `log` twice: once to look whether it is open, and once to write.',
      'Between the two, the name must come to stand for something else.',
      'Let Ada see that the log is open. Then let Ben do all of his work.',
    ],
    solution: [1, 1, 2, 2, 2, 1],
    moral:
      'Ada looked at a list, and then wrote to None: each time she read the name anew. With the GIL no thread comes in between, because nothing is called there. Read it once, and keep what you got.',
  },
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
