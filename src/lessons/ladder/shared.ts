import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import apples from './apples_puzzle.py?raw';
import applesFixed from './apples_puzzle_fixed.py?raw';
import clock from './clock_puzzle.py?raw';
import deposit from './deposit_puzzle.py?raw';
import guests from './guests_puzzle.py?raw';
import guestsFixed from './guests_puzzle_fixed.py?raw';
import job from './job_puzzle.py?raw';
import { moves } from './moves';
import numbers from './numbers_puzzle.py?raw';
import numbersFixed from './numbers_puzzle_fixed.py?raw';
import prices from './prices_puzzle.py?raw';
import pricesFixed from './prices_puzzle_fixed.py?raw';

/** About what threads share: behind a lock that does not help, made once for all, gone through one by one, or safe only with the GIL. */
export const shared: readonly Puzzle[] = [
  {
    id: 'deposit',
    program: { name: 'deposit_puzzle.py', source: deposit },
    goal: { kind: 'break', ending: { kind: 'prints', line: 'balance 9' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'A lock stops only those who want that very lock.',
      'One of them must come between the other’s read of the balance and the write that follows.',
      'The balance is read before the fee is worked out. Leave Ada in the function, and let Ben pay in.',
    ],
    solution: moves('111 22222 11'),
    moral:
      'threading.Lock() makes a new lock, and each call made its own, which nobody else could want. One lock must be made once, beside the data that it guards, and everybody must use that one.',
  },
  {
    id: 'apples-fix',
    program: { name: 'apples_puzzle.py', source: apples },
    goal: { kind: 'fix', endings: [{ prints: '3 apples left', holds: { apples: '3' } }], threads: 2 },
    hints: [
      'Each of the two functions is right by itself. Is a call of one and then the other?',
      'Between the look and the change, the lock is free.',
      'Write one function that takes a number off the stock, and reads and writes under one “with lock:”.',
    ],
    solution: applesFixed,
    moral:
      'Two steps that are safe do not make one step that is safe. What must happen in one piece must be one operation of the thing that has the lock: “take one off”, and not “tell me” and “set it to”.',
  },
  {
    id: 'prices',
    program: { name: 'prices_puzzle.py', source: prices },
    goal: { kind: 'break', ending: { kind: 'raises', error: 'KeyError' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'The lock keeps out those who find no prices. Who comes past without it?',
      'Ben must look when there are prices, but not yet all of them.',
      'Let Ada go on until she fetches the price of milk. Then let Ben buy.',
    ],
    solution: moves('11 2 11111111'),
    moral:
      'Everybody could see the dictionary when it had only just been made. Ben looked before the lock, found that it was not None, and took it for complete. The double check was right; what it looked at came too early.',
  },
  {
    id: 'prices-fix',
    program: { name: 'prices_puzzle.py', source: prices },
    goal: {
      kind: 'fix',
      endings: [
        {
          prints: '6 to pay',
          holds: { prices: "{'milk': 1, 'tea': 3}", fetched: "['milk', 'tea']", bill: '[3, 3]' },
        },
      ],
      threads: 2,
    },
    hints: [
      'The two looks at “prices” may stay as they are. What is wrong with the assignment?',
      'Nobody may see the dictionary before all prices are in it.',
      'Fill a local dictionary, and assign it to “prices” as the last thing that is done under the lock.',
    ],
    solution: pricesFixed,
    moral:
      'An assignment to a variable is one step: others find None, or all prices. So in Python a double check works if the assignment comes last. Where it need not be fast, leave the first check out and always take the lock: that is easier to get right.',
  },
  {
    id: 'guests',
    program: { name: 'guests_puzzle.py', source: guests },
    goal: { kind: 'break', ending: { kind: 'raises', error: 'RuntimeError' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'A loop over a dictionary is not one step.',
      'Ben must come in while Ada is in the midst of counting.',
      'Let Ada look at the first guest, then let Ben come in, and go on with Ada.',
    ],
    solution: moves('11 2 1'),
    moral:
      'With the GIL too, another thread may come in at each round of a loop. A dictionary notices that its size has changed and raises RuntimeError. A list notices nothing, and a loop over it may miss items or see them twice.',
  },
  {
    id: 'guests-fix',
    program: { name: 'guests_puzzle.py', source: guests },
    goal: { kind: 'fix', endings: [{ prints: '1 by phone', holds: { phones: '1' } }], threads: 2 },
    hints: [
      'What Ada goes through must not change while she does.',
      'Either Ben has to wait until she is done, or she goes through something that is her own.',
      'Put list(…) around guests.values(), or let both hold one lock.',
    ],
    solution: guestsFixed,
    moral:
      'list(guests.values()) copies in one step, with the GIL and without, and then Ada goes through a list that only she has. It may be out of date when she is done: if that matters, hold a lock.',
  },
  {
    id: 'numbers',
    program: { name: 'numbers_puzzle.py', source: numbers },
    goal: { kind: 'break', ending: { kind: 'raises', error: 'ValueError' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'A generator runs in the thread that asks for its next number.',
      'Both must want a number at the same time.',
      'Let Ada begin the generator and stay in it. Then let Ben ask.',
    ],
    solution: moves('1 2 111'),
    moral:
      'A generator is a single call that stops and goes on, so only one thread can be in it. CPython with the GIL refuses the second one: “generator already executing”. Nothing makes that thread wait.',
  },
  {
    id: 'numbers-fix',
    program: { name: 'numbers_puzzle.py', source: numbers },
    goal: {
      kind: 'fix',
      endings: ['[1, 2]', '[2, 1]'].map((drawn) => ({ prints: '[1, 2]', holds: { drawn } })),
      threads: 2,
    },
    hints: [
      'Only one thread at a time may be in the generator.',
      'What has to happen under a lock is the call of next().',
      'Make one lock, and write “with lock:” around the line that draws.',
    ],
    solution: numbersFixed,
    moral:
      'The second thread now waits at the lock until the first one has its number. The lock must be around each next(), also where a “for” loop calls it. Since 3.15, threading.serialize_iterator() wraps an iterator so.',
  },
  {
    id: 'clock-gil',
    program: { name: 'clock_puzzle.py', source: clock },
    goal: { kind: 'prove', ending: { kind: 'prints', line: 'right' } },
    hints: [
      'Ada holds a lock, but Ben does not ask for it. Can he come in between her two assignments?',
      'A thread may be left where something is called, where a function begins, or where a loop goes round.',
      'There is no such place between the two assignments. To be sure, try every schedule.',
    ],
    moral:
      'Ben saw both numbers as they were before, or both as they are now. But no lock saw to that: there happens to be no call between the assignments. “A time that never was” takes the GIL away.',
  },
  {
    id: 'clock-free',
    program: { name: 'clock_puzzle.py', source: clock },
    goal: { kind: 'break', ending: { kind: 'prints', line: 'wrong: 10:59' }, limit: { of: 'switches', most: 2 } },
    rule: 'free-threaded',
    hints: [
      'Hour and minute are two variables, and each of them is right at any time.',
      'Ben must read both after one of them has been set, and before the other.',
      'Let Ada set the hour, and then let Ben read.',
    ],
    solution: moves('11 22222 1'),
    moral:
      'Ben read a time that never was. A lock that only writers hold does not help readers: who reads two things that belong together must hold it too. Or keep them in one object that is replaced as a whole: time = (10, 0).',
  },
  {
    id: 'job-gil',
    program: { name: 'job_puzzle.py', source: job },
    goal: { kind: 'prove', ending: { kind: 'prints', line: '1 done' } },
    hints: [
      'Both look whether there is a job, and act on what they saw. Can anybody come in between?',
      'What does “if jobs” call? And what comes after it?',
      'The first place where a thread can be left comes after pop() has returned. Try every schedule.',
    ],
    moral:
      '“if jobs” calls nothing for a list, so CPython with the GIL does not look before pop() has taken the job. A len() of your own in a class, or a call in the condition, and this would be wrong with the GIL as well.',
  },
  {
    id: 'job-free',
    program: { name: 'job_puzzle.py', source: job },
    goal: { kind: 'break', ending: { kind: 'raises', error: 'IndexError' }, limit: { of: 'switches', most: 2 } },
    rule: 'free-threaded',
    hints: [
      'It is the program that the GIL keeps safe.',
      'Both must see the job before either of them takes it.',
      'Let Ada see that there is a job. Then let Ben do all of his work.',
    ],
    solution: moves('11 22222222 11111'),
    moral:
      'pop() is safe without the GIL too, and so is the look, but not one and then the other. Do not look first: call pop(), and handle the IndexError, or take the jobs from a queue.',
  },
];
