/** A program with what can become of it: every outcome, as its printed output, `deadlock`, or the words of an exception. */
export interface KnownProgram {
  readonly name: string;
  readonly source: string;
  readonly outcomes: readonly string[];
  /** How many kinds of schedules there are at line granularity, where theory says so. */
  readonly classes?: number;
}

/** Of each race or deadlock there is a correct twin. */
export const knownPrograms: readonly KnownProgram[] = [
  {
    name: 'lost update',
    source: `import threading
counter = 0
def add():
    global counter
    name = "x"
    value = counter
    value = value + 1
    name = "y"
    counter = value
threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
`,
    outcomes: ['1\n', '2\n'],
    classes: 4,
  },
  {
    name: 'update with a lock',
    source: `import threading
counter = 0
lock = threading.Lock()
def add():
    global counter
    with lock:
        value = counter
        counter = value + 1
threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
`,
    outcomes: ['2\n'],
    classes: 2,
  },
  {
    name: 'two locks in two orders',
    source: `import threading
a = threading.Lock()
b = threading.Lock()
def one():
    with a:
        with b:
            pass
def two():
    with b:
        with a:
            pass
x = threading.Thread(target=one)
y = threading.Thread(target=two)
x.start(); y.start()
x.join(); y.join()
`,
    outcomes: ['', 'deadlock'],
    classes: 3,
  },
  {
    name: 'three philosophers',
    source: `import threading
forks = [threading.Lock() for _ in range(3)]
def eat(n):
    left, right = forks[n], forks[(n + 1) % 3]
    with left:
        with right:
            pass
threads = [threading.Thread(target=eat, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
`,
    outcomes: ['', 'deadlock'],
    classes: 7,
  },
  {
    name: 'three philosophers who take the lower fork first',
    source: `import threading
forks = [threading.Lock() for _ in range(3)]
def eat(n):
    left, right = sorted((forks[n], forks[(n + 1) % 3]), key=forks.index)
    with left:
        with right:
            pass
threads = [threading.Thread(target=eat, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
`,
    outcomes: [''],
    classes: 6,
  },
  {
    name: 'check, then act',
    source: `import threading
stock = 1
sold = []
def buy(who):
    global stock
    if stock > 0:
        stock -= 1
        sold.append(who)
ts = [threading.Thread(target=buy, args=(n,)) for n in "ab"]
for t in ts: t.start()
for t in ts: t.join()
print(stock, sold)
`,
    outcomes: ["-1 ['a', 'b']\n", "-1 ['b', 'a']\n", "0 ['a']\n", "0 ['b']\n"],
  },
  {
    name: 'if around wait',
    source: `import threading
items = []
cond = threading.Condition()
def consume():
    with cond:
        if not items:
            cond.wait()
        items.pop()
def produce():
    with cond:
        items.append(1)
        cond.notify_all()
ts = [threading.Thread(target=consume) for _ in range(2)] + [threading.Thread(target=produce)]
for t in ts: t.start()
for t in ts: t.join()
`,
    outcomes: ['Thread-1 (consume): IndexError: pop from empty list', 'Thread-2 (consume): IndexError: pop from empty list', 'deadlock', 'deadlock'],
  },
  {
    name: 'lost wake-up',
    source: `import threading
cond = threading.Condition()
ready = False
def waiter():
    with cond:
        cond.wait()
def notifier():
    with cond:
        cond.notify()
ts = [threading.Thread(target=waiter), threading.Thread(target=notifier)]
for t in ts: t.start()
for t in ts: t.join()
print("ok")
`,
    outcomes: ['deadlock', 'ok\n'],
    classes: 2,
  },
  {
    name: 'two producers and a consumer',
    source: `import threading, queue
q = queue.Queue(1)
got = []
def produce(n):
    q.put(n)
def consume():
    for _ in range(2):
        got.append(q.get())
ts = [threading.Thread(target=produce, args=(1,)), threading.Thread(target=produce, args=(2,)), threading.Thread(target=consume)]
for t in ts: t.start()
for t in ts: t.join()
print(got)
`,
    outcomes: ['[1, 2]\n', '[2, 1]\n'],
  },
  {
    name: 'a lock that can be had in time',
    source: `import threading
lock = threading.Lock()
got = []
def hold():
    with lock:
        lock2.acquire()
def ask():
    got.append(lock.acquire(timeout=1))
    lock2.release()
lock2 = threading.Lock()
lock2.acquire()
ts = [threading.Thread(target=hold), threading.Thread(target=ask)]
for t in ts: t.start()
for t in ts: t.join()
print(got)
`,
    outcomes: ['[False]\n', 'deadlock'],
  },
  {
    name: 're-entrant lock',
    source: `import threading
lock = threading.RLock()
n = 0
def f():
    global n
    with lock:
        with lock:
            n += 1
ts = [threading.Thread(target=f) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(n)
`,
    outcomes: ['2\n'],
    classes: 2,
  },
  {
    name: 'barrier',
    source: `import threading
b = threading.Barrier(2)
log = []
def f(n):
    b.wait()
    log.append(n)
ts = [threading.Thread(target=f, args=(n,)) for n in (1, 2)]
for t in ts: t.start()
for t in ts: t.join()
print(log)
`,
    outcomes: ['[1, 2]\n', '[2, 1]\n'],
  },
  {
    name: 'event looked at',
    source: `import threading
ready = threading.Event()
out = []
def a():
    out.append(ready.is_set())
def b():
    ready.set()
ts = [threading.Thread(target=a), threading.Thread(target=b)]
for t in ts: t.start()
for t in ts: t.join()
print(out)
`,
    outcomes: ['[False]\n', '[True]\n'],
  },
  {
    name: 'event waited for too briefly',
    source: `import threading, time
e = threading.Event()
seen = []
def waiter():
    seen.append(e.wait(timeout=1))
def setter():
    time.sleep(2)
    e.set()
ts = [threading.Thread(target=waiter), threading.Thread(target=setter)]
for t in ts: t.start()
for t in ts: t.join()
print(seen, time.monotonic())
`,
    outcomes: ['[False] 2.0\n'],
  },
  {
    name: 'thread asked whether it lives',
    source: `import threading
def f():
    pass
t = threading.Thread(target=f)
t.start()
print(t.is_alive())
t.join()
print(t.is_alive())
`,
    outcomes: ['False\nFalse\n', 'True\nFalse\n'],
  },
  {
    name: 'daemon',
    source: `import threading
log = []
def f():
    log.append(1)
    log.append(2)
threading.Thread(target=f, daemon=True).start()
print(log)
`,
    outcomes: ['[1, 2]\n', '[1]\n', '[]\n'],
  },
  {
    name: 'values of threads',
    source: `import threading
d = threading.local()
out = []
def f(n):
    d.x = n
    out.append(d.x == n)
ts = [threading.Thread(target=f, args=(n,)) for n in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(out)
`,
    outcomes: ['[True, True]\n'],
  },
];
