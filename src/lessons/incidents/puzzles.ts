import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import friday from './friday_puzzle.py?raw';
import fridayFixed from './friday_puzzle_fixed.py?raw';
import goodbye from './goodbye_puzzle.py?raw';
import goodbyeFixed from './goodbye_puzzle_fixed.py?raw';
import hits from './hits_puzzle.py?raw';
import hitsFixed from './hits_puzzle_fixed.py?raw';
import rates from './rates_puzzle.py?raw';
import ratesFixed from './rates_puzzle_fixed.py?raw';
import receipts from './receipts_puzzle.py?raw';
import receiptsFixed from './receipts_puzzle_fixed.py?raw';
import seat from './seat_puzzle.py?raw';
import seatFixed from './seat_puzzle_fixed.py?raw';

/** Where the part of a program begins that the page runs as it is. */
const keepsFrom = '# From here on it stays as it is';

/** The programs of the incidents. Four cures are proven by trying every schedule, and two, whose fault shows in a time and an amount, by running them. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'seat-fix',
    program: { name: 'seat_puzzle.py', source: seat },
    goal: {
      kind: 'fix',
      endings: ["['Ada']", "['Ben']"].map((tickets) => ({ prints: 'tickets for seat 7C: 1', holds: { tickets } })),
      threads: 2,
    },
    time: 'free',
    hints: [
      'Each method of the plan is right by itself. What may happen between the two calls in `sell`?',
      'Looking and booking must be one step for everybody else, so one lock must be held from the look to the booking.',
      'Let `book` look for itself, inside its `with` block, and return whether it booked.',
    ],
    solution: seatFixed,
    moral:
      'A lock in each method makes each method one step. Two calls are two steps, and the world may change in between. What belongs together needs one method that does both.',
  },
  {
    id: 'freeze-fix',
    program: { name: 'rates_puzzle.py', source: rates },
    goal: {
      kind: 'run',
      keepsFrom,
      checks: [
        {
          line: /^slowest answer: ([\d,]+) ms$/,
          most: 300,
          otherwise: 'No answer should take more than 300 ms, half of what the bank needs.',
        },
        {
          line: /^rate: .*, fetched (\d+) times$/,
          least: 2,
          otherwise: 'The rate must still be fetched, again and again.',
        },
        { line: /^rate: ([\d.]+), /, least: 1.1, most: 1.1, otherwise: 'Its value, 1.1, must arrive in `rate`.' },
      ],
    },
    hints: [
      'Which line keeps the thread of the event loop for more than half a second?',
      'The library cannot be changed, so the call of `fetch_rate` must go to another thread, and the task must await it.',
      'Write `rate = await asyncio.to_thread(fetch_rate)`.',
    ],
    solution: ratesFixed,
    moral:
      'The call waits as long as before, and now it waits in a thread of its own. The loop goes on, and the task gets its turn again when the rate is there. (In the real service, one failure of the bank would also end the task, and nobody would notice: it needs a `try`.)',
  },
  {
    id: 'friday-fix',
    program: { name: 'friday_puzzle.py', source: friday },
    goal: {
      kind: 'fix',
      endings: ["{'North': 7, 'South': 11}", "{'South': 11, 'North': 7}"].map((reports) => ({
        prints: 'reports: 2',
        holds: { reports },
      })),
      threads: 1,
    },
    time: 'free',
    hints: [
      'On a Friday a report waits for a task. Who is to do that task?',
      'The pool has one thread, and that one is in the report.',
      'Let a report add up its week itself, with no task. (A second pool for the sums, or sums that the main thread asks for first, are right, too. But they have more schedules than the page can try.)',
    ],
    solution: fridayFixed,
    moral:
      'A task that waits for a task of its own pool takes away the thread that the other one needs. On four days of the week no report did that. With more threads it would only come later: when all of them wait.',
  },
  {
    id: 'growth-fix',
    program: { name: 'receipts_puzzle.py', source: receipts },
    goal: {
      kind: 'run',
      keepsFrom,
      checks: [
        {
          line: /^hour 5: .*, (\d+) tasks in memory$/,
          most: 1,
          otherwise: 'At the end of an hour only the task of main() should be there.',
        },
        {
          line: /^hour 5: (\d+) receipts sent/,
          least: 500,
          most: 500,
          otherwise: 'All 500 must be sent, so a task that waits for the mail server must not vanish.',
        },
      ],
    },
    hints: [
      'Why is there a set? If nobody keeps a task, it may vanish before it is done, so the set must stay.',
      'A task should be in the set until it is done, and no longer. Who notices that a task is done?',
      'Give the task a callback: `task.add_done_callback(sending.discard)`.',
    ],
    solution: receiptsFixed,
    moral:
      'The set keeps a task alive, so each task must be taken out when it is done. A TaskGroup keeps its tasks and lets go of them by itself; but it waits at its end, and one failure cancels all the others.',
  },
  {
    id: 'hits-fix',
    program: { name: 'hits_puzzle.py', source: hits },
    goal: {
      kind: 'fix',
      endings: ["{'home': 2, 'shop': 2}", "Counter({'home': 2, 'shop': 2})"].map((hits) => ({
        prints: 'hits: 2 2',
        holds: { hits },
      })),
      threads: 2,
    },
    time: 'free',
    hints: [
      'What does `hits[page] += 1` do with the dictionary? It is more than one thing.',
      'It reads a number and writes another one. With the GIL, no thread comes in between here. Without it, one may.',
      'Make a lock, and do the addition inside `with lock:`.',
    ],
    solution: hitsFixed,
    moral:
      'The comment came true by luck, on CPython since 3.10 with the GIL; Python’s own FAQ says the opposite. `+=` is a read and a write, and a lock makes them one step in each Python.',
  },
  {
    id: 'goodbye-fix',
    program: { name: 'goodbye_puzzle.py', source: goodbye },
    goal: {
      kind: 'fix',
      endings: [{ prints: 'archived: 2', holds: { archive: "['door opened', 'door closed']" } }],
      threads: 1,
      tasks: true,
    },
    time: 'free',
    hints: [
      '`join` waits until `task_done` was called for each message. When is that?',
      'The sender says that a message is done when it has taken it out of the queue. Then it still has to be stored.',
      'Call `task_done` after `store`.',
    ],
    solution: goodbyeFixed,
    moral:
      'A queue knows what was taken out of it, and not what became of that. `task_done` tells it, so it must come after the last thing that can be lost. If `store` can fail, it belongs in a `finally`, or `join` waits for ever.',
  },
];
