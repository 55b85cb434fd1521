import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import kitchen from './kitchen_puzzle.py?raw';
import kitchenFixed from './kitchen_puzzle_fixed.py?raw';
import mailbox from './mailbox_puzzle.py?raw';
import mailboxFixed from './mailbox_puzzle_fixed.py?raw';
import { moves } from './moves';
import partner from './partner_puzzle.py?raw';
import permit from './permit_puzzle.py?raw';
import permitFixed from './permit_puzzle_fixed.py?raw';
import printers from './printers_puzzle.py?raw';
import rounds from './rounds_puzzle.py?raw';
import roundsFixed from './rounds_puzzle_fixed.py?raw';
import tea from './tea_puzzle.py?raw';
import teaFixed from './tea_puzzle_fixed.py?raw';

/** About conditions, events, semaphores and barriers. */
export const waiting: readonly Puzzle[] = [
  {
    id: 'tea',
    program: { name: 'tea_puzzle.py', source: tea },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'A condition remembers nothing: a notification reaches only those who wait when it comes.',
      'Ben must have seen an empty pot, and must not wait yet when Ada notifies.',
      'Take one step with Ben, so that he has looked. Then let Ada do all of her work.',
    ],
    solution: moves('2 1111111 222'),
    moral:
      'The tea came between Ben’s look and his wait, so nobody was there to be woken. Look at what you wait for while you hold the condition’s lock, and change it only while you hold that lock.',
  },
  {
    id: 'tea-fix',
    program: { name: 'tea_puzzle.py', source: tea },
    goal: { kind: 'fix', endings: [{ prints: 'Ben has green tea', holds: { cup: "'green tea'" } }], threads: 2 },
    hints: [
      'Between Ben’s look into the pot and his wait, Ada must not be able to change the pot.',
      'Both the look and the change belong in a “with changed:” block.',
      'Let Ben look inside the block, with “while pot is None:” around the wait, and let Ada fill the pot inside hers.',
    ],
    solution: teaFixed,
    moral:
      'Now Ada can fill the pot only before Ben looks, or while he waits: wait() lets go of the lock only when Ben already counts as waiting. In your own code, “with changed: changed.wait_for(lambda: …)” is all of this in one line.',
  },
  {
    id: 'mailbox-fix',
    program: { name: 'mailbox_puzzle.py', source: mailbox },
    goal: { kind: 'fix', endings: [{ prints: '0 left in the box', holds: { box: '[]' } }], threads: 3 },
    hints: [
      'Everybody looks again after a wait, as they should. But who is woken?',
      'Ben and Kim wait for a letter, and Ada for an empty box, all on one condition. A notification wakes one of them.',
      'What if Ben empties the box, and his notification wakes Kim? Wake all of them: notify_all().',
    ],
    solution: mailboxFixed,
    moral:
      'notify() may wake a thread that can do nothing with the news, and then the news is gone. It is enough only where all who wait on a condition wait for one and the same thing. Otherwise use notify_all(), or a condition of its own for each thing, all with one lock, as queue.Queue does.',
  },
  {
    id: 'kitchen',
    program: { name: 'kitchen_puzzle.py', source: kitchen },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 3 } },
    hints: [
      'An event does not count. It is set or not, however often somebody sets it.',
      'An order must come when Kim has looked for the last time, but has not yet called clear.',
      'Let Ada order, and let Kim cook that soup and find no other order. Then let Ben order, and go on with Kim.',
    ],
    solution: moves('1111 33333 2222 3333'),
    moral:
      'Ben rang, and Kim’s clear() took that for the ring that had been answered. One soup waits, and Kim waits for a bell that nobody will ring again.',
  },
  {
    id: 'kitchen-fix',
    program: { name: 'kitchen_puzzle.py', source: kitchen },
    goal: { kind: 'fix', endings: [{ prints: '2 cooked', holds: { cooked: '2', orders: '[]' } }], threads: 3 },
    hints: [
      'What if the bell rings after Kim’s last look at the orders?',
      'A ring may come at any time. After each one, Kim must look once more.',
      'Two of Kim’s statements are in the wrong order: clear the bell first, and look at the orders then.',
    ],
    solution: kitchenFixed,
    moral:
      'A ring that comes before the clear is answered by the look that follows, and one that comes after it is still there for the next wait. The worst that can happen is a look at no orders at all. Where each item must be handed over once, a queue.Queue does it for you.',
  },
  {
    id: 'printers',
    program: { name: 'printers_puzzle.py', source: printers },
    goal: { kind: 'break', ending: { kind: 'raises', error: 'IndexError' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'How many does the semaphore let in, and how many printers are there?',
      'One of them must still have the printer when the other one comes for it.',
      'Let Ada go in and take the printer. Then it is Ben’s turn.',
    ],
    solution: moves('111 22222 11111'),
    moral:
      'The semaphore did what it was told: it let two in. It knows nothing of printers, so its number must come from what it guards: Semaphore(len(printers)). A queue.Queue that holds the printers cannot be wrong about their number.',
  },
  {
    id: 'permit',
    program: { name: 'permit_puzzle.py', source: permit },
    goal: { kind: 'break', ending: { kind: 'prints', line: 'at most 2 at once' }, limit: { of: 'switches', most: 3 } },
    hints: [
      'What happens to the permit when a thread has not got it?',
      'Somebody must fail to get the permit while the other one is loading, and come again.',
      'Let Ada begin to load, and stay there. Ben skips his first file, and gives back a permit that he never had.',
    ],
    solution: moves('1111 222222222 1111 2222'),
    moral:
      'A “finally” runs also when there is nothing to give back, and a semaphore takes every release(), whoever calls it: now it has a permit more than it began with. Acquire before the “try”. A BoundedSemaphore raises ValueError where it would get more permits than it was made with.',
  },
  {
    id: 'permit-fix',
    program: { name: 'permit_puzzle.py', source: permit },
    goal: { kind: 'fix', endings: [{ prints: 'at most 1 at once', holds: { most: '1' } }], threads: 2 },
    hints: [
      'Who calls release(), and who may call it?',
      'Only a thread that has got the permit may give it back.',
      'Let “if permit.acquire(blocking=False):” come first, and put the “try” with its “finally” into it.',
    ],
    solution: permitFixed,
    moral:
      'Each release() now follows an acquire() that succeeded, so there is never more than one permit. Where a thread may wait for its turn, “with permit:” does all this, and cannot be written wrong.',
  },
  {
    id: 'rounds',
    program: { name: 'rounds_puzzle.py', source: rounds },
    goal: { kind: 'break', ending: { kind: 'prints', line: '[5, 5]' }, limit: { of: 'switches', most: 4 } },
    hints: [
      'The barrier says that the die has been rolled. Does it say that the number has been noted?',
      'Ben must roll for the second time before Ada has noted the first number.',
      'Let Ada wait first. Then Ben rolls, comes to the barrier, and goes on until he has rolled again.',
    ],
    solution: moves('1111 2222 11111111 222 111111'),
    moral:
      'Both passed the barrier, and from there on nobody waited for anybody: Ben wrote a new number over the one that Ada had still to read. What is used again in each round needs two meetings: one when it is written, and one when it has been read.',
  },
  {
    id: 'rounds-fix',
    program: { name: 'rounds_puzzle.py', source: rounds },
    goal: { kind: 'fix', endings: [{ prints: '[3, 5]', holds: { noted: '[3, 5]' } }], threads: 2 },
    hints: [
      'Ben must not roll again before something has happened. What?',
      'They have to meet twice in each round: when the number is there, and when it is noted.',
      'Add a second wait to both loops. It may be at the same barrier, since that can be used again.',
    ],
    solution: roundsFixed,
    moral:
      'Between the first meeting and the second one the die belongs to Ada, between the second and the next first one to Ben. Each number is read before it is written over, in every schedule.',
  },
  {
    id: 'partner',
    program: { name: 'partner_puzzle.py', source: partner },
    goal: { kind: 'break', ending: { kind: 'prints', line: '0 play' }, limit: { of: 'switches', most: 2 } },
    time: 'free',
    hints: [
      'What becomes of a barrier at which somebody has given up?',
      'Somebody must wait alone, for so long that the time is over before the next one comes.',
      'Let Ada come, wait and give up. Then let Ben and Kim come.',
    ],
    solution: moves('111111 22 33'),
    moral:
      'A timeout at a barrier breaks it for everybody: Ben and Kim were both there, and each got a BrokenBarrierError. It stays broken until somebody calls reset(). So a barrier suits a fixed group that succeeds or fails together; for people who come and go, hand out partners by a queue.',
  },
];
