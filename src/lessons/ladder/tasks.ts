import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import archive from './archive_puzzle.py?raw';
import archiveFixed from './archive_puzzle_fixed.py?raw';
import bill from './bill_puzzle.py?raw';
import billFixed from './bill_puzzle_fixed.py?raw';
import cancel from './cancel_puzzle.py?raw';
import cancelFixed from './cancel_puzzle_fixed.py?raw';
import { moves } from './moves';
import steps from './steps_puzzle.py?raw';

/** About tasks of asyncio. Thread 1 is the task that runs `main()`. */
export const tasks: readonly Puzzle[] = [
  {
    id: 'bill-fix',
    program: { name: 'bill_puzzle.py', source: bill },
    goal: { kind: 'fix', endings: [{ prints: '4 to pay', holds: { bill: '4' } }], threads: 2, tasks: true },
    hints: [
      'One line has an await in it. What has been read by then?',
      '“bill += …” reads the bill first, then works out what stands on the right, and then adds.',
      'Await the price in a line of its own, and add it in the next one.',
    ],
    solution: billFixed,
    moral:
      'No await now lies between the read of the bill and the write, so no other task can come in between, and no lock is needed. In your own code, look for an await on the right of “+=”.',
  },
  {
    id: 'steps-prove',
    program: { name: 'steps_puzzle.py', source: steps },
    goal: { kind: 'prove', ending: { kind: 'prints', line: '2' } },
    tasks: true,
    hints: [
      'Each task reads, awaits and writes. Does the await let the other task in?',
      'A task lets go of the event loop only where it has to wait. What does one_more() wait for?',
      'Nothing there waits, so nothing comes in between. To be sure, try every order.',
    ],
    moral:
      'An await by itself gives nothing up: one_more() returned at once, and the task went on. But the program is right only as long as one_more() never waits. The day somebody asks a database there, updates are lost.',
  },
  {
    id: 'cancel',
    program: { name: 'cancel_puzzle.py', source: cancel },
    goal: { kind: 'break', ending: { kind: 'deadlock' }, limit: { of: 'switches', most: 4 } },
    tasks: true,
    hints: [
      'What does Ada hold that would not be given back if she were called off?',
      'Ada must be called off when she has got the lock, and has not yet let go of it.',
      'Let main() start all three: Task-1 runs it. Let Ada go on until the disk is at work. Then it is Kim’s turn.',
    ],
    solution: moves('111111 2222 44444 2 3333'),
    moral:
      'A cancelled task gets a CancelledError at the await where it stands. Ada never came to release(), and Ben waits for a lock that nobody holds any more. What must happen at the end belongs into “async with” or “finally”.',
  },
  {
    id: 'cancel-fix',
    program: { name: 'cancel_puzzle.py', source: cancel },
    goal: {
      kind: 'fix',
      endings: [
        { prints: 'last line: from Ben', holds: { lines: "['from Ben']" } },
        { prints: 'last line: from Ben', holds: { lines: "['from Ada', 'from Ben']" } },
        { prints: 'last line: from Ada', holds: { lines: "['from Ben', 'from Ada']" } },
      ],
      threads: 3,
      tasks: true,
    },
    hints: [
      'Ada may be called off at any await, also while she holds the lock.',
      'The lock must be let go of however the function ends.',
      'Write “async with lock:” in place of the calls of acquire() and release().',
    ],
    solution: cancelFixed,
    moral:
      'The block lets go of the lock on every way out, and a cancellation is one of them. So Ben’s line is always written, whatever becomes of Ada.',
  },
  {
    id: 'archive',
    program: { name: 'archive_puzzle.py', source: archive },
    goal: {
      kind: 'break',
      ending: { kind: 'prints', line: 'added: photo, archive closed' },
      limit: { of: 'switches', most: 4 },
    },
    tasks: true,
    hints: [
      'gather() raises what the first task raised. What becomes of the others?',
      'Ben must still be reading when main() has learnt of the failure.',
      'Let main() start both: Task-1 runs it. Let Ada fail, and go on with main() until it has closed the archive, and then with Ben.',
    ],
    solution: moves('11111 22222 11 33333 11'),
    moral:
      'gather() told main() of the first failure and cancelled nobody: Ben went on, and wrote into a closed archive. After a gather() that failed, its other tasks may still be at work.',
  },
  {
    id: 'archive-fix',
    program: { name: 'archive_puzzle.py', source: archive },
    goal: {
      kind: 'fix',
      endings: [
        { prints: 'added:', holds: { added: '[]', archive: "'closed'" } },
        { prints: 'added: photo, archive open', holds: { added: "['photo, archive open']", archive: "'closed'" } },
      ],
      threads: 2,
      tasks: true,
    },
    hints: [
      'When may the archive be closed?',
      'Nobody may still be at work then: the other task must be over, or have been cancelled.',
      'Start both in a block “async with asyncio.TaskGroup() as group:”, and write “except* OSError:”.',
    ],
    solution: archiveFixed,
    moral:
      'A task group cancels the others when one of its tasks fails, and its block ends only when all of them are over. So after it nobody is at work behind your back.',
  },
];
