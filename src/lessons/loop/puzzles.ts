import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import letter from './letter_puzzle.py?raw';
import letterFixed from './letter_puzzle_fixed.py?raw';

/** Thread 1 is the task that runs `main()`. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'letter',
    program: { name: 'letter_puzzle.py', source: letter },
    goal: { kind: 'break', ending: { kind: 'prints', line: '1 of 2 lines sent' }, limit: { of: 'switches', most: 3 } },
    tasks: true,
    hints: [
      'main() awaits one of the two tasks. Who makes sure that the other one is done?',
      'When Ada is done, main() is ready. So is Ben. You are the loop.',
      'Let main() start both: Task-1 runs it. Let Ada write her line, and give the next turn to main(), not to Ben.',
    ],
    solution: moves('1111 22222 111 3'),
    moral:
      'The loop of asyncio takes what is ready in the order of the line, and Ben stood before main() in it: that alone put his line into the letter. One await more in write() when it is Ben’s turn, and the letter goes out without it.',
  },
  {
    id: 'letter-fix',
    program: { name: 'letter_puzzle.py', source: letter },
    goal: {
      kind: 'fix',
      endings: [
        { prints: '2 of 2 lines sent', holds: { letter: "['Dear Kim,', 'all is well.']" } },
        { prints: '2 of 2 lines sent', holds: { letter: "['all is well.', 'Dear Kim,']" } },
      ],
      threads: 2,
      tasks: true,
    },
    hints: [
      'What must be over before the letter is sent?',
      'main() has to wait for both tasks, and for each of them there is a name.',
      'Write “await ben” beneath “await ada”, or put both into a task group.',
    ],
    solution: letterFixed,
    moral:
      'What main() awaits is done, in any order of the loop. Of a task that nobody awaits, you only know that it was begun, if that. A task group awaits all that were made in it.',
  },
];
