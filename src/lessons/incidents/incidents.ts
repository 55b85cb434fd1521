import type { Incident } from './incident';

/** In the order of the lesson. The listings were recorded on CPython 3.14.10, the dump on 3.15.2. */
export const incidents: readonly Incident[] = [
  {
    id: 'seat',
    places: [
      {
        id: 'log',
        name: 'The log of both windows, in the first milliseconds of a sale',
        found:
          'Both windows ask before either of them books. (On this test machine the plan answers after a millisecond.)',
        listing: `2.1 ms  Window 1: is 7C free?
2.3 ms  Window 2: is 7C free?
3.3 ms  Window 1: 7C is free
3.4 ms  Window 2: 7C is free
5.0 ms  Window 1: 7C is booked for Ada
5.1 ms  Window 2: 7C is booked for Ben`,
      },
      {
        id: 'plan',
        name: 'The class Plan',
        found:
          '`_guests` is used in two methods, and both hold the lock while they use it. No other code touches `_guests`. A colleague has added the lock, “so that this can’t happen any more”.',
      },
      {
        id: 'guests',
        name: 'The two guests',
        found: 'Ada and Ben have never met. They paid with two cards, at two windows, and each of them pressed once.',
      },
      {
        id: 'python',
        name: 'The Python that runs it',
        found: 'CPython 3.14, with the GIL. `sys._is_gil_enabled()` is `True`.',
      },
    ],
    diagnosis: {
      text: 'Why were there two tickets for one seat?',
      options: [
        {
          id: 'unlocked',
          text: 'The dictionary is changed by two threads without a lock, and an entry gets lost.',
          right: false,
          why: 'Each use of the dictionary is inside `with self._lock`. Ben’s entry does replace Ada’s, but under the lock: a lock around each use cannot prevent that.',
        },
        {
          id: 'two-steps',
          text: 'To look and to book are two steps, and another window may look in between.',
          right: true,
          why: 'Each method is one step for the others. The sale calls two of them, and what it saw in the first is out of date in the second.',
        },
        {
          id: 'own-lock',
          text: 'Each window has a lock of its own, so that the two do not stop each other.',
          right: false,
          why: 'There is one plan, and it makes one lock, in `__init__`. Both windows use it.',
        },
      ],
    },
  },
  {
    id: 'freeze',
    places: [
      {
        id: 'processor',
        name: 'The time that the process computes',
        found:
          'In a run of two and a half seconds it was less than 20 ms. While it answers nobody, it computes nothing.',
      },
      {
        id: 'debug',
        name: 'A run with PYTHONASYNCIODEBUG=1',
        found:
          'In debug mode, asyncio names every step that keeps the loop for longer than a tenth of a second, with the line at which the step has ended. What took so much time comes before it. (Here without the places where things were made.)',
        listing: `Executing <Task pending name='keeper' coro=<keep_rate() running at
rates_puzzle.py:14> …> took 0.604 seconds`,
      },
      {
        id: 'garbage',
        name: 'The garbage collector',
        found: '`gc.callbacks` was told of no collection at all during the run.',
      },
      {
        id: 'bank',
        name: 'The bank',
        found:
          'It takes 0.6 seconds for each answer, as it has for years. It has a new library for this, which also just waits.',
      },
    ],
    diagnosis: {
      text: 'Why does the service answer nobody for more than half a second?',
      options: [
        {
          id: 'collector',
          text: 'The garbage collector stops the process now and then.',
          right: false,
          why: 'There was no collection, and a collection would compute. This process does nothing at all in the pause.',
        },
        {
          id: 'timeout',
          text: 'The bank is slow, and `fetch_rate` needs a timeout.',
          right: false,
          why: 'A timeout is a good idea, and the pause would be as long as the bank’s answer, or the timeout if that is shorter. A customer does not need the bank: her answer uses the rate that is there.',
        },
        {
          id: 'blocked-loop',
          text: '`fetch_rate` waits in the thread of the event loop, and meanwhile the loop runs nobody else.',
          right: true,
          why: 'Only an `await` that really waits gives the loop back. A library that waits by itself keeps the thread, and all tasks wait with it.',
        },
      ],
    },
  },
  {
    id: 'friday',
    places: [
      {
        id: 'stacks',
        name: 'The stacks of all threads',
        found:
          'With 3.15’s `python -m profiling.sampling dump -a`, an hour after the last sign of life (without the lines of the library):',
        listing: `Stack dump for PID 10700, thread 10704 (idle; …):
  File "friday_puzzle.py", line 17, in report
    reports[shop] = week.result()

Stack dump, thread 10700 (main thread, idle; …):
  File "friday_puzzle.py", line 25, in <module>
    north.result()`,
      },
      {
        id: 'database',
        name: 'The database',
        found: 'It has no open transaction and no lock. The last query came at one minute past six.',
      },
      {
        id: 'calendar',
        name: 'What is different on Fridays',
        found:
          'From Monday to Thursday a report shows the day. On a Friday it shows the week. This was built three weeks ago, with a test that makes the report of one shop, in a pool of eight threads.',
      },
      {
        id: 'pool',
        name: 'The queue of the pool',
        found:
          'Two tasks wait in it: the report of the South, and `add_up` for the North. The pool has one thread, since the database has one connection.',
      },
    ],
    diagnosis: {
      text: 'What does the report of the North wait for?',
      options: [
        {
          id: 'waits-for-itself',
          text: 'For a task that only its own thread could do.',
          right: true,
          why: 'The sum of the week stands in the queue of the pool. The only thread that takes from this queue is in the report, and waits for the sum.',
        },
        {
          id: 'connection',
          text: 'For the connection of the database, which another report holds.',
          right: false,
          why: 'The dump shows `week.result()`, which is the wait for a future. And the database knows of nobody.',
        },
        {
          id: 'circle',
          text: 'For a lock of the report of the South, which waits for a lock of the North.',
          right: false,
          why: 'There is no lock in the program, and the report of the South has not begun: it is in the queue.',
        },
      ],
    },
  },
  {
    id: 'growth',
    places: [
      {
        id: 'made',
        name: 'Who made what is there? (tracemalloc)',
        found: 'The line that makes the texts of the receipts. All 500 of them are still there, though all were sent.',
        listing: 'receipts_puzzle.py:35: size=466 KiB, count=500, average=955 B',
      },
      {
        id: 'unfinished',
        name: 'Tasks that are not done: asyncio.all_tasks()',
        found: 'One, at the end of each hour: that of `main()`.',
      },
      {
        id: 'collect',
        name: 'A call of gc.collect()',
        found: 'It returned 0. There was nothing that nobody could reach.',
      },
      {
        id: 'keeper',
        name: 'Who keeps a task that is done? (gc.get_referrers)',
        found: 'One object refers to it: a `set`.',
      },
    ],
    diagnosis: {
      text: 'Why does the memory grow?',
      options: [
        {
          id: 'endless',
          text: 'Some tasks never end, since the mail server does not answer.',
          right: false,
          why: '`all_tasks()` has those that are not done, and there is only one. All receipts were sent.',
        },
        {
          id: 'circles',
          text: 'Tasks and their results refer to each other in circles, which only a collection can free.',
          right: false,
          why: 'The collection found nothing. An object to which a set of the module refers is no garbage.',
        },
        {
          id: 'kept-tasks',
          text: 'The set keeps every task for ever, and each task keeps its result.',
          right: true,
          why: 'The set was made so that a task does not vanish before it is done. Nobody takes it out again afterwards, and with it stays what it returned.',
        },
      ],
    },
  },
  {
    id: 'hits',
    places: [
      {
        id: 'code',
        name: 'What was changed in the program',
        found: 'Nothing, for four years.',
      },
      {
        id: 'image',
        name: 'What was changed around it',
        found:
          'The service now runs on the free-threaded build of CPython 3.14, to use all cores. `sys._is_gil_enabled()` is `False`.',
      },
      {
        id: 'test',
        name: 'The test of the counter',
        found:
          'It starts eight workers, and 4,000,000 hits are counted as 4,000,000. It runs with the GIL, because a package that the tests use is not ready for the other build.',
      },
      {
        id: 'keys',
        name: 'The dictionary',
        found: 'It has its two keys, and both have plausible numbers. There was no exception, and no crash.',
      },
    ],
    diagnosis: {
      text: 'Why does the counter count too little?',
      options: [
        {
          id: 'broken-dict',
          text: 'Without the GIL, dictionaries are not safe: two threads that write at one time damage them.',
          right: false,
          why: 'In the free-threaded build each write holds the dictionary’s lock, and each read finds the number before a write or after it. Nothing is damaged. But `+=` is a read and a write.',
        },
        {
          id: 'read-and-write',
          text: '`hits[page] += 1` reads a number and writes another one. Without the GIL, a hit may come in between.',
          right: true,
          why: 'With the GIL no thread can come in at this place, since 3.10. That was never promised, and the other build lets them in.',
        },
        {
          id: 'killed',
          text: 'Workers are stopped before they have counted.',
          right: false,
          why: 'A worker that is stopped there loses one hit, and not a few per cent of all. And it would have lost it before the first of the month, too.',
        },
      ],
    },
  },
  {
    id: 'goodbye',
    places: [
      {
        id: 'log',
        name: 'A run with a log, where the archive needs 2 ms',
        found: 'In the order in which it happened:',
        listing: `0.3 ms  main: puts “door opened”
0.3 ms  main: puts “door closed”
0.4 ms  sender: stores “door opened”
2.5 ms  archive: has “door opened”
2.5 ms  sender: stores “door closed”
2.5 ms  main: all done, 0 left in the queue
2.5 ms  main: cancels the sender
2.7 ms  end`,
      },
      {
        id: 'archive',
        name: 'The archive',
        found: 'It has stored each message that it has fully received, and refused none.',
      },
      {
        id: 'queue',
        name: 'The queue, when join() returns',
        found: '`outbox.qsize()` is 0. For the queue, both messages are done.',
      },
      {
        id: 'sleep',
        name: 'What a colleague tried',
        found:
          'With `await asyncio.sleep(1)` before the sender is cancelled, no message was lost for a week. Then one was: the archive had been slow that day.',
      },
    ],
    diagnosis: {
      text: 'Where does the last message get lost?',
      options: [
        {
          id: 'put',
          text: '`put` has not put it into the queue when the service stops.',
          right: false,
          why: '`await outbox.put(…)` returns when the message is in the queue, and the sender has taken it out again.',
        },
        {
          id: 'done-too-early',
          text: 'The sender has it, and has told the queue that it is done. So `join` returns, and the sender is cancelled while it stores it.',
          right: true,
          why: '`task_done` came when the message was taken, and not when it was stored. Between the two, nobody waits for it.',
        },
        {
          id: 'archive',
          text: 'The archive gets it, and does not keep it.',
          right: false,
          why: 'The archive never had all of it: `store` was cancelled at its `await`.',
        },
      ],
    },
  },
];
