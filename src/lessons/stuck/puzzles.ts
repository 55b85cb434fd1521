import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import journal from './journal_puzzle.py?raw';
import journalFixed from './journal_puzzle_fixed.py?raw';
import polite from './polite_puzzle.py?raw';

/** Two who give way to each other until neither tries any more, and two locks that no function takes together. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'polite',
    program: { name: 'polite_puzzle.py', source: polite },
    goal: { kind: 'break', ending: { kind: 'prints', line: '0 cooked' }, limit: { of: 'switches', most: 3 } },
    hints: [
      'Who fails must find the other pan taken. So each of them has to try while the other one holds a pan, and each has to do so twice.',
      'A cook who has put a pan back may take it up again at once, before anybody else can.',
      'Let Ada take her pan. Let Ben fail once, and take his pan for the second time. Then Ada may fail as often as she likes.',
    ],
    solution: [...'11222222211111111222'].map(Number),
    moral:
      'Nobody waited for anybody, and still nobody cooked: each gave way exactly when the other one could have gone on. Where they try again without end, that is a livelock.',
  },
  {
    id: 'journal-fix',
    program: { name: 'journal_puzzle.py', source: journal },
    goal: {
      kind: 'fix',
      endings: ["['paid in', 'closed']", "['closed', 'paid in']"].map((lines) => ({
        prints: 'balance 9, 2 lines',
        holds: { balance: '9', journal: lines },
      })),
      threads: 2,
    },
    hints: [
      'No function takes two locks. Which of them calls one that takes a lock, and holds a lock while it does?',
      'There are two: pay_in holds the balance’s lock when it calls write, and close_day holds the journal’s lock when it calls take_fee.',
      'It is enough that one of the two lets go first: move the call of write out of the “with” block.',
    ],
    solution: journalFixed,
    moral:
      'The two locks were never in one function, and the circle was closed by a call. So call nothing that you do not know while you hold a lock: finish under the lock, let go, and call then.',
  },
];
