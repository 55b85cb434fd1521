import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import limit from './limit_puzzle.py?raw';
import limitFixed from './limit_puzzle_fixed.py?raw';

/** Ada is thread 1, Ben is 2 and Kim is 3. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'limit',
    program: { name: 'limit_puzzle.py', source: limit },
    goal: {
      kind: 'break',
      ending: { kind: 'prints', line: 'at the new limit: 2 at once' },
      limit: { of: 'switches', most: 3 },
    },
    hints: [
      'There are two semaphores. Which of them does each page have its permit from?',
      'Ada must have begun before Kim lowers the limit, and still be loading when Ben begins.',
      'Let Ada go on until she has begun to load. Then let Kim lower the limit, and then Ben load.',
    ],
    solution: moves('1111 3 22222222222 11111'),
    moral:
      'The limit is in the semaphore, not in its name. Kim put another one in its place, and that knew nothing of Ada, who had her permit from the first. What counts who is at work must stay, and its number must change.',
  },
  {
    id: 'limit-fix',
    program: { name: 'limit_puzzle.py', source: limit },
    goal: {
      kind: 'fix',
      endings: [
        { prints: 'at the new limit: 0 at once', holds: { most: '0', lowered: 'True' } },
        { prints: 'at the new limit: 1 at once', holds: { most: '1', lowered: 'True' } },
      ],
      threads: 3,
    },
    hints: [
      'Which semaphore knows that Ada is loading?',
      'Keep the one semaphore, and take a permit out of it.',
      'Let Kim acquire the limit once, and never release it.',
    ],
    solution: limitFixed,
    moral:
      'A permit that is taken and never given back lowers the limit by one, and waits for its turn as everybody does; a release() more raises it by one. When Kim’s acquire() returns, the new limit holds.',
  },
];
