import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import bytes from './bytes_puzzle.py?raw';
import bytesFixed from './bytes_puzzle_fixed.py?raw';
import order from './order_puzzle.py?raw';
import orderFixed from './order_puzzle_fixed.py?raw';

/** The pool's thread is 1, the one that the program names is 2. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'bytes',
    program: { name: 'bytes_puzzle.py', source: bytes },
    goal: { kind: 'break', ending: { kind: 'prints', line: '0 bytes' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'The pool’s thread does two things when the page is there. What comes first: the news for Ada, or the callback?',
      'Ada must read the size when she has the page, and before the callback has counted it.',
      'Let the pool’s thread go on until Ada can move, and then let her run to her end.',
    ],
    solution: moves('111111 222 111'),
    moral:
      'A future first wakes those who wait for its result, and then makes its callbacks, one after another. So result() may return before any callback has run.',
  },
  {
    id: 'bytes-fix',
    program: { name: 'bytes_puzzle.py', source: bytes },
    goal: { kind: 'fix', endings: [{ prints: '512 bytes', holds: { report: '512' } }], threads: 2 },
    time: 'free',
    hints: [
      'Ada waits for the page, and needs something else: what the callback makes of it.',
      'Either she waits for the callback, or she needs no callback.',
      'The page itself is in her hands: result() returns it.',
    ],
    solution: bytesFixed,
    moral:
      'What you need after result() belongs into the result, not into a callback. If it must be a callback, wait for something that the callback sets, such as an Event, or for the end of the pool, which comes after all callbacks.',
  },
  {
    id: 'order',
    program: { name: 'order_puzzle.py', source: order },
    goal: {
      kind: 'break',
      ending: { kind: 'prints', line: '1 sent, 1 refunded' },
      limit: { of: 'switches', most: 3 },
    },
    hints: [
      'Ben looks first, and calls off then. Between the two, what he saw may become untrue.',
      'The pool’s thread must take the order when Ben has looked at it, and has not yet called it off.',
      'Let Ben ask running() and done(). Then let the pool’s thread send the order, and go on with Ben.',
    ],
    solution: moves('2222 1111111 222 111'),
    moral:
      'running() and done() tell what was true a moment ago. cancel() answers False when it came too late, and nobody listened.',
  },
  {
    id: 'order-fix',
    program: { name: 'order_puzzle.py', source: order },
    goal: {
      kind: 'fix',
      endings: [
        { prints: '0 sent, 1 refunded', holds: { sent: '0', refunds: '1' } },
        { prints: '1 sent, 0 refunded', holds: { sent: '1', refunds: '0' } },
      ],
      threads: 2,
    },
    hints: [
      'Which call decides whether the order is sent?',
      'cancel() looks and acts in one step, and says what came of it.',
      'Pay back only if cancel() returns True. The look before it is not needed.',
    ],
    solution: orderFixed,
    moral:
      'cancel() and the pool’s thread take the same lock inside the future, so one of them is first, and the answer tells which. Ask for forgiveness, not for permission: act, and look at the answer.',
  },
];
