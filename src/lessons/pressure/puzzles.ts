import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import visits from './visits_puzzle.py?raw';
import visitsFixed from './visits_puzzle_fixed.py?raw';

/** The task that runs `main()` is 1. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'visits',
    program: { name: 'visits_puzzle.py', source: visits },
    goal: { kind: 'break', ending: { kind: 'prints', line: 'visits: 1' }, limit: { of: 'switches', most: 4 } },
    tasks: true,
    hints: [
      'A visit is lost if both read the count before one of them writes it.',
      'Ben is busy for three turns first. But who says that the store answers Ada within three turns?',
      'Let main() start both: Task-1 runs it. Let Ada go on until she has read. Then let Ben do all that he does, and go on with Ada.',
    ],
    solution: moves('1111 22222222 333333333333333333 2 11'),
    moral:
      'No second thread, and the update is lost all the same: the store took longer than usual for Ada, and Ben came in between. That he is busy first does not keep the two apart. It only makes the accident rare.',
  },
  {
    id: 'visits-fix',
    program: { name: 'visits_puzzle.py', source: visits },
    goal: {
      kind: 'fix',
      endings: [{ prints: 'visits: 2', holds: { store: "{'visits': 2}" } }],
      threads: 2,
      tasks: true,
    },
    hints: [
      'From the read to the write there must be no other visit.',
      'The read is an await itself, so it cannot be moved out of the way. Something has to keep the other task out.',
      'An asyncio.Lock for both, and “async with lock:” around get() and put().',
    ],
    solution: visitsFixed,
    moral:
      'The lock is held across both awaits, and a task that comes meanwhile waits in front of it. The cure holds for one process: another one has a lock of its own. If several processes share the store, let the store itself add (most can), or let it refuse a write whose read is out of date.',
  },
];
