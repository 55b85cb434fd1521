import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import book from './book_puzzle.py?raw';
import bookFixed from './book_puzzle_fixed.py?raw';

/** Thread 1 is the task that runs `main()`. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'book',
    program: { name: 'book_puzzle.py', source: book },
    goal: { kind: 'break', ending: { kind: 'prints', line: 'ordered: 2' }, limit: { of: 'switches', most: 3 } },
    tasks: true,
    hints: [
      'When Ada has the book, main() does not know it yet. Who else may have a turn before it does?',
      'Both must order before main() goes on.',
      'Let main() start the two: Task-1 runs it. Let Ada go on to her end, then Ben to his, and then main().',
    ],
    solution: moves('11111 2222222 3333333333333 11111'),
    moral:
      'The wait was over when Ada had ordered. But main() only learns of that when it has its turn, and until then Ben is not called off. To cancel the others is tidy; it does not see to it that only one of them acts.',
  },
  {
    id: 'book-fix',
    program: { name: 'book_puzzle.py', source: book },
    goal: {
      kind: 'fix',
      endings: [
        { prints: 'ordered: 1', holds: { orders: "['Ada']" } },
        { prints: 'ordered: 1', holds: { orders: "['Ben']" } },
      ],
      threads: 2,
      tasks: true,
    },
    hints: [
      'It is too late when main() calls somebody off. Who knows first that the book is found?',
      'A task can look whether there is an order, and make one. What must not lie between the two?',
      'Write “if not orders:” before the order. There is no await in between, so nobody comes in between.',
    ],
    solution: bookFixed,
    moral:
      'The look and the order are one step now, because no await lies between them. Another way: let the tasks only look, and let main() order once, from the one that it finds done.',
  },
];
