"""Small programs in which much may happen, each from its number: reads the first number and how many from one line, and prints them, each after a line that says how to run it.

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
TIMES = [["time.sleep(1)"], ["y = event.wait(timeout=1)"], ["y = a.acquire(timeout=1)"], ["with condition:", "    y = condition.wait(timeout=2)"]]


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


def program(number):
    """Its first line says which steps it has, and what it must not be run with."""
    draw = random.Random(number)
    fine = draw.random() < 0.2
    three = not fine and draw.random() < 0.3
    involved = not fine and draw.random() < 0.4
    timed = draw.random() < 0.15
    # Few kinds in one program, so that its threads meet.
    data, blocks = draw.sample(DATA, 4), draw.sample(BLOCKS, 3)
    kinds = [data, data, blocks, blocks, draw.sample(SINGLE, 3)] + [LIVES] * involved + [TIMES] * timed
    # The full search is to end soon.
    most_lines = 2 if fine or three else 3 if involved else 5
    names = ["first", "second", "third"][: 3 if three else 2]
    lines = [f"# {'access' if fine else 'line'} {'involved' if involved else 'not involved'} {'timed' if timed else 'not timed'}", HEAD]
    for name in names:
        lines += ["", f"def run_{name}():", "    global x, y, items", *(f"    {line}" for line in body(draw, data, kinds, most_lines)), ""]
    lines += ["", *(f"{name} = threading.Thread(target=run_{name}, name={name!r})" for name in names)]
    lines += [f"{name}.start()" for name in names]
    lines += [f"{name}.join()" for name in names]
    lines += ["print(x, y, box.value, items, sorted(map(str, counts.items())), a.locked(), letters.qsize(), event.is_set())"]
    return "\n".join(lines)


first_number, how_many = map(int, input().split())
for number in range(first_number, first_number + how_many):
    print(f"#### {number}")
    print(program(number))
