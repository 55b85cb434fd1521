import type { Try } from './puzzleTries';

/** Starts the second thread only when the first one has ended. */
const oneAfterTheOther: Try = {
  what: 'one after the other',
  edits: [['ben.start()\nada.join()', 'ada.join()\nben.start()']],
  kind: 'evaded',
  said: /follow one another/,
};

/** What readers may try with the puzzles of `src/lessons/ladder/`, by puzzle. */
export const ladderTries: Readonly<Record<string, readonly Try[]>> = {
  'tea-fix': [
    oneAfterTheOther,
    {
      what: 'a lock for the look alone',
      edits: [
        ['    pot = "green tea"\n    with changed:', '    with changed:\n        pot = "green tea"'],
        [
          '    if pot is None:\n        with changed:\n            changed.wait()',
          '    with changed:\n        empty = pot is None\n    if empty:\n        with changed:\n            changed.wait()',
        ],
      ],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'no waiting',
      edits: [['    if pot is None:\n        with changed:\n            changed.wait()\n', '']],
      kind: 'broken',
      said: /It prints “Ben has None”/,
    },
    {
      what: 'wait_for',
      edits: [
        ['    pot = "green tea"\n    with changed:', '    with changed:\n        pot = "green tea"'],
        [
          '    if pot is None:\n        with changed:\n            changed.wait()\n',
          '    with changed:\n        changed.wait_for(lambda: pot is not None)\n',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'kitchen-fix': [
    {
      what: 'no clear',
      edits: [['        bell.clear()\n', '']],
      kind: 'endless',
      said: /do not end/,
    },
  ],
  'permit-fix': [
    {
      what: 'a semaphore that notices',
      edits: [['threading.Semaphore(1)', 'threading.BoundedSemaphore(1)']],
      kind: 'broken',
      said: /ValueError/,
    },
    {
      what: 'a thread that waits for its turn',
      edits: [['permit.acquire(blocking=False)', 'permit.acquire()']],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'rounds-fix': [{ ...oneAfterTheOther, kind: 'broken', said: /deadlock/ }],
  'shutdown-fix': [
    {
      what: 'no waiting for Ada',
      edits: [['        ada.join()\n', '']],
      kind: 'broken',
      said: /It prints “last line: goodbye”/,
    },
  ],
  'apples-fix': [
    oneAfterTheOther,
    {
      what: 'no lock at all',
      edits: [['put_in_stock(in_stock() - 1)', 'global apples\n    apples -= 1']],
      kind: 'broken',
      said: /With the GIL nothing goes wrong.*It prints “4 apples left”/,
    },
  ],
  'prices-fix': [
    {
      what: 'no second look',
      edits: [
        [
          '            if prices is None:\n                prices = {}\n                for name in ("milk", "tea"):\n                    prices[name] = fetch(name)',
          '            complete = {name: fetch(name) for name in ("milk", "tea")}\n            prices = complete',
        ],
      ],
      kind: 'broken',
      said: /in the end prices holds|in the end .*fetched/,
    },
    {
      what: 'no first look',
      edits: [
        [
          '    if prices is None:\n        with lock:\n            if prices is None:\n                prices = {}\n                for name in ("milk", "tea"):\n                    prices[name] = fetch(name)',
          '    with lock:\n        if prices is None:\n            prices = {}\n            for name in ("milk", "tea"):\n                prices[name] = fetch(name)',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'guests-fix': [
    {
      what: 'a lock for one of them',
      edits: [
        ['phones = 0\n', 'phones = 0\nlock = threading.Lock()\n'],
        ['    guests["Ben"]', '    with lock:\n        guests["Ben"]'],
      ],
      kind: 'broken',
      said: /RuntimeError: dictionary changed size/,
    },
  ],
  'cancel-fix': [
    {
      what: 'a lock that is taken inside of “try”',
      edits: [
        [
          '    await lock.acquire()\n    await asyncio.sleep(0)  # the disk is at work\n    lines.append(line)\n    lock.release()',
          '    try:\n        await lock.acquire()\n        await asyncio.sleep(0)\n        lines.append(line)\n    finally:\n        lock.release()',
        ],
      ],
      kind: 'broken',
      said: /RuntimeError: Lock is not acquired/,
    },
  ],
  'archive-fix': [
    {
      what: 'asking for exceptions as results',
      edits: [['asyncio.gather(ada, ben)', 'asyncio.gather(ada, ben, return_exceptions=True)']],
      kind: 'broken',
      said: /archive holds 'open'/,
    },
    {
      what: 'waiting for Ben after the failure',
      edits: [['        archive = "closed"', '        await asyncio.wait([ada, ben])\n        archive = "closed"']],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
};
