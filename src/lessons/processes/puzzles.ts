import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import forked from './forked_puzzle.py?raw';
import forkedFixed from './forked_puzzle_fixed.py?raw';

/** Ada is thread 1, Ben is thread 2. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'forked',
    program: { name: 'forked_puzzle.py', source: forked },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'The lock in the child is another one. In which state does it begin?',
      'Ben must fork while Ada holds her lock.',
      'Let Ada go on until she has the lock. Then let Ben run until he can go no further, and Ada to her end.',
    ],
    solution: moves('1 2222 11'),
    moral:
      'Ada released her lock, and it was of no use to the child: that one waits for a copy of the lock, which was taken when it was made. Nobody is there who could release it.',
  },
  {
    id: 'forked-fix',
    program: { name: 'forked_puzzle.py', source: forked },
    goal: {
      kind: 'fix',
      endings: [{ prints: '100 in the child, 30 moved', holds: { counted: '100' } }],
      threads: 2,
    },
    hints: [
      'A lock that nobody holds while Ben forks does no harm. Who could see to it that nobody else holds it?',
      'Ben himself can take it before he forks. Then he knows in which state the child’s lock is.',
      'In the child, Ben releases the copy of the lock that he had taken.',
    ],
    solution: forkedFixed,
    moral:
      'Who forks takes the lock first, so that nobody else can hold it and nothing is half done, and releases it on both sides. os.register_at_fork() is there for that. A new lock for the child would only have hidden that the money was on its way.',
  },
];
