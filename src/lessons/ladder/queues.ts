import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import crawler from './crawler_puzzle.py?raw';
import { moves } from './moves';

/** About queues, and about waiting in a circle. */
export const queues: readonly Puzzle[] = [
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
];
