import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import seats from './seats_puzzle.py?raw';
import seatsFixed from './seats_puzzle_fixed.py?raw';
import size from './size_puzzle.py?raw';

/** A key that opens a gap with the GIL too, and a gap that one step closes. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'size',
    program: { name: 'size_puzzle.py', source: size },
    goal: { kind: 'break', ending: { kind: 'prints', line: '1' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'The dictionary asks the key for its hash twice: once to read the number, once to write it.',
      'Let Ada go on until she is in `__hash__` for the second time. By then she has read the number.',
      'Now Ben counts his shirt from beginning to end. Then Ada writes.',
    ],
    solution: [1, 1, 1, 1, 2, 2, 2, 2, 2, 1],
    moral:
      'With a string as the key, this line loses nothing on a CPython with the GIL since 3.10. The method `__hash__` is written in Python, so it begins like any other function, and there threads may change.',
  },
  {
    id: 'seats-fix',
    program: { name: 'seats_puzzle.py', source: seats },
    goal: {
      kind: 'fix',
      endings: ["{'Rome': ['Ada', 'Ben']}", "{'Rome': ['Ben', 'Ada']}"].map((tables) => ({
        prints: '2 at the table',
        holds: { tables },
      })),
      threads: 2,
    },
    hints: [
      'Both may find that there is no table. Then the second new table takes the place of the first, with who sits there.',
      'Dictionaries have a method that looks for a key, puts a value there if it is missing, and gives back what is there then.',
      '`setdefault(town, new_table())` gives the table of that town; append to what it gives.',
    ],
    solution: seatsFixed,
    moral:
      'The look and the write became one step, so nobody needs a lock. Two tables may still be made, but only one of them gets into the dictionary, and both sit down at that one.',
  },
];
