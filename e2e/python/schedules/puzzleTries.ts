import type { CheckPhase } from '../../../src/lab/scheduler/puzzle/fixCheck';
import { ladderTries } from './ladderTries';

/** Something that a reader may make of a puzzle's program. */
export interface Try {
  readonly what: string;
  /** These texts in place of those, each once. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** What becomes of it, and what the page says of that. */
  readonly kind: CheckPhase['kind'];
  readonly said: RegExp;
}

/** What readers may try, by puzzle. */
export const tries: Readonly<Record<string, readonly Try[]>> = {
  'record-fix': [
    {
      what: 'one line',
      edits: [
        [
          '    seen = record\n    time.sleep(0.1)  # the database works on it\n    record = seen + 1',
          '    record += 1',
        ],
      ],
      kind: 'broken',
      said: /With the GIL nothing goes wrong.*It prints “1”/,
    },
    {
      what: 'two blocks',
      edits: [
        ['record = 0', 'record = 0\nlock = threading.Lock()'],
        [
          '    seen = record\n    time.sleep(0.1)  # the database works on it\n    record = seen + 1',
          '    with lock:\n        seen = record\n    time.sleep(0.1)\n    with lock:\n        record = seen + 1',
        ],
      ],
      kind: 'broken',
      said: /still a schedule that breaks it, with the GIL and without\. It prints “1”/,
    },
    {
      what: 'a lock for each thread',
      edits: [
        [
          '    seen = record\n    time.sleep(0.1)  # the database works on it\n    record = seen + 1',
          '    with threading.Lock():\n        seen = record\n        record = seen + 1',
        ],
      ],
      kind: 'broken',
      said: /It prints “1”/,
    },
    {
      what: 'one after the other',
      edits: [['ben.start()\nada.join()', 'ada.join()\nben.start()']],
      kind: 'evaded',
      said: /follow one another/,
    },
    {
      what: 'nobody at work',
      edits: [
        ['    seen = record\n    time.sleep(0.1)  # the database works on it\n    record = seen + 1', '    pass'],
        ['print(', 'record = 2\nprint('],
      ],
      kind: 'evaded',
      said: /do nothing/,
    },
    {
      what: 'what should be printed',
      edits: [['print(record)', 'print(2)']],
      kind: 'broken',
      said: /prints “2”, but in the end record holds 1/,
    },
    {
      what: 'no threads',
      edits: [
        [
          'ada = threading.Thread(target=add_one, name="Ada")\nben = threading.Thread(target=add_one, name="Ben")\nada.start()\nben.start()\nada.join()\nben.join()',
          'add_one()\nadd_one()',
        ],
      ],
      kind: 'evaded',
      said: /Start at least two/,
    },
    {
      what: 'half a program',
      edits: [['def add_one():', 'def add_one(:']],
      kind: 'refused',
      said: /does not understand/,
    },
    {
      what: 'a loop that waits for the other thread',
      edits: [
        ['record = 0', 'record = 0\ndone = False'],
        [
          '    global record\n    seen',
          '    global record, done\n    while threading.current_thread().name == "Ben" and not done:\n        pass\n    seen',
        ],
        ['record = seen + 1', 'record = seen + 1\n    done = True'],
      ],
      kind: 'endless',
      said: /do not end/,
    },
  ],
  'interest-fix': [
    {
      what: 'two blocks',
      edits: [
        ['    interest = balance // 10', '    with lock:\n        interest = balance // 10'],
        [
          '    grown = balance + interest\n    with lock:\n        balance = grown',
          '    with lock:\n        balance = balance + interest',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'no lock at all',
      edits: [['    with lock:\n        balance = grown', '    balance = grown']],
      kind: 'broken',
      said: /With the GIL nothing goes wrong.*It prints “150” where it should print “160” or “165”/,
    },
  ],
  'tickets-fix': [
    {
      what: 'a lock for the deed only',
      edits: [
        ['sold = 0', 'sold = 0\nlock = threading.Lock()'],
        [
          '        tickets = tickets - 1\n        sold = sold + 1',
          '        with lock:\n            tickets = tickets - 1\n            sold = sold + 1',
        ],
      ],
      kind: 'broken',
      said: /2 sold, -1 left/,
    },
    { what: 'no sale', edits: [['tickets > 0', 'tickets > 1']], kind: 'broken', said: /0 sold, 1 left/ },
  ],
  'transfers-fix': [
    {
      what: 'no locks',
      edits: [
        [
          '    with savings_lock:\n        savings -= 10\n        with checking_lock:\n            checking += 10',
          '    savings -= 10\n    checking += 10',
        ],
        [
          '    with checking_lock:\n        checking -= 10\n        with savings_lock:\n            savings += 10',
          '    checking -= 10\n    savings += 10',
        ],
      ],
      kind: 'broken',
      said: /With the GIL nothing goes wrong/,
    },
    {
      what: 'one lock at a time',
      edits: [
        [
          '        savings -= 10\n        with checking_lock:\n            checking += 10',
          '        savings -= 10\n    with checking_lock:\n        checking += 10',
        ],
        [
          '        checking -= 10\n        with savings_lock:\n            savings += 10',
          '        checking -= 10\n    with savings_lock:\n        savings += 10',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'await-fix': [
    {
      what: 'a lock that stops the thread',
      edits: [
        ['record = 0', 'record = 0\nlock = __import__("threading").Lock()'],
        [
          '    seen = record\n    await asyncio.sleep(0)\n    record = seen + 1',
          '    with lock:\n        seen = record\n        await asyncio.sleep(0)\n        record = seen + 1',
        ],
      ],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'reading after the await',
      edits: [['    seen = record\n    await asyncio.sleep(0)', '    await asyncio.sleep(0)\n    seen = record']],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'tasks one after the other',
      edits: [
        [
          '    ben = asyncio.create_task(add_one(), name="Ben")\n    await ada',
          '    await ada\n    ben = asyncio.create_task(add_one(), name="Ben")',
        ],
      ],
      kind: 'evaded',
      said: /follow one another/,
    },
  ],
  'table-fix': [
    {
      what: 'waking everybody',
      edits: [['changed.notify()', 'changed.notify_all()']],
      kind: 'broken',
      said: /IndexError: pop from empty list/,
    },
    {
      what: 'not looking',
      edits: [['        if not table:\n            changed.wait()', '        changed.wait()']],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'wait_for',
      edits: [['        if not table:\n            changed.wait()', '        changed.wait_for(lambda: table)']],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'seats-fix': [
    {
      what: 'looking twice',
      edits: [
        [
          '        tables[town] = new_table()',
          '        if town not in tables:\n            tables[town] = new_table()',
        ],
      ],
      kind: 'broken',
      said: /It prints “1 at the table”/,
    },
    {
      what: 'a lock',
      edits: [
        ['tables = {}', 'tables = {}\nlock = threading.Lock()'],
        [
          '    if town not in tables:\n        tables[town] = new_table()',
          '    with lock:\n        if town not in tables:\n            tables[town] = new_table()',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'a table that is there before',
      edits: [['tables = {}', 'tables = {"Rome": []}']],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'bytes-fix': [
    {
      what: 'a short sleep',
      edits: [
        ['import threading\n', 'import threading\nimport time\n'],
        ['    report = size', '    time.sleep(0.1)\n    report = size'],
      ],
      kind: 'broken',
      said: /It prints “0 bytes”/,
    },
    {
      what: 'an event that the callback sets',
      edits: [
        ['size = 0\n', 'size = 0\ncounted = threading.Event()\n'],
        ['    size = page.result()', '    size = page.result()\n    counted.set()'],
        ['    page.result()\n    report', '    counted.wait()\n    report'],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'order-fix': [
    {
      what: 'a look afterwards',
      edits: [['    refunds += 1', '    if not order.running():\n        refunds += 1']],
      kind: 'broken',
      said: /It prints “1 sent, 1 refunded”/,
    },
    {
      what: 'asking whether it was cancelled',
      edits: [['    refunds += 1', '    if order.cancelled():\n        refunds += 1']],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'last-line-fix': [
    {
      what: 'looking into the queue as well',
      edits: [['while not stopping:', 'while not stopping or not lines.empty():']],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'the flag first',
      edits: [['    lines.put("goodbye")\n    stopping = True', '    stopping = True\n    lines.put("goodbye")']],
      kind: 'broken',
      said: /It prints “0 written”/,
    },
  ],
  'journal-fix': [
    {
      what: 'an RLock for each Lock',
      edits: [
        ['balance_lock = threading.Lock()', 'balance_lock = threading.RLock()'],
        ['journal_lock = threading.Lock()', 'journal_lock = threading.RLock()'],
      ],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'no lock for the money',
      edits: [
        [
          '    with balance_lock:\n        balance += 10\n        write("paid in")',
          '    balance += 10\n    write("paid in")',
        ],
        ['    with balance_lock:\n        balance -= 1', '    balance -= 1'],
      ],
      kind: 'broken',
      said: /With the GIL nothing goes wrong/,
    },
    {
      what: 'the fee before the journal’s lock',
      edits: [
        [
          '    with journal_lock:\n        take_fee()\n        journal.append("closed")',
          '    take_fee()\n    with journal_lock:\n        journal.append("closed")',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'start-fix': [
    {
      what: 'no waiting',
      edits: [['        start.wait()\n', '']],
      kind: 'broken',
      said: /It prints “Ada ran after 0 shot”/,
    },
    {
      what: 'waking everybody',
      edits: [['start.notify()', 'start.notify_all()']],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'a look before the lock is held',
      edits: [
        [
          '    with start:\n        start.wait()\n',
          '    if shots == 0:\n        with start:\n            start.wait()\n    with start:\n',
        ],
      ],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'an event',
      edits: [
        ['threading.Condition()', 'threading.Event()'],
        ['    with start:\n        start.wait()\n        heard = shots', '    start.wait()\n    heard = shots'],
        ['    with start:\n        shots += 1\n        start.notify()', '    shots += 1\n    start.set()'],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'again-fix': [
    {
      what: 'waking everybody',
      edits: [['changed.notify()', 'changed.notify_all()']],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'no second meeting',
      edits: [['        meet()\n', '        if step == 1:\n            meet()\n']],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'no meeting',
      edits: [['        meet()\n', '']],
      kind: 'broken',
      said: /\[1, 2, 1, 2\]/,
    },
    {
      what: 'threading.Barrier',
      edits: [
        ['changed = threading.Condition()', 'barrier = threading.Barrier(2)'],
        [
          '    global came\n    with changed:\n        came += 1\n        if came == 2:\n            came = 0\n            changed.notify()\n        while came > 0:\n            changed.wait()',
          '    barrier.wait()',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'letter-fix': [
    {
      what: 'waiting for the other one only',
      edits: [['    await ada', '    await ben']],
      kind: 'broken',
      said: /It prints “1 of 2 lines sent”/,
    },
    {
      what: 'a turn more for everybody',
      edits: [['    await ada', '    await ada\n    await asyncio.sleep(0)']],
      kind: 'broken',
      said: /It prints “1 of 2 lines sent”/,
    },
    {
      what: 'one after the other',
      edits: [
        [
          '    ben = asyncio.create_task(write("all is well."), name="Ben")\n    await ada',
          '    await ada\n    ben = asyncio.create_task(write("all is well."), name="Ben")\n    await ben',
        ],
      ],
      kind: 'evaded',
      said: /follow one another/,
    },
    {
      what: 'a task group',
      edits: [
        [
          '    ada = asyncio.create_task(write("Dear Kim,"), name="Ada")\n    ben = asyncio.create_task(write("all is well."), name="Ben")\n    await ada',
          '    async with asyncio.TaskGroup() as group:\n        group.create_task(write("Dear Kim,"), name="Ada")\n        group.create_task(write("all is well."), name="Ben")',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'book-fix': [
    {
      what: 'a look before the search',
      edits: [['    for _ in range(looks):', '    if orders:\n        return\n    for _ in range(looks):']],
      kind: 'broken',
      said: /It prints “ordered: 2”/,
    },
    {
      what: 'waiting for those that were called off',
      edits: [['    ben.cancel()', '    ben.cancel()\n    await asyncio.wait([ada, ben])']],
      kind: 'broken',
      said: /It prints “ordered: 2”/,
    },
    {
      what: 'an order under a lock, without a look',
      edits: [
        ['orders = []', 'orders = []\nlock = asyncio.Lock()'],
        ['    orders.append(shop)', '    async with lock:\n        orders.append(shop)'],
      ],
      kind: 'broken',
      said: /It prints “ordered: 2”/,
    },
    {
      what: 'one task only',
      edits: [
        ['    ben = asyncio.create_task(ask("Ben", 3), name="Ben")\n', ''],
        ['[ada, ben]', '[ada]'],
        ['    ben.cancel()\n', ''],
      ],
      kind: 'evaded',
      said: /task/,
    },
  ],
  'called-off-fix': [
    {
      what: 'asking how Ada has ended',
      edits: [['        pass  # Ada has gone home', '        if not ada.cancelled():\n            raise']],
      kind: 'broken',
      said: /It prints “called off: True, reports: 1”/,
    },
    {
      what: 'a shield',
      edits: [['        await ada\n', '        await asyncio.shield(ada)\n']],
      kind: 'broken',
      said: /It prints “called off: True, reports: 1”/,
    },
    {
      what: 'asking whether Kim was asked to end',
      edits: [
        ['        pass  # Ada has gone home', '        if asyncio.current_task().cancelling():\n            raise'],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'gather',
      edits: [
        [
          '    try:\n        await ada\n    except asyncio.CancelledError:\n        pass  # Ada has gone home\n',
          '    await asyncio.gather(ada, return_exceptions=True)\n',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'pay-fix': [
    {
      what: 'a shield for the payment',
      edits: [['    await payment\n', '    await asyncio.shield(payment)\n']],
      kind: 'broken',
      said: /It prints “0 in the purse, 0 books”/,
    },
    {
      what: 'the money back',
      edits: [
        ['    global books\n    payment', '    global books, purse\n    payment'],
        [
          '    await payment\n',
          '    try:\n        await payment\n    except asyncio.CancelledError:\n        purse += 10\n        raise\n',
        ],
      ],
      kind: 'broken',
      said: /It prints “20 in the purse, 0 books”/,
    },
    {
      what: 'money and book in one step',
      edits: [
        ['    global purse\n', '    global purse, books\n'],
        ['    purse -= 10\n', '    purse -= 10\n    books += 1\n'],
        ['    global books\n    payment', '    payment'],
        ['    await payment\n    books += 1\n', '    await payment\n'],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'visits-fix': [
    {
      what: 'a lock for the write only',
      edits: [
        ['store = {"visits": 0}', 'store = {"visits": 0}\nlock = asyncio.Lock()'],
        ['    await put("visits", visits + 1)', '    async with lock:\n        await put("visits", visits + 1)'],
      ],
      kind: 'broken',
      said: /It prints “visits: 1”/,
    },
    {
      what: 'a lock for each visit',
      edits: [
        [
          '    visits = await get("visits")\n    await put("visits", visits + 1)',
          '    async with asyncio.Lock():\n        visits = await get("visits")\n        await put("visits", visits + 1)',
        ],
      ],
      kind: 'broken',
      said: /It prints “visits: 1”/,
    },
    {
      what: 'more to do for Ben',
      edits: [['busy=3', 'busy=6']],
      kind: 'broken',
      said: /It prints “visits: 1”/,
    },
    {
      what: 'a store that adds by itself',
      edits: [
        [
          '    visits = await get("visits")\n    await put("visits", visits + 1)',
          '    await asyncio.sleep(0)\n    store["visits"] += 1',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'forked-fix': [
    {
      what: 'a new lock for the child',
      edits: [['    if lock.locked():\n        lock_in_child.acquire()\n', '']],
      kind: 'broken',
      said: /It prints “(70|130) in the child, 30 moved”/,
    },
    {
      what: 'a look at the lock first',
      edits: [['    money = fork()', '    if lock.locked():\n        ada.join()\n    money = fork()']],
      kind: 'broken',
      said: /deadlock/,
    },
    {
      what: 'releasing the child’s lock',
      edits: [
        ['    money = fork()', '    money = fork()\n    if lock_in_child.locked():\n        lock_in_child.release()'],
      ],
      kind: 'broken',
      said: /It prints “(70|130) in the child, 30 moved”/,
    },
    {
      what: 'forking before Ada begins',
      edits: [['ada.start()\nben.start()\nada.join()\nben.join()', 'ben.start()\nben.join()\nada.start()\nada.join()']],
      kind: 'evaded',
      said: /follow one another/,
    },
  ],
  'log-fix': [
    {
      what: 'look twice',
      edits: [['    if log is not None:\n', '    if log is not None and log is not None:\n']],
      kind: 'broken',
      said: /With the GIL nothing goes wrong/,
    },
    {
      what: 'a lock for who writes only',
      edits: [
        ['saved = None\n\n\ndef write', 'saved = None\nlock = threading.Lock()\n\n\ndef write'],
        ['    if log is not None:\n        log', '    with lock:\n        if log is not None:\n            log'],
      ],
      kind: 'broken',
      said: /With the GIL nothing goes wrong/,
    },
    {
      what: 'a lock for both',
      edits: [
        ['saved = None\n\n\ndef write', 'saved = None\nlock = threading.Lock()\n\n\ndef write'],
        ['    if log is not None:\n        log', '    with lock:\n        if log is not None:\n            log'],
        ['    saved = log\n    log = None\n', '    with lock:\n        saved = log\n        log = None\n'],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'nobody writes',
      edits: [['        log.append("Ada was here")', '        pass']],
      kind: 'evaded',
      said: /./,
    },
  ],
  'red-fix': [
    {
      what: 'a sleep between the read and the write',
      edits: [
        ['import threading', 'import threading\nimport time'],
        ['    write(read() + 1)', '    seen = read()\n    time.sleep(0.1)\n    write(seen + 1)'],
      ],
      kind: 'broken',
      said: /It prints “passed”/,
    },
    {
      what: 'Ben waits until Ada has read, and nobody waits for Ben',
      edits: [
        ['visits = 0', 'visits = 0\nada_has_read = threading.Event()'],
        [
          '    write(read() + 1)',
          '    if threading.current_thread().name == "Ben":\n        ada_has_read.wait()\n    seen = read()\n    ada_has_read.set()\n    write(seen + 1)',
        ],
      ],
      kind: 'broken',
      said: /It prints “passed”/,
    },
    {
      what: 'what should be printed',
      edits: [['print("passed" if visits == 2 else "failed")', 'print("failed")']],
      kind: 'broken',
      said: /prints “failed”, but in the end visits holds 2/,
    },
    {
      what: 'a barrier between the read and the write',
      edits: [
        ['visits = 0', 'visits = 0\nboth_have_read = threading.Barrier(2)'],
        ['    write(read() + 1)', '    seen = read()\n    both_have_read.wait()\n    write(seen + 1)'],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'voucher-fix': [
    {
      what: 'a lock of threads',
      edits: [
        ['import asyncio\n', 'import asyncio\nimport threading\n'],
        ['voucher = 10\n', 'voucher = 10\nlock = threading.Lock()\n'],
        [
          '    if voucher >= 10:\n        bought.append(thing)\n        voucher -= 10',
          '    with lock:\n        if voucher >= 10:\n            bought.append(thing)\n            voucher -= 10',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'a lock around the payment',
      edits: [
        ['import asyncio\n', 'import asyncio\nimport threading\n'],
        ['voucher = 10\n', 'voucher = 10\nlock = threading.Lock()\n'],
        [
          '        bought.append(thing)\n        voucher -= 10',
          '        with lock:\n            bought.append(thing)\n            voucher -= 10',
        ],
      ],
      kind: 'broken',
      said: /It prints “2 bought, -10 left”/,
    },
    {
      what: 'paying first',
      edits: [
        ['        bought.append(thing)\n        voucher -= 10', '        voucher -= 10\n        bought.append(thing)'],
      ],
      kind: 'broken',
      said: /With the GIL nothing goes wrong/,
    },
    {
      what: 'an asynchronous function',
      edits: [
        ['def buy(thing):', 'async def buy(thing):'],
        ['    buy("book")', '    await buy("book")'],
        ['loop.run_in_executor(till, buy, "film")', 'loop.run_in_executor(till, asyncio.run, buy("film"))'],
      ],
      kind: 'broken',
      said: /It prints “2 bought, -10 left”/,
    },
  ],
  'limit-fix': [
    {
      what: 'when nobody loads in the old one',
      edits: [
        [
          '    limit = one_at_once\n    lowered = True',
          '    with limit:\n        limit = one_at_once\n        lowered = True',
        ],
      ],
      kind: 'broken',
      said: /prints “at the new limit: 2 at once”/,
    },
    {
      what: 'said first',
      edits: [
        ['    global limit, lowered', '    global lowered'],
        ['    limit = one_at_once\n    lowered = True', '    lowered = True\n    limit.acquire()'],
      ],
      kind: 'broken',
      said: /prints “at the new limit: 2 at once”/,
    },
    {
      what: 'nothing is lowered',
      edits: [['    limit = one_at_once\n    lowered = True', '    pass']],
      kind: 'broken',
      said: /lowered holds False. It should be/,
    },
  ],
  ...ladderTries,
  'seat-fix': [
    {
      what: 'one who comes later',
      edits: [
        ['    if plan.is_free(seat):', '    if guest == "Ben":\n        time.sleep(1)\n    if plan.is_free(seat):'],
        ['import threading', 'import threading\nimport time'],
      ],
      kind: 'broken',
      said: /tickets for seat 7C: 2/,
    },
    {
      what: 'a lock for the tickets',
      edits: [
        ['tickets = []', 'tickets = []\nlock = threading.Lock()'],
        ['        tickets.append(guest)', '        with lock:\n            tickets.append(guest)'],
      ],
      kind: 'broken',
      said: /with the GIL and without\. It prints “tickets for seat 7C: 2”/,
    },
    {
      what: 'a second look',
      edits: [['    if plan.is_free(seat):\n', '    if plan.is_free(seat) and plan.is_free(seat):\n']],
      kind: 'broken',
      said: /tickets for seat 7C: 2/,
    },
    {
      what: 'one lock around the whole sale',
      edits: [
        ['tickets = []', 'tickets = []\nsale = threading.Lock()'],
        [
          '    if plan.is_free(seat):\n        plan.book(seat, guest)\n        tickets.append(guest)',
          '    with sale:\n        if plan.is_free(seat):\n            plan.book(seat, guest)\n            tickets.append(guest)',
        ],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
  ],
  'friday-fix': [
    {
      what: 'two threads',
      edits: [['max_workers=1', 'max_workers=2']],
      kind: 'broken',
      said: /wait/,
    },
  ],
  'hits-fix': [
    {
      what: 'a Counter with a lock',
      edits: [
        ['import threading\n', 'import threading\nfrom collections import Counter\n'],
        ['hits = {"home": 0, "shop": 0}', 'hits = Counter(home=0, shop=0)\nlock = threading.Lock()'],
        ['        hits[page] += 1', '        with lock:\n            hits[page] += 1'],
      ],
      kind: 'passed',
      said: /^Fixed/,
    },
    {
      what: 'get and set',
      edits: [['hits[page] += 1', 'hits[page] = hits.get(page) + 1']],
      kind: 'broken',
      said: /It prints “hits: /,
    },
    {
      what: 'a lock for each worker',
      edits: [['        hits[page] += 1', '        with threading.Lock():\n            hits[page] += 1']],
      kind: 'broken',
      said: /It prints “hits: /,
    },
  ],
  'goodbye-fix': [
    {
      what: 'a second more',
      edits: [['    sender.cancel()', '    await asyncio.sleep(1)\n    sender.cancel()']],
      kind: 'broken',
      said: /It prints “archived: [01]”/,
    },
    {
      what: 'a moment more',
      edits: [['    sender.cancel()', '    await asyncio.sleep(0)\n    sender.cancel()']],
      kind: 'broken',
      said: /It prints “archived: [01]”/,
    },
    {
      what: 'no cancel',
      edits: [['    sender.cancel()\n', '']],
      kind: 'broken',
      said: /It prints “archived: [01]”/,
    },
  ],
};
