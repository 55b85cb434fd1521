import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import again from './again_puzzle.py?raw';
import againFixed from './again_puzzle_fixed.py?raw';
import start from './start_puzzle.py?raw';
import startFixed from './start_puzzle_fixed.py?raw';
import table from './table_puzzle.py?raw';
import tableFixed from './table_puzzle_fixed.py?raw';

export const puzzles: readonly Puzzle[] = [
  {
    id: 'table',
    program: { name: 'table_puzzle.py', source: table },
    goal: { kind: 'break', ending: { kind: 'raises', error: 'IndexError' }, limit: { of: 'switches', most: 4 } },
    hints: [
      'One of them must be woken for a dish, and the dish must be gone when they come to the table.',
      'Let Ada go to sleep at the empty table, and let Kim serve one dish. Ada is woken, but she has not yet got the lock back.',
      'Now Ben comes, finds the dish, and eats it. Then it is Ada’s turn.',
    ],
    solution: [...'111133333333222222211113333333333'].map(Number),
    moral:
      'It was right to wake Ada, but she did not look again: after the notification, Ben came before she had the lock back.',
  },
  {
    id: 'table-fix',
    program: { name: 'table_puzzle.py', source: table },
    goal: { kind: 'fix', endings: [{ prints: '2 eaten', holds: { table: '[]', eaten: '2' } }], threads: 3 },
    hints: [
      'It is no help to wake everybody with notify_all: even more of them then come to an empty table.',
      'A thread that wakes up must look again, and wait again if there is nothing.',
      'Changing one word is enough: the “if”.',
    ],
    solution: tableFixed,
    moral:
      'Being woken only means that it is worth looking. With “while” the thread looks each time, under the lock, before it goes on.',
  },
  {
    id: 'start',
    program: { name: 'start_puzzle.py', source: start },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 1 } },
    hints: [
      'What does the condition keep of a notification?',
      'Both take the lock, so nobody gets between a look and a wait. But who comes first?',
      'Let Kim fire before Ada has come to the line.',
    ],
    solution: [...'22222221111'].map(Number),
    moral:
      'The notification was a moment, and Ada missed it. That there had been a shot stood in a variable, but she did not look at it before she went to sleep.',
  },
  {
    id: 'start-fix',
    program: { name: 'start_puzzle.py', source: start },
    goal: { kind: 'fix', endings: [{ prints: 'Ada ran after 1 shot', holds: { heard: '1' } }], threads: 2 },
    hints: [
      'Who comes late must be able to see that there has been a shot.',
      'Kim counts her shots under the lock. What must Ada do before she waits?',
      'Let Ada say “while shots == 0:” around the wait.',
    ],
    solution: startFixed,
    moral:
      'Ada sleeps only if there has been no shot, and Kim cannot fire between her look and her sleep, since Ada holds the lock until she sleeps. A flag and a condition, used like this, are a threading.Event.',
  },
  {
    id: 'again-fix',
    program: { name: 'again_puzzle.py', source: again },
    goal: { kind: 'fix', endings: [{ prints: '[1, 1, 2, 2]', holds: { trail: '[1, 1, 2, 2]' } }], threads: 2 },
    time: 'free',
    hints: [
      'What does a thread have to know when it wakes up: how many are there, or whether its own meeting is over?',
      'A number that only grows cannot be mistaken: count the meetings.',
      'Note the number of the meeting on arrival, and wait while it is still that number. Or take threading.Barrier(2).',
    ],
    solution: againFixed,
    moral:
      'Each waits for the end of its own meeting, and the number of the next one is another. threading.Barrier does it in another way: it lets nobody in for the next round before all have left the last one.',
  },
];
