import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import counter from './counter_puzzle.py?raw';
import counterCall from './counter_call_puzzle.py?raw';
import interest from './interest_puzzle.py?raw';
import interestFixed from './interest_puzzle_fixed.py?raw';
import record from './record_puzzle.py?raw';
import recordFixed from './record_puzzle_fixed.py?raw';
import tickets from './tickets_puzzle.py?raw';
import ticketsFixed from './tickets_puzzle_fixed.py?raw';
import transfers from './transfers_puzzle.py?raw';
import transfersFixed from './transfers_puzzle_fixed.py?raw';

/** Of each program: how to break it, and how to mend it. First those that break with the GIL. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'record',
    program: { name: 'record_puzzle.py', source: record },
    goal: { kind: 'break', ending: { kind: 'prints', line: '1' }, limit: { of: 'switches', most: 2 } },
    time: 'free',
    hints: [
      'An update is lost when one of them writes what was right before the other wrote.',
      'Let Ada read and fall asleep, and then go on with Ben.',
      'Ben may now read, sleep and write: Ada still holds the old number in her hand.',
    ],
    solution: [1, 1, 2, 2, 2, 2, 1, 1],
    moral:
      'Two switches were enough: one away from Ada between her read and her write, and one back to her. Where a thread sleeps, it lets go of the GIL, so this happens on every Python.',
  },
  {
    id: 'counter-call',
    program: { name: 'counter_call_puzzle.py', source: counterCall },
    goal: { kind: 'break', ending: { kind: 'prints', line: '1' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'A thread may be left where it calls the function. What has it read by then, and what has it not yet written?',
      'Let Ada go into the function, and Ben do all of his work.',
    ],
    solution: [1, 2, 2, 1],
    moral:
      'The call came after the read and before the write, and CPython may change threads where a function begins. So this program is wrong on every CPython, GIL or no GIL.',
  },
  {
    id: 'counter-gil',
    program: { name: 'counter_puzzle.py', source: counter },
    goal: { kind: 'prove', ending: { kind: 'prints', line: '4' } },
    hints: [
      'Look at where a step ends: between two rounds, or within one?',
      'You cannot get between a read and its write here. To be sure of that, you need every schedule.',
    ],
    moral:
      'A switch came before a round or after it, never within “counter += 1”. So this program is right, but only because of where one interpreter looks: “Lose an update without the GIL” runs it on another.',
  },
  {
    id: 'counter-free',
    program: { name: 'counter_puzzle.py', source: counter },
    goal: { kind: 'break', ending: { kind: 'prints', line: '2' }, limit: { of: 'switches', most: 2 } },
    rule: 'free-threaded',
    hints: [
      'Now the read of the counter is a step, and the write is another.',
      'Let Ada read, then let Ben do both of his rounds. Her write wipes out what he wrote.',
    ],
    solution: [1, 2, 2, 2, 2, 1, 1, 1],
    moral: 'The program is the one that cannot be broken with the GIL. It was never safe: the GIL only hid the race.',
  },
  {
    id: 'record-fix',
    program: { name: 'record_puzzle.py', source: record },
    goal: { kind: 'fix', endings: [{ prints: '2', holds: { record: '2' } }], threads: 2 },
    time: 'free',
    hints: [
      'Nobody else may touch the record between a read and the write that depends on it.',
      'Make one lock for both threads, outside of the function: lock = threading.Lock().',
      'All that the function does belongs in one “with lock:” block.',
    ],
    solution: recordFixed,
    moral:
      'Who comes first is still open. But the second one waits for the lock, and then reads what the first one wrote.',
  },
  {
    id: 'interest',
    program: { name: 'interest_puzzle.py', source: interest },
    goal: { kind: 'break', ending: { kind: 'prints', line: '110' }, limit: { of: 'switches', most: 3 } },
    hints: [
      'The lock stops only those who ask for it. Who reads the balance without asking?',
      'The interest is worked out before the lock is taken. What if the deposit has the lock just then, and has not written yet?',
    ],
    solution: [1, 2, 1, 1, 2, 2, 2],
    moral:
      'Nobody wrote without the lock, and still 50 are gone: what was written under the lock had been read before it.',
  },
  {
    id: 'interest-fix',
    program: { name: 'interest_puzzle.py', source: interest },
    goal: {
      kind: 'fix',
      endings: ['160', '165'].map((balance) => ({ prints: balance, holds: { balance } })),
      threads: 2,
    },
    hints: [
      'Holding the lock twice is no help: in between, it is free.',
      'The balance that grows must be the one that is there when the lock is held: begin the block before the first read.',
    ],
    solution: interestFixed,
    moral:
      'Whether the deposit still gets interest depends on who comes first: 165 or 160. Both are right; nothing is lost.',
  },
  {
    id: 'tickets',
    program: { name: 'tickets_puzzle.py', source: tickets },
    goal: { kind: 'break', ending: { kind: 'prints', line: '2 sold, -1 left' }, limit: { of: 'switches', most: 2 } },
    hints: [
      'Both have to see a ticket.',
      'Ada looks and begins to pay, and before she takes the ticket, Ben looks as well.',
    ],
    solution: [1, 2, 2, 1],
    moral: 'Each of them looked first, and what they saw was true. It was no longer true when they acted on it.',
  },
  {
    id: 'tickets-fix',
    program: { name: 'tickets_puzzle.py', source: tickets },
    goal: { kind: 'fix', endings: [{ prints: '1 sold, 0 left', holds: { tickets: '0', sold: '1' } }], threads: 2 },
    hints: [
      'A lock around the two lines that write comes too late: by then both have looked.',
      'What was seen must stay true until it is acted on: hold the lock from the “if” on.',
    ],
    solution: ticketsFixed,
    moral: 'Check and act are now one thing for everybody else. The second one to look sees that there is no ticket.',
  },
  {
    id: 'transfers',
    program: { name: 'transfers_puzzle.py', source: transfers },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'moves', most: 4 } },
    hints: [
      'In a deadlock each holds what the other one wants.',
      'Let Ada take the lock of the savings. Then leave her there.',
      'Now let Ben take his first lock. Whoever goes on then wants a lock that the other one holds.',
    ],
    solution: [1, 2, 2, 1],
    moral: 'Each of them holds one lock and waits for the other one. No schedule leads out of this state.',
  },
  {
    id: 'transfers-fix',
    program: { name: 'transfers_puzzle.py', source: transfers },
    goal: {
      kind: 'fix',
      endings: [{ prints: 'savings 100, checking 100', holds: { savings: '100', checking: '100' } }],
      threads: 2,
    },
    hints: [
      'Without the locks there is no deadlock, but without the GIL “-=” and “+=” are more than one step.',
      'If everybody takes the locks in the same order, nobody can hold the second and want the first.',
      'Or let nobody hold two locks at once: let go of one before you take the other.',
    ],
    solution: transfersFixed,
    moral:
      'The thread that has the first lock gets the second one as well, sooner or later. So the threads never wait for each other in a circle.',
  },
];
