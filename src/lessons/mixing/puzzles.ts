import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import voucher from './voucher_puzzle.py?raw';
import voucherFixed from './voucher_puzzle_fixed.py?raw';

/** Thread 1 is the task that runs `main()`. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'voucher',
    program: { name: 'voucher_puzzle.py', source: voucher },
    goal: {
      kind: 'break',
      ending: { kind: 'prints', line: '2 bought, -10 left' },
      limit: { of: 'switches', most: 3 },
    },
    hints: [
      'Both must find the voucher still good. When is it still good, although a thing has been bought?',
      'Between bought.append(thing) and the line below it, another thread may come in.',
      'Go on with main(), which Task-1 runs, until the book is in the list, and the voucher not yet paid. Then let the till do all that it does.',
    ],
    solution: moves('1111111111111 222222 1111 222'),
    moral:
      'Between two awaits, the loop lets no other task in. It has no power over a thread: that came in between the look and the payment, as it would into any function of threads.',
  },
  {
    id: 'voucher-fix',
    program: { name: 'voucher_puzzle.py', source: voucher },
    goal: {
      kind: 'fix',
      endings: [
        { prints: '1 bought, 0 left', holds: { bought: "['book']", voucher: '0' } },
        { prints: '1 bought, 0 left', holds: { bought: "['film']", voucher: '0' } },
      ],
      threads: 2,
    },
    hints: [
      'What runs in the loop needs no lock against others that run in the loop.',
      'The thread can ask the loop to buy the film.',
      'Let the pool call loop.call_soon_threadsafe, with buy and "film" as its arguments.',
    ],
    solution: voucherFixed,
    moral:
      'Now both purchases are made in the thread of the loop, one after the other, and buy() needs no lock. (With run_coroutine_threadsafe the till would also be told whether it got the film.) A threading.Lock around the look and the payment mends it as well.',
  },
];
