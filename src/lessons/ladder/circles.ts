import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import chores from './chores_puzzle.py?raw';
import choresFixed from './chores_puzzle_fixed.py?raw';
import crawler from './crawler_puzzle.py?raw';
import ledger from './ledger_puzzle.py?raw';
import ledgerFixed from './ledger_puzzle_fixed.py?raw';
import { moves } from './moves';
import shutdown from './shutdown_puzzle.py?raw';
import shutdownFixed from './shutdown_puzzle_fixed.py?raw';
import upgrade from './upgrade_puzzle.py?raw';

/** About queues, and about threads that wait for each other in a circle. */
export const circles: readonly Puzzle[] = [
  {
    id: 'crawler',
    program: { name: 'crawler_puzzle.py', source: crawler },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 3 } },
    hints: [
      'The queue has room for one page. Who waits for room, and who makes it?',
      'The queue must be full at the moment when Ben has found a link.',
      'Let Ben take the first page, and then let Ada queue the second one before he queues his link.',
    ],
    solution: moves('11 222 111 22'),
    moral:
      'There is no lock in this program, and still a deadlock: Ben waits for room in the queue that only Ben empties. A thread that takes from a bounded queue must not have to wait to put into it: keep what it finds in a list of its own, or give the queue no bound.',
  },
  {
    id: 'chores-fix',
    program: { name: 'chores_puzzle.py', source: chores },
    goal: { kind: 'fix', endings: [{ prints: 'cook sweep', holds: { done: "['cook', 'sweep']" } }], threads: 2 },
    hints: [
      'empty() says how it was. What may have happened when get() is called?',
      'Asking and taking must be one step, and a thread that gets nothing must not wait.',
      'Call jobs.get_nowait(), which raises queue.Empty where there is nothing, and return then.',
    ],
    solution: choresFixed,
    moral:
      'get_nowait() looks and takes in one step, so nobody waits for a job that another thread has. This works because no more jobs come. Where they do come, let the workers wait in get(), and end them by a message of their own: one None for each of them, or Queue.shutdown() since 3.13.',
  },
  {
    id: 'shutdown',
    program: { name: 'shutdown_puzzle.py', source: shutdown },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 1 } },
    hints: [
      'There is one lock. What else does somebody wait for?',
      'Ben waits for Ada’s end. What may Ada still need for it?',
      'Let Ben take the lock first, and wait for Ada. Then it is her turn.',
    ],
    solution: moves('22 1'),
    moral:
      'Ben held the lock and waited for Ada, and Ada needed the lock to come to her end. join() is a wait like any other: never wait for a thread while you hold a lock that it may want.',
  },
  {
    id: 'shutdown-fix',
    program: { name: 'shutdown_puzzle.py', source: shutdown },
    goal: {
      kind: 'fix',
      endings: [
        "['first', 'second', 'goodbye', 'closed']",
        "['first', 'goodbye', 'closed']",
        "['goodbye', 'closed']",
      ].map((log) => ({
        prints: 'last line: closed',
        holds: { log },
      })),
      threads: 2,
    },
    hints: [
      'Which of Ben’s statements need the lock?',
      'Ada must be able to take the lock once more, to see that she is to stop.',
      'Take the join out of the “with” block. But leave it before the last line of the log.',
    ],
    solution: shutdownFixed,
    moral:
      'The lock is held for one assignment, and nobody waits under it. A good habit: say under the lock what is to happen, let go of it, and wait then.',
  },
  {
    id: 'ledger-fix',
    program: { name: 'ledger_puzzle.py', source: ledger },
    goal: { kind: 'fix', endings: [{ prints: 'balance 0', holds: { balance: '0' } }], threads: 2 },
    hints: [
      'Let Ben begin. Which locks does he hold while he waits?',
      'paid.wait() lets go of the lock that belongs to “paid”, and of no other.',
      'Make it one lock: paid = threading.Condition(books). Then hold only that one.',
    ],
    solution: ledgerFixed,
    moral:
      'Ben slept with the books under his arm, so Ada could not pay in what he was waiting for. Hold no other lock when you wait on a condition. A condition can be made for a lock that is already there, and several conditions can share one.',
  },
  {
    id: 'upgrade',
    program: { name: 'upgrade_puzzle.py', source: upgrade },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'One waits until the other has finished reading. When does that one finish?',
      'Both must have begun to read before either of them has written.',
      'Let Ada begin to read. Then let Ben come, until he waits for Ada to finish. Then go on with Ada.',
    ],
    solution: moves('11111 222222222 1111'),
    moral:
      'Each is a reader who waits for the last other reader to go, and neither goes. So a reader cannot become a writer while it keeps its place. Let it leave first and then look at the page again, or let it come as a writer from the start.',
  },
];
