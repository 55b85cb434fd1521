import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import friday from './friday_puzzle.py?raw';
import fridayFixed from './friday_puzzle_fixed.py?raw';
import goodbye from './goodbye_puzzle.py?raw';
import goodbyeFixed from './goodbye_puzzle_fixed.py?raw';
import hits from './hits_puzzle.py?raw';
import hitsFixed from './hits_puzzle_fixed.py?raw';
import seat from './seat_puzzle.py?raw';
import seatFixed from './seat_puzzle_fixed.py?raw';

/** The programs of the four incidents whose cure is proven by trying every schedule. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'seat-fix',
    program: { name: 'seat_puzzle.py', source: seat },
    goal: {
      kind: 'fix',
      endings: ["['Ada']", "['Ben']"].map((tickets) => ({ prints: 'tickets for seat 7C: 1', holds: { tickets } })),
      threads: 2,
    },
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
    hints: [
      'On a Friday a report waits for a task. Who is to do that task?',
      'The pool has one thread, and that one is in the report.',
      'Let a report add up its week itself, with no task. (A second pool for the sums is right, too. But it has more schedules than the page can try.)',
    ],
    solution: fridayFixed,
    moral:
      'A task that waits for a task of its own pool takes away the thread that the other one needs. On four days of the week no report did that. With more threads it would only come later: when all of them wait.',
  },
  {
    id: 'hits-fix',
    program: { name: 'hits_puzzle.py', source: hits },
    goal: {
      kind: 'fix',
      endings: [{ prints: 'hits: 2 2', holds: { hits: "{'home': 2, 'shop': 2}" } }],
      threads: 2,
    },
    hints: [
      'What does `hits[page] += 1` do with the dictionary? It is more than one thing.',
      'It reads a number and writes another one. With the GIL, no thread comes in between here. Without it, one may.',
      'Make a lock, and do the addition inside `with lock:`.',
    ],
    solution: hitsFixed,
    moral:
      'The comment was right about one Python, and no Python has ever promised it. What was hidden by the GIL is a read and a write, and a lock makes them one step in each Python.',
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
    hints: [
      '`join` waits until `task_done` was called for each message. When is that?',
      'The sender says that a message is done when it has taken it out of the queue. Then it still has to be stored.',
      'Call `task_done` after `store`.',
    ],
    solution: goodbyeFixed,
    moral:
      'A queue knows what was taken out of it, and not what became of that. `task_done` tells it, so it must come after the last thing that can be lost.',
  },
];
