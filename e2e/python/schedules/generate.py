"""Small programs in which much may happen, each from its number: reads the first number and how many from one line, and prints them, each after a line that says how to run it.

In some the library calls the program, after it has looked at something. Those come twice: the second time, what the library does is spelled out in the program, line by line, so that
both must come to equal outcomes.

Natively: `echo 7 1 | python3 generate.py`.
"""
import random

HEAD = """import queue
import threading
import time


class Box:
    value = 0


x = y = 0
box = Box()
items = [1]
counts = {}
a = threading.Lock()
b = threading.RLock()
condition = threading.Condition(a)
semaphore = threading.Semaphore(1)
event = threading.Event()
letters = queue.Queue(1)
"""

HANDING = """
Later = threading.Timer
cached = functools.cached_property
"""
SPELLED = """
class Later(threading.Thread):
    def __init__(self, seconds, function):
        super().__init__()
        self.seconds = seconds
        self.function = function
        self.finished = threading.Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.seconds)
        if not self.finished.is_set():
            self.function()
        self.finished.set()


class cached:
    def __init__(self, function):
        self.function = function

    def __get__(self, thing, owner=None):
        found = vars(thing).get("made")
        if found is None:
            found = self.function(thing)
            vars(thing)["made"] = found
        return found
"""
MADE = """
class Made:
    @cached
    def made(self):
        global y
        y += 1
        return y


thing = Made()
"""

DATA = [
    ["x += 1"],
    ["y = x"],
    ["value = x", "x = value + 1"],
    ["value = y", "x = value"],
    ["box.value += 1"],
    ["box.value = x + 1"],
    ["y = box.value"],
    ["items.append({n})"],
    ["y = len(items)"],
    ["items[0] += {n}"],
    ["x = items[-1]"],
    ["items.pop()"],
    ["items = [*items, {n}]"],
    ["for item in items:", "    x += item"],
    ["counts[{n}] = x"],
    ["counts['k'] = counts.get('k', 0) + 1"],
    ["y = sum(counts.values())"],
    ["if x:", "    y = {n}"],
    ["if not x:", "    x = {n}"],
    ["if {n} not in counts:", "    counts[{n}] = y"],
]
BLOCKS = [
    ["with a:", "    {}"],
    ["with a:", "    {}"],
    ["with b:", "    with b:", "        {}"],
    ["with b:", "    {}"],
    ["with semaphore:", "    {}"],
    ["a.acquire()", "{}", "a.release()"],
    ["if a.acquire(blocking=False):", "    {}", "    a.release()"],
    ["with condition:", "    if not x:", "        condition.wait()", "    {}"],
    ["with condition:", "    while not x:", "        condition.wait()", "    {}"],
    ["with condition:", "    x = 1", "    condition.notify()", "    {}"],
    ["with condition:", "    {}", "    condition.notify_all()"],
]
SINGLE = [
    ["event.set()"],
    ["event.wait()"],
    ["y = event.is_set()"],
    ["event.clear()"],
    ["letters.put(x)"],
    ["y = letters.get()"],
    ["y = letters.qsize()"],
    ["try:", "    y = letters.get_nowait()", "except queue.Empty:", "    y = {n}"],
    ["semaphore.acquire()"],
    ["semaphore.release()"],
    ["a.acquire()"],
    ["a.release()"],
    ["y = a.locked()"],
]
LIVES = [["y = first.is_alive()"], ["y = second.is_alive()"], ["second.join()"], ["y = threading.active_count()"]]
HANDED = [["first.cancel()"], ["first.cancel()"], ["y = first.finished.is_set()"], ["x = thing.made"], ["x = thing.made"], ["x += thing.made"]]
TIMES = [["time.sleep(1)"], ["y = event.wait(timeout=1)"], ["y = a.acquire(timeout=1)"], ["with condition:", "    y = condition.wait(timeout=2)"]]

OBJECTS_FROM = 100_000
"""From this number on, programs have many objects of few types, with more than one way to some of them."""
OBJECTS_HEAD = """import threading
from collections import defaultdict


def negative(number):
    return -number


class Account:
    made = 0

    def __init__(self, balance):
        self.balance = balance
        self.log = [balance]
        self.lock = threading.Lock()

    @property
    def double(self):
        return self.balance * 2

    def move(self, other):
        self.balance -= 1
        other.balance += 1

    def __add__(self, number):
        self.log.append(number)
        return self.balance + number


class Stack(list):
    def top(self):
        return self[-1]


x = y = 0
one = Account(1)
two = Account(2)
one.friend = two
two.friend = one
accounts = [one, two]
rows = [[1, 2], [3, 4]]
stacks = (Stack([1]), Stack([2]))
groups = defaultdict(list)
"""
OBJECTS = [
    ["{o}.balance += {n}"],
    ["{o}.balance += {n}"],
    ["{o}.balance = {o}.balance + 1"],
    ["y = {o}.balance"],
    ["x += {o}.double"],
    ["{o}.move({o})"],
    ["x = {o} + {n}"],
    ["with {o}.lock:", "    {o}.balance += x"],
    ["{o}.log.append({n})"],
    ["y = len({o}.log)"],
    ["{o}.log = {o}.log"],
    ["{o}.log += rows[{i}]"],
    ["{o}.log.sort(key=negative)"],
    ["if {n} in {o}.log:", "    x = 1"],
    ["for item in {o}.log:", "    x += item"],
    ["mine = {o}.log or []", "mine.append({n})"],
    ["mine = list({o}.log)", "y = mine.pop()"],
    ["mine = []", "mine.append(x)", "{o}.log = mine"],
    ["fresh = Account({n})", "fresh.balance += 1", "{o}.friend = fresh"],
    ["{o}.friend = Account({n})"],
    ["{o}.friend.balance += 1"],
    ["y = {o}.friend.friend.balance" ],
    ["accounts.append({o})"],
    ["accounts[{i}].balance += 1"],
    ["x = sum(account.balance for account in accounts)"],
    ["Account.made += 1"],
    ["y = {o}.made"],
    ["{o}.made = {n}"],
    ["rows[{i}][0] += {n}"],
    ["row = rows[{i}]", "row[1] = x"],
    ["rows[{i}] = [x, {n}]"],
    ["rows[{i}] = rows[{i}]"],
    ["rows[0], rows[1] = rows[1], rows[0]"],
    ["rows[-1].append({n})"],
    ["rows.append([{n}])"],
    ["for row in rows:", "    x += row[0]"],
    ["y = sum(map(len, rows))"],
    ["y = len(str(rows))"],
    ["if rows == [[1, 2], [3, 4]]:", "    y = {n}"],
    ["a, *rest = rows[{i}]", "x = a"],
    ["stacks[{i}].append({n})"],
    ["y = stacks[{i}].top()"],
    ["x = stacks[{i}].pop()"],
    ["groups[{i}].append({n})"],
    ["x = len(groups[{i}])"],
    ["y = len(groups)"],
]


def statement(draw, data, kinds):
    """Some lines of a body."""
    found = []
    for line in draw.choice(draw.choice(kinds)):
        inside = draw.choice(data) if "{}" in line else [""]
        found += [line.replace("{}", one) for one in inside]
    return [line.replace("{n}", str(draw.randint(2, 5))) for line in found]


def body(draw, data, kinds, most_lines):
    found = []
    while True:
        more = statement(draw, data, kinds)
        if found and len(found) + len(more) > most_lines:
            return found
        found += more


def program_of_objects(number):
    draw = random.Random(number)
    most_lines = draw.choice([2, 3, 4])
    data = draw.sample(OBJECTS, draw.choice([3, 5, 8]))
    names = ["first", "second", "third"][: 3 if draw.random() < 0.2 else 2]
    lines = ["# line not involved not timed", OBJECTS_HEAD]
    for name in names:
        lines += ["", f"def run_{name}():", "    global x, y"]
        for line in body(draw, data, [data], 1 if len(names) == 3 else most_lines):
            while "{o}" in line:
                line = line.replace("{o}", draw.choice(["one", "two"]), 1)
            lines.append(f"    {line.replace('{i}', str(draw.randint(0, 1)))}")
        lines.append("")
    lines += ["", *(f"{name} = threading.Thread(target=run_{name}, name={name!r})" for name in names)]
    lines += [f"threads = [{', '.join(names)}]", "for thread in threads:", "    thread.start()", "for thread in threads:", "    thread.join()"]
    lines += ["print(x, y, rows, stacks, dict(groups), Account.made)"]
    lines += ["for account in [*accounts, one.friend, two.friend]:", "    print(account.balance, account.made, account.log)"]
    return "\n".join(lines)


def program(number, spelled=False):
    """Its first line says which steps it has, and what it must not be run with; None if nothing in it can be spelled out."""
    if number >= OBJECTS_FROM:
        return None if spelled else program_of_objects(number)
    draw = random.Random(number)
    # A number of its own, lest the other programs be others than they were.
    handed = random.Random(number + 0.5).random() < 0.25
    if spelled and not handed:
        return None
    fine = draw.random() < 0.2
    three = not fine and draw.random() < 0.3
    involved = not fine and draw.random() < 0.4
    timed = draw.random() < 0.15
    if handed:
        fine = three = timed = False
        involved = True
    # Few kinds in one program, so that its threads meet.
    data, blocks = draw.sample(DATA, 4), draw.sample(BLOCKS, 3)
    kinds = [data, data, blocks, blocks, draw.sample(SINGLE, 3)] + [LIVES] * involved + [TIMES] * timed
    if handed:
        kinds = [data, HANDED, HANDED]
    # The full search is to end soon.
    most_lines = 2 if fine or three or handed else 3 if involved else 5
    names = ["first", "second", "third"][: 3 if three else 2]
    lines = [f"# {'access' if fine else 'line'} {'involved' if involved else 'not involved'} {'timed' if timed else 'not timed'}", HEAD]
    if handed:
        lines[-1] = lines[-1].replace("import queue", "import functools\nimport queue")
        lines += [SPELLED if spelled else HANDING, MADE]
    for name in names:
        lines += ["", f"def run_{name}():", "    global x, y, items", *(f"    {line}" for line in body(draw, data, kinds, most_lines)), ""]
    lines += ["", *(f"{name} = threading.Thread(target=run_{name}, name={name!r})" for name in names)]
    if handed:
        lines[-len(names)] = "first = Later(0, run_first)"
    lines += [f"{name}.start()" for name in names]
    lines += [f"{name}.join()" for name in names]
    lines += ["print(x, y, box.value, items, sorted(map(str, counts.items())), a.locked(), letters.qsize(), event.is_set())"]
    return "\n".join(lines)


first_number, how_many = map(int, input().split())
for number in range(first_number, first_number + how_many):
    print(f"#### {number}")
    print(program(number))
    spelled = program(number, True)
    if spelled is not None:
        print(f"#### {number}_spelled")
        print(spelled)
