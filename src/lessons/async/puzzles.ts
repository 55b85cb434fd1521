import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import program from './await_puzzle.py?raw';
import fixed from './await_puzzle_fixed.py?raw';

export const puzzles: readonly Puzzle[] = [
  {
    id: 'await-fix',
    program: { name: 'await_puzzle.py', source: program },
    goal: { kind: 'fix', endings: [{ prints: '2', holds: { record: '2' } }], threads: 2, tasks: true },
    hints: [
      'Only at an await can another task come in between. Which await lies between a read and its write?',
      'A task that waits for a threading.Lock stops the only thread there is. asyncio has a lock of its own.',
      'Hold it from the read to the write: “async with lock:”.',
    ],
    solution: fixed,
    moral:
      'The second task waits at “async with”, and the loop goes on with the first. Reading the record only after the await would have been enough as well.',
  },
];
