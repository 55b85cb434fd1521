import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import calledOff from './called_off_puzzle.py?raw';
import calledOffFixed from './called_off_puzzle_fixed.py?raw';
import pay from './pay_puzzle.py?raw';
import payFixed from './pay_puzzle_fixed.py?raw';

/** Thread 1 is the task that runs `main()`, the others are numbered in the order in which they were created. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'pay',
    program: { name: 'pay_puzzle.py', source: pay },
    goal: {
      kind: 'break',
      ending: { kind: 'prints', line: '0 in the purse, 0 books' },
      limit: { of: 'switches', most: 5 },
    },
    tasks: true,
    hints: [
      'If Kim comes while the bank is at work, the payment is called off as well. When is it too late for that?',
      'The bank must be done, and Ada must not know it yet.',
      'Let main() start both: Task-1 runs it. Let Ada wait for the bank, and let the bank take the money. Then it is Kim’s turn.',
    ],
    solution: moves('11111 222 4444 333 2 11'),
    moral:
      'A task that is cancelled gets its CancelledError where it stands, also when what it waited for is done. Between “it is done” and “I know that it is done” there is a step, and a cancellation may come in it.',
  },
  {
    id: 'pay-fix',
    program: { name: 'pay_puzzle.py', source: pay },
    goal: {
      kind: 'fix',
      endings: [
        { prints: '10 in the purse, 0 books', holds: { purse: '10', books: '0' } },
        { prints: '0 in the purse, 1 books', holds: { purse: '0', books: '1' } },
      ],
      threads: 2,
      tasks: true,
    },
    hints: [
      'When Ada is called off, the money may be gone or not. Who knows?',
      'The payment knows: done(), and cancelled().',
      'Take the book in a “finally”, if the payment is done and was not cancelled.',
    ],
    solution: payFixed,
    moral:
      'Ada asked the payment itself, and not how her wait for it had ended. It would also do to take money and book in one step, with no await between them.',
  },
  {
    id: 'called-off',
    program: { name: 'called_off_puzzle.py', source: calledOff },
    goal: {
      kind: 'break',
      ending: { kind: 'prints', line: 'called off: True, reports: 1' },
      limit: { of: 'switches', most: 5 },
    },
    tasks: true,
    hints: [
      'Kim catches a CancelledError. Whose is it?',
      'Ben must call Kim off while she waits for Ada.',
      'Let main() start all three: Task-1 runs it. Let Kim cancel Ada and wait. Then it is Ben’s turn, to his end.',
    ],
    solution: moves('111111 333 4444444 2 3 11'),
    moral:
      'Two errors look alike at “await ada”: that Ada was cancelled, and that Kim is. Kim took her own for Ada’s, and went on with her work. Cancelled tasks that go on are how programs hang when they should end.',
  },
  {
    id: 'called-off-fix',
    program: { name: 'called_off_puzzle.py', source: calledOff },
    goal: {
      kind: 'fix',
      endings: [
        { prints: 'called off: True, reports: 0', holds: { called_off: 'True', reports: '0' } },
        { prints: 'called off: False, reports: 1', holds: { called_off: 'False', reports: '1' } },
      ],
      threads: 3,
      tasks: true,
    },
    hints: [
      'Kim must not catch what is meant for her.',
      'Is there a way to wait for the end of a task which does not raise what the task has raised?',
      'asyncio.wait([ada]) raises only when Kim herself is cancelled.',
    ],
    solution: calledOffFixed,
    moral:
      'asyncio.wait() tells nothing of how a task has ended, so what comes out of it is your own. Since 3.11 asyncio.current_task().cancelling() also says how often you were asked to end.',
  },
];
